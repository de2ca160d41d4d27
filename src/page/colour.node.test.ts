import { expect } from 'chai';
import fc from 'fast-check';
import { contrast, luminance, mix, parseColour, toCss, type Colour } from './colour.js';

const black: Colour = [0, 0, 0, 1];
const white: Colour = [1, 1, 1, 1];

function expectColour(found: Colour | undefined, wanted: Colour, what: string): void {
  expect(found, what).to.have.length(4);
  wanted.forEach((v, k) => expect(found![k], `${what}: ${k}`).to.be.closeTo(v, 1e-6));
}

describe('parseColour', () => {
  it('reads every form in which browsers compute an sRGB colour', () => {
    const forms: [string, Colour][] = [
      ['rgb(255, 128, 0)', [1, 128 / 255, 0, 1]],
      ['rgb(255 128 0)', [1, 128 / 255, 0, 1]],
      ['rgba(255, 128, 0, 0.5)', [1, 128 / 255, 0, 0.5]],
      ['rgb(255 128 0 / 0.5)', [1, 128 / 255, 0, 0.5]],
      ['rgba(0, 0, 0, 0)', [0, 0, 0, 0]],
      ['rgb(12.75, 0, 0)', [0.05, 0, 0, 1]],
      ['color(srgb 1 0.5 0)', [1, 0.5, 0, 1]],
      ['color(srgb 1 0.5 0 / 0.25)', [1, 0.5, 0, 0.25]],
      ['color(srgb none 0.5 1e-3)', [0, 0.5, 0.001, 1]],
      ['color(srgb -0.1 1.2 0)', [-0.1, 1.2, 0, 1]],
    ];
    for (const [text, wanted] of forms) expectColour(parseColour(text), wanted, text);
  });

  it('returns undefined for every other form', () => {
    const others = [
      '', 'red', '#f80', 'transparent', 'color(display-p3 1 0 0)', 'color(srgb-linear 1 0 0)', 'color(1 0 0)',
      'rgb(srgb 1 0 0)', 'oklch(0.5 0.1 20)', 'lab(50 0 0)', 'rgb(1, 2)', 'rgb(a, b, c)', 'rgb()', 'rgb(1, 2, 3',
      'rgb(1, 2, 3) ', 'var(--x)', 'color-mix(in srgb, red, blue)',
    ];
    for (const text of others) expect(parseColour(text), text).to.equal(undefined);
  });
});

describe('toCss', () => {
  it('writes what parseColour reads, to within a step of 1/255', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(fc.property(unit, unit, unit, unit, (...colour) => {
      const found = parseColour(toCss(colour))!;
      colour.forEach((v, k) => expect(found[k]).to.be.closeTo(v, k < 3 ? 0.5 / 255 + 1e-9 : 0.0005 + 1e-9));
    }));
  });

  it('keeps to the range that every canvas reads', () => {
    expect(toCss([-0.1, 1.2, 0.5, 1])).to.equal('rgba(0, 255, 128, 1)');
    expect(toCss([0, 0, 0, 1 / 3])).to.equal('rgba(0, 0, 0, 0.333)');
  });
});

describe('mix', () => {
  it('gives the ends at 0 and 1 and the middle between', () => {
    expectColour(mix(white, black, 1), white, 'all');
    expectColour(mix(white, black, 0), black, 'nothing');
    expectColour(mix([1, 0, 0, 1], [0, 0, 1, 0], 0.25), [0.25, 0, 0.75, 0.25], 'a quarter');
  });
});

describe('contrast', () => {
  it('agrees with ratios published for known pairs', () => {
    for (const [a, b] of [[black, white], [white, black]]) expect(contrast(a, b)).to.be.closeTo(21, 1e-9);
    expect(contrast(white, white)).to.equal(1);
    // #767676 is the lightest grey that passes AA on white, #777777 just does not.
    expect(contrast(parseColour('rgb(118, 118, 118)')!, white)).to.be.closeTo(4.54, 0.005);
    expect(contrast(parseColour('rgb(119, 119, 119)')!, white)).to.be.closeTo(4.48, 0.005);
    expect(contrast(parseColour('rgb(255, 0, 0)')!, white)).to.be.closeTo(4, 0.005);
    expect(contrast(parseColour('rgb(0, 0, 255)')!, white)).to.be.closeTo(8.59, 0.005);
  });
});

describe('luminance', () => {
  it('weighs green over red over blue, and adds up to 1', () => {
    const [r, g, b] = [luminance([1, 0, 0, 1]), luminance([0, 1, 0, 1]), luminance([0, 0, 1, 1])];
    expect([r, g, b]).to.deep.equal([0.2126, 0.7152, 0.0722]);
    expect(luminance(white)).to.be.closeTo(1, 1e-12);
    expect(luminance(black)).to.equal(0);
  });
});
