import { expect } from 'chai';
import fc from 'fast-check';
import { createNamedTarget, createTarget, isTargetName, targetNames, targetProblem, type Target, type TargetName } from './targets.js';

/** [x, y, inside] at the default radius. Points on an edge are outside. */
const points: Record<TargetName, [number, number, 0 | 1][]> = {
  circle: [[0, 0, 1], [0.49, 0, 1], [0.5, 0, 0], [0, -0.5, 0], [0.3, 0.4, 0], [0.3, 0.39, 1], [0.4, -0.4, 0], [1, 1, 0]],
  ring: [[0, 0, 0], [0.25, 0, 0], [0.26, 0, 1], [0, -0.4, 1], [0.5, 0, 0], [0.3, 0.4, 0], [-0.3, 0.3, 1]],
  square: [[0, 0, 1], [0.49, 0.49, 1], [-0.49, 0.49, 1], [0.5, 0, 0], [0, -0.5, 0], [0.49, 0.51, 0]],
  cross: [[0, 0, 1], [0.49, 0.1, 1], [0.1, -0.49, 1], [-0.49, -0.16, 1], [0.3, 0.3, 0], [0.5, 0, 0], [0.3, 0.5 / 3, 0], [0.17, 0.17, 0]],
  xor: [[0.5, -0.5, 1], [-0.01, 0.9, 1], [0.5, 0.5, 0], [-0.5, -0.5, 0], [0, 0.5, 0], [0.5, 0, 0], [0, 0, 0]],
  half: [[0.5, 0.1, 1], [-0.5, 0.6, 1], [-0.5, 0.4, 0], [0.5, -0.5, 0], [0, 0, 0], [-1, -1, 0]],
  spiral: [
    [-0.27, 0.2, 1], [-0.27, 0.4, 0], [-0.27, 0.675, 1], [-0.27, 0.9, 0], [0, 0.1, 0], [0, -0.135, 1], [0, -0.4, 0],
    [0, -0.675, 1], [0, -0.85, 0], [0.8, 0.1, 1], [0.8, 0.17, 0], [-1, -1, 0],
  ],
  heart: [
    [0, 0, 1], [0, -0.48, 1], [0, -0.495, 0], [0, 0.37, 1], [0, 0.4, 0], [0.25, 0.45, 1], [-0.25, 0.45, 1],
    [0.45, 0.1, 1], [0.49, -0.4, 0], [0.5, 0.5, 0],
  ],
};

/** Of the square's 4, at the default radius; only the heart's is not known in closed form. */
const areas: Partial<Record<TargetName, number>> = {
  circle: Math.PI / 4,
  ring: (Math.PI * 3) / 16,
  square: 1,
  cross: 5 / 9,
  xor: 2,
  half: 2,
  spiral: (Math.PI / 2) * 0.945 ** 2,
};

const flips: Record<string, (x: number, y: number) => [number, number]> = {
  'left and right': (x, y) => [-x, y],
  'up and down': (x, y) => [x, -y],
  'x and y': (x, y) => [y, x],
  'a point and its opposite': (x, y) => [-x, -y],
};

const symmetries: Partial<Record<TargetName, string[]>> = {
  circle: ['left and right', 'up and down', 'x and y'],
  ring: ['left and right', 'up and down', 'x and y'],
  square: ['left and right', 'up and down', 'x and y'],
  cross: ['left and right', 'up and down', 'x and y'],
  xor: ['x and y', 'a point and its opposite'],
  half: ['x and y'],
  heart: ['left and right'],
};

const sized: TargetName[] = ['circle', 'ring', 'square', 'cross', 'heart'];
const coordinate = fc.double({ min: -1, max: 1, noNaN: true });

function gridArea(target: Target, cells: number): number {
  let inside = 0;
  for (let j = 0; j < cells; j++) {
    for (let i = 0; i < cells; i++) inside += target((2 * i + 1) / cells - 1, (2 * j + 1) / cells - 1);
  }
  return (4 * inside) / (cells * cells);
}

