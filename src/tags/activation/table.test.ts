import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { Activation, activationNames, type ActivationName } from '../../core/index.js';
import { wordsIn } from '../../testing/words.js';
import { formulaStyles } from '../../ui/mathml.js';
import { curveStyle } from './curve.js';
import type { ActivationPicture } from './picture.js';
import { activationTable, activationTableStyles } from './table.js';

const strings = wordsIn();

async function mount(
  names: readonly ActivationName[], more: Partial<ActivationPicture> & { alpha?: number; width?: number } = {},
) {
  const { alpha = 0.01, width = 480, ...rest } = more;
  const holder = await fixture<HTMLElement>(html`<div style="font: 13px/1.4 Arimo, Arial, sans-serif"></div>`);
  holder.style.inlineSize = `${width}px`;
  const root = holder.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [formulaStyles.styleSheet!, activationTableStyles.styleSheet!];
  const activations = names.map((name) => new Activation(name, alpha));
  const show = (changes: Partial<ActivationPicture>): void => void render(activationTable({
    activations, domain: [-5, 5], range: [-1, 5], derivative: false, probe: NaN, ...changes,
  }, strings), root);
  show(rest);
  const rows = [...root.querySelectorAll('tbody tr')];
  const cells = (): string[][] => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!));
  return { holder, root, show, rows, cells };
}

const compact = (element: Element): string => element.textContent!.replace(/\s+/g, '');

describe('activationTable', () => {
  it('is accessible, with and without a probe', async () => {
    await expect((await mount(activationNames)).holder).to.be.accessible();
    await expect((await mount(activationNames, { probe: 1 })).holder).to.be.accessible();
  });

  it('has a row for each function, with its name and its formula in MathML', async () => {
    const { rows } = await mount(activationNames, { alpha: 0.2 });
    expect(rows.map((row) => [...row.querySelectorAll('math')].map(compact))).to.deep.equal([
      ['z'], ['max(0,z)'], ['max(αz,z)', 'α=0.2'], ['11+e\u2212z'], ['tanhz'],
    ]);
    expect(rows[3].querySelector('mfrac msup')).to.exist;
    expect(rows.map((row) => row.querySelector('th')!.getAttribute('scope'))).to.deep.equal(Array(5).fill('row'));
    expect(rows[2].querySelector('math')!.namespaceURI).to.equal('http://www.w3.org/1998/Math/MathML');
  });

  it('writes value and slope at the probe with three digits and a real minus', async () => {
    const { cells, root } = await mount(['relu', 'leaky-relu', 'sigmoid'], { probe: -3.2 });
    expect(cells()).to.deep.equal([['0', '0'], ['\u22120.0320', '0.01'], ['0.0392', '0.0376']]);
    expect(compact(root.querySelector('thead th')!)).to.equal('z=\u22123.20');
  });

  it('keeps its size when a probe comes and while it moves', async () => {
    const { holder, show, root } = await mount(['relu', 'leaky-relu', 'tanh']);
    const sizes = [NaN, -3.2, -0.01, 0, 0.8, 5].map((probe) => {
      show({ probe });
      return [holder, ...root.querySelectorAll('thead th')].map((each) => {
        const { width, height } = each.getBoundingClientRect();
        return [width, height];
      });
    });
    for (const size of sizes) expect(size).to.deep.equal(sizes[0]);
  });

  it('hides the columns of numbers, with their heads, without a probe', async () => {
    const { root, show } = await mount(['relu']);
    const visibilities = (): string[] =>
      [...root.querySelectorAll('.number')].map((each) => getComputedStyle(each).visibility);
    expect(visibilities()).to.deep.equal(Array(4).fill('hidden'));
    show({ probe: 1 });
    expect(visibilities()).to.deep.equal(Array(4).fill('visible'));
  });

  it('shows a piece of its curve beside each of several names, and nothing beside one', async () => {
    const { rows } = await mount(activationNames);
    rows.forEach((row, k) => {
      const line = row.querySelector('line')!;
      const { colour, width, alpha, dash } = curveStyle(k, 5);
      const names = ['class', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'];
      expect(names.map((name) => line.getAttribute(name) ?? ''))
        .to.deep.equal([colour, String(width), String(alpha), dash.join(' ')]);
    });
    expect((await mount(['tanh'])).rows[0].querySelector('svg')).to.equal(null);
  });

  it('fits places from 240 pixels on: no text is cut or lies on another', async () => {
    for (const width of [240, 280, 320, 399, 400, 480, 720]) {
      const { holder, rows } = await mount(activationNames, { width, probe: -4.99 });
      const right = holder.getBoundingClientRect().right;
      for (const row of rows) {
        const boxes = [row.querySelector('.function > div')!, ...row.querySelectorAll('math, td')].map((each) => {
          const range = document.createRange();
          range.selectNodeContents(each);
          return range.getBoundingClientRect();
        });
        boxes.forEach((box, k) => {
          expect(box.right, `${width}: ${row.textContent}`).to.be.at.most(right + 0.5);
          for (const other of boxes.slice(0, k)) {
            const areBeside = box.left >= other.right - 1 || other.left >= box.right - 1;
            const areApart = areBeside || box.top >= other.bottom - 5 || other.top >= box.bottom - 5;
            expect(areApart, `${width}: ${row.textContent}`).to.equal(true);
          }
        });
      }
    }
  });
});
