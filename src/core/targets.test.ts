import { expect } from 'chai';
import fc from 'fast-check';
import { cellCentres } from './places.js';
import {
  createNamedTarget, createTarget, isTargetName, targetNames, targetProblem, type Target, type TargetName,
} from './targets.js';

/** Points inside and outside at the default radius. Points on an edge are outside. */
const points: Record<TargetName, { inside: [number, number][]; outside: [number, number][] }> = {
  circle: {
    inside: [[0, 0], [0.49, 0], [0.3, 0.39]], outside: [[0.5, 0], [0, -0.5], [0.3, 0.4], [0.4, -0.4], [1, 1]],
  },
  ring: { inside: [[0.26, 0], [0, -0.4], [-0.3, 0.3]], outside: [[0, 0], [0.25, 0], [0.5, 0], [0.3, 0.4]] },
  square: { inside: [[0, 0], [0.49, 0.49], [-0.49, 0.49]], outside: [[0.5, 0], [0, -0.5], [0.49, 0.51]] },
  cross: {
    inside: [[0, 0], [0.49, 0.1], [0.1, -0.49], [-0.49, -0.16]],
    outside: [[0.3, 0.3], [0.5, 0], [0.3, 0.5 / 3], [0.17, 0.17]],
  },
  xor: { inside: [[0.5, -0.5], [-0.01, 0.9]], outside: [[0.5, 0.5], [-0.5, -0.5], [0, 0.5], [0.5, 0], [0, 0]] },
  half: { inside: [[0.5, 0.1], [-0.5, 0.6]], outside: [[-0.5, 0.4], [0.5, -0.5], [0, 0], [-1, -1]] },
  spiral: {
    inside: [[-0.27, 0.2], [-0.27, 0.675], [0, -0.135], [0, -0.675], [0.8, 0.1]],
    outside: [[-0.27, 0.4], [-0.27, 0.9], [0, 0.1], [0, -0.4], [0, -0.85], [0.8, 0.17], [-1, -1]],
  },
  heart: {
    inside: [[0, 0], [0, -0.48], [0, 0.37], [0.25, 0.45], [-0.25, 0.45], [0.45, 0.1]],
    outside: [[0, -0.495], [0, 0.4], [0.49, -0.4], [0.5, 0.5]],
  },
};

/** Areas at the default radius, of the square's 4; that of the heart has no closed form. */
const areas: Partial<Record<TargetName, number>> = {
  circle: Math.PI / 4, ring: (Math.PI * 3) / 16, square: 1, cross: 5 / 9, xor: 2, half: 2,
  spiral: (Math.PI / 2) * 0.945 ** 2,
};

const flips: Record<string, (x: number, y: number) => [number, number]> = {
  'left-right': (x, y) => [-x, y], 'up-down': (x, y) => [x, -y], 'x-y': (x, y) => [y, x], opposite: (x, y) => [-x, -y],
};

const all = ['left-right', 'up-down', 'x-y'];
const symmetries: Partial<Record<TargetName, string[]>> = {
  circle: all, ring: all, square: all, cross: all, xor: ['x-y', 'opposite'], half: ['x-y'], heart: ['left-right'],
};

const sized: TargetName[] = ['circle', 'ring', 'square', 'cross', 'heart'];

function forAllPoints(check: (x: number, y: number) => void): void {
  const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(fc.property(coordinate, coordinate, check));
}

/** Returns the cell centres that are inside. */
function centresInside(target: Target, cells: number): [number, number][] {
  const centres = cellCentres(cells);
  const inside: [number, number][] = [];
  for (let i = 0; i < centres.length; i += 2) {
    if (target(centres[i], centres[i + 1])) inside.push([centres[i], centres[i + 1]]);
  }
  return inside;
}