describe('createTarget', () => {
  for (const name of targetNames) {
    it(`puts hand-picked points of the ${name} on the right side, edges outside`, () => {
      const target = createTarget(name);
      for (const [x, y, inside] of points[name]) expect(target(x, y), `(${x}, ${y})`).to.equal(inside);
    });

    it(`gives 0 or 1 for every point of the ${name} and nothing else`, () => {
      const target = createTarget(name);
      fc.assert(fc.property(coordinate, coordinate, (x, y) => { expect(target(x, y)).to.be.oneOf([0, 1]); }));
    });
  }

  for (const [name, area] of Object.entries(areas)) {
    it(`draws the ${name} in its true size`, () => {
      expect(gridArea(createTarget(name), 500)).to.be.closeTo(area, 0.012);
    });
  }

  for (const [name, kinds] of Object.entries(symmetries)) {
    it(`mirrors the ${name} over ${kinds.join(', ')}`, () => {
      const target = createTarget(name);
      for (const kind of kinds) {
        fc.assert(fc.property(coordinate, coordinate, (x, y) => { expect(target(...flips[kind](x, y)), kind).to.equal(target(x, y)); }));
      }
    });
  }

  it('makes xor and half exactly one of two mirrored points, edges aside', () => {
    fc.assert(fc.property(coordinate, coordinate, (x, y) => {
      fc.pre(x * y !== 0 && x + y !== 0);
      expect(createTarget('xor')(-x, y)).to.equal(1 - createTarget('xor')(x, y));
      expect(createTarget('half')(-x, -y)).to.equal(1 - createTarget('half')(x, y));
    }));
  });

  for (const name of sized) {
    it(`scales the ${name} with its radius`, () => {
      const [small, large] = [createTarget(name, { radius: 0.25 }), createTarget(name, { radius: 0.5 })];
      // Doubling is exact, so the answers have to be the same to the edge.
      fc.assert(fc.property(coordinate, coordinate, (x, y) => { expect(small(x / 2, y / 2)).to.equal(large(x, y)); }));
    });

    it(`fits the ${name} into its radius and fills it`, () => {
      const target = createTarget(name, { radius: 0.8 });
      let [left, right, bottom, top] = [1, -1, 1, -1];
      for (let j = 0; j < 400; j++) {
        for (let i = 0; i < 400; i++) {
          const [x, y] = [(2 * i + 1) / 400 - 1, (2 * j + 1) / 400 - 1];
          if (!target(x, y)) continue;
          [left, right, bottom, top] = [Math.min(left, x), Math.max(right, x), Math.min(bottom, y), Math.max(top, y)];
        }
      }
      for (const extent of [-left, right, -bottom, top]) expect(extent).to.be.within(0.77, 0.8);
    });
  }

  for (const name of targetNames.filter((each) => !sized.includes(each))) {
    it(`leaves the ${name} as it is whatever the radius`, () => {
      const [small, large] = [createTarget(name, { radius: 0.05 }), createTarget(name, { radius: 1 })];
      fc.assert(fc.property(coordinate, coordinate, (x, y) => { expect(small(x, y)).to.equal(large(x, y)); }));
    });
  }

  it('is a circle of 0.5 that "always outside" gets right 80.4 % of the time', () => {
    expect(1 - gridArea(createTarget('circle'), 1000) / 4).to.be.closeTo(1 - Math.PI / 16, 0.001);
  });

  it('refuses names that it does not have, those of Object included', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '', 'Circle', ' circle', 'circle ']) {
      expect(() => createTarget(name), name).to.throw(RangeError, `createTarget: "${name}" is none of circle, ring`);
    }
  });

  it('does not repeat a text of 100 kB in its message', () => {
    expect(() => createTarget('x'.repeat(100_000))).to.throw(RangeError).with.property('message').with.length.below(200);
  });

  it('takes what is no name for an expression, and tells why it is none', () => {
    expect(createTarget('x + y > 0')(0.5, -0.4)).to.equal(1);
    expect(createTarget('x > 0', { radius: 7 })(1, 0), 'it has no radius').to.equal(1);
    expect(() => createTarget('x >')).to.throw(RangeError, 'createTarget: "x >" is none of circle, ring, square, cross, xor, half, spiral, heart, nor an expression: column 4: expected a number');
    expect(() => createTarget(undefined as unknown as string)).to.throw(RangeError, 'column 1');
    expect([targetProblem('x > 0'), targetProblem('heart')]).to.deep.equal([undefined, undefined]);
  });

  it('tells names from expressions', () => {
    expect(targetNames.every(isTargetName)).to.equal(true);
    for (const text of ['x', 'Circle', 'constructor', '', ' ring']) expect(isTargetName(text), text).to.equal(false);
    expect(createNamedTarget('ring', { radius: 1 })(0.7, 0)).to.equal(1);
  });

  it('names a radius it cannot draw', () => {
    for (const radius of [0, 0.049, 1.01, -0.5, NaN, Infinity]) {
      expect(() => createTarget('circle', { radius })).to.throw(RangeError, `radius is ${radius}, not in [0.05, 1]`);
    }
    expect(createTarget('circle', { radius: 0.05 })(0.04, 0)).to.equal(1);
    expect(createTarget('circle', { radius: 1 })(0.99, 0)).to.equal(1);
  });
});
