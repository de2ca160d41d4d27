import { expect } from 'chai';
import { constants, functions, operators, variables } from './functions.js';

describe('The language of expressions', () => {
  it('is what is documented, and nothing that every object has', () => {
    expect([...functions.keys()].join(' ')).to.equal('abs sqrt exp log sin cos tan atan2 min max sign floor step');
    expect([...operators.keys()].join(' ')).to.equal('+ - * / ^ negate < <= > >= == != and or xor not');
    expect([...variables.keys(), ...constants.keys()].join(' ')).to.equal('x y r theta pi e');
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'size']) {
      for (const names of [functions, operators, constants, variables]) expect(names.has(name), name).to.equal(false);
    }
  });

  it('decides with 0 and 1, and NaN counts as false', () => {
    for (const [name, { f }] of [...operators, ...functions].filter(([, { decides }]) => decides)) {
      for (const a of [-1, 0, 0.5, 1, Infinity, NaN]) {
        for (const b of [-1, 0, 1, NaN]) expect(f(a, b), `${name} ${a} ${b}`).to.be.oneOf([0, 1]);
      }
      if (name !== 'not') expect(f(NaN, NaN), name).to.equal(0);
    }
    for (const [name, a, b, wanted] of [
      ['not', NaN, 0, 1], ['or', NaN, 2, 1], ['!=', NaN, 2, 0], ['!=', 1, 2, 1],
    ] as const) expect(operators.get(name)!.f(a, b), name).to.equal(wanted);
  });
});
