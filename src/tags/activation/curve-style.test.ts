import { expect } from '@open-wc/testing';
import { activationNames } from '../../core/index.js';
import { curveStyle } from './curve-style.js';

describe('curveStyle', () => {
  it('is plain ink for a curve by itself', () => {
    expect(curveStyle(0, 1)).to.deep.include({ colour: 'ink', width: 1.6, alpha: 1, dash: [] });
  });

  it('lays the first of several under the second, so that both show where they coincide', () => {
    const [first, second] = [0, 1].map((k) => curveStyle(k, 2));
    expect(first).to.deep.include({ colour: 'accent', width: 6, alpha: 0.45 });
    expect(second).to.deep.include({ colour: 'ink', width: 1.6, alpha: 1 });
  });

  it('tells as many apart as there are functions, each by more than its colour', () => {
    const shapes = activationNames.map((_, k) => {
      const { width, dash } = curveStyle(k, activationNames.length);
      return JSON.stringify([width, dash]);
    });
    expect(new Set(shapes).size).to.equal(activationNames.length);
  });

  it('leaves gaps in all that come after the second, through which it shows', () => {
    for (const k of [2, 3, 4]) expect(curveStyle(k, 5).dash.length).to.be.at.least(2);
  });
});