describe('createTarget', () => {
  for (const name of targetNames) {
    const target = createTarget(name);

    it(`draws the ${name} in its shape, edges outside, as 0 and 1`, () => {
      for (const [x, y] of points[name].inside) expect(target(x, y), `(${x}, ${y})`).to.equal(1);
      for (const [x, y] of points[name].outside) expect(target(x, y), `(${x}, ${y})`).to.equal(0);
      forAllPoints((x, y) => { expect(target(x, y)).to.be.oneOf([0, 1]); });
    });

    it(`draws the ${name} in its size and with its symmetries`, () => {
      const area = areas[name];
      if (area !== undefined) expect((4 * centresInside(target, 500).length) / 500 ** 2).to.be.closeTo(area, 0.012);
      for (const flip of symmetries[name] ?? []) {
        forAllPoints((x, y) => { expect(target(...flips[flip](x, y)), flip).to.equal(target(x, y)); });
      }
    });

    if (sized.includes(name)) {
      it(`scales the ${name} with its radius, which it fills`, () => {
        const [small, large] = [0.25, 0.5].map((radius) => createTarget(name, { radius }));
        // Doubling is exact, so even points on the edge are the same.
        forAllPoints((x, y) => { expect(small(x / 2, y / 2)).to.equal(large(x, y)); });
        const inside = centresInside(createTarget(name, { radius: 0.8 }), 400);
        for (const [i, sign] of [[0, 1], [0, -1], [1, 1], [1, -1]]) {
          expect(inside.reduce((most, point) => Math.max(most, sign * point[i]), 0)).to.be.within(0.77, 0.8);
        }
      });
    } else {
      it(`draws the ${name} the same for every radius`, () => {
        const [small, large] = [0.05, 1].map((radius) => createTarget(name, { radius }));
        forAllPoints((x, y) => { expect(small(x, y)).to.equal(large(x, y)); });
      });
    }
  }

  it('puts exactly one of two mirrored points inside xor and half, except on the edge', () => {
    forAllPoints((x, y) => {
      fc.pre(x * y !== 0 && x + y !== 0);
      expect(createTarget('xor')(-x, y)).to.equal(1 - createTarget('xor')(x, y));
      expect(createTarget('half')(-x, -y)).to.equal(1 - createTarget('half')(x, y));
    });
  });

  it('leaves 80.4 % of the square outside the circle', () => {
    const inside = centresInside(createTarget('circle'), 1000).length / 1000 ** 2;
    expect(1 - inside).to.be.closeTo(1 - Math.PI / 16, 0.001);
  });

  it('refuses other names, also those of Object, and does not repeat a long text', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '', 'Circle', ' circle']) {
      expect(() => createTarget(name), name).to.throw(RangeError, `"${name}" is none of ${targetNames.join(', ')}`);
    }
    const long = 'x'.repeat(100_000);
    expect(() => createTarget(long)).to.throw(RangeError).with.property('message').with.length.below(200);
  });

  it('takes other texts as expressions, and says why a text is not one', () => {
    expect(createTarget('x + y > 0')(0.5, -0.4)).to.equal(1);
    expect(createTarget('x > 0', { radius: 7 })(1, 0), 'it has no radius').to.equal(1);
    expect(() => createTarget('x >')).to.throw(RangeError, 'nor an expression: column 4');
    expect(() => createTarget(undefined as unknown as string)).to.throw(RangeError, 'column 1');
    expect([targetProblem('x > 0'), targetProblem('heart')]).to.deep.equal([undefined, undefined]);
  });

  it('distinguishes names from expressions', () => {
    expect(targetNames.every(isTargetName)).to.equal(true);
    for (const text of ['x', 'Circle', 'constructor', '', ' ring']) expect(isTargetName(text), text).to.equal(false);
    expect(createNamedTarget('ring', { radius: 1 })(0.7, 0)).to.equal(1);
  });

  it('refuses a radius outside [0.05, 1]', () => {
    for (const radius of [0, 0.049, 1.01, -0.5, NaN, Infinity]) {
      expect(() => createTarget('circle', { radius })).to.throw(RangeError, `radius is ${radius}, not in [0.05, 1]`);
    }
    for (const radius of [0.05, 1]) expect(createTarget('circle', { radius })(0.99 * radius, 0)).to.equal(1);
  });
});
