import { expect } from 'chai';
import { constants, functions, operators, variables } from './functions.js';

describe('What an expression may say', () => {
  it('is what is documented, and nothing that every object has', () => {
    expect([...functions.keys()].join(' ')).to.equal('abs sqrt exp log sin cos tan atan2 min max sign floor step');
    expect([...operators.keys()].join(' ')).to.equal('+ - * / ^ negate < <= > >= == != and or not');
    expect([...variables.keys(), ...constants.keys()].join(' ')).to.equal('x y r theta pi e');
    for (const names of [functions, operators, constants, variables]) {
      for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'size']) expect(names.has(name), name).to.equal(false);
    }
  });

  it('decides with 0 and 1, and NaN is no reason for 1', () => {
    for (const [name, { f, decides }] of [...operators, ...functions]) {
      if (!decides) continue;
      for (const a of [-1, 0, 0.5, 1, Infinity, NaN]) for (const b of [-1, 0, 1, NaN]) expect(f(a, b), `${name} ${a} ${b}`).to.be.oneOf([0, 1]);
      if (name !== 'not' && name !== 'or') expect(operators.get(name)?.f(NaN, NaN) ?? f(NaN, NaN), name).to.equal(0);
    }
    expect([operators.get('not')!.f(NaN, 0), operators.get('or')!.f(NaN, 2), operators.get('!=')!.f(NaN, 2), operators.get('!=')!.f(1, 2)]).to.deep.equal([1, 1, 0, 1]);
  });
});
