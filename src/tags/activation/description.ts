import type { StringsController } from '../../page/strings-controller.js';
import type { Activation } from '../../core/index.js';
import type { ActivationPicture } from './picture.js';
import { lensShare } from './lens.js';
import { isBounded } from './range.js';
import { niceStep } from '../../draw/nice.js';
import type { Span } from '../../draw/plot.js';
import { raised } from '../../strings/plain-number.js';

/** Steps of the pointer over the domain. */
const STEPS = 1000;
/** Values below this are written with a power of ten: all their decimals would be zeros. */
const TINY = 1e-4;

/** Returns the distance between two places that a pointer can move the probe to. */
export function probeStep([low, high]: Span): number {
  return niceStep(high - low, STEPS);
}

/** Returns z with the same number of decimals wherever the probe is. */
export function placeText(z: number, domain: Span, strings: StringsController): string {
  return strings.format(z, Math.min(20, Math.max(0, -Math.floor(Math.log10(probeStep(domain))))));
}

/** Returns a value with three significant digits, zeros too, so that its width stays the same while it changes. */
export function steadyText(value: number, strings: StringsController): string {
  if (value === 0) return strings.format(0);
  const digits = { minimumSignificantDigits: 3, maximumSignificantDigits: 3 };
  if (Math.abs(value) >= TINY) return strings.number(value, digits);
  const [mantissa, power] = value.toExponential(2).split('e');
  return `${strings.number(Number(mantissa), digits)} ×\u00a010${raised(power)}`;
}

/** Returns the slope at z as text: with three digits where it changes smoothly, else as it is. */
export function slopeText(activation: Activation, z: number, strings: StringsController): string {
  const slope = activation.derivative(z);
  return isBounded(activation) ? steadyText(slope, strings) : strings.format(slope);
}

/** Returns the picture's accessible name, which does not depend on where the probe is. */
export function activationName(activations: readonly Activation[], strings: StringsController): string {
  return strings.text('activationLabel', {
    functions: strings.list(activations.map(({ name }) => strings.text(name))),
  });
}

/** Describes the present picture. */
export function describeActivation(
  { activations, domain, range, derivative, probe }: ActivationPicture, strings: StringsController,
): string {
  const { format } = strings;
  const functions = activations.map(({ name, alpha }) =>
    (name === 'leaky-relu' ? `${strings.text(name)} (α = ${format(alpha)})` : strings.text(name)));
  const share = lensShare(activations, domain, range);
  const sentences = [strings.text('activationAxes', {
    functions: strings.list(functions),
    from: format(domain[0]), to: format(domain[1]), least: format(range[0]), most: format(range[1]),
  })];
  if (share > 0) sentences.push(strings.text('activationLeft', { difference: format(share * (range[1] - range[0])) }));
  if (derivative) sentences.push(strings.text('activationDerivative'));
  if (!Number.isNaN(probe)) {
    const values = activations.map((each) => strings.text('activationValue', {
      name: strings.text(each.name), value: steadyText(each.value(probe), strings),
      slope: slopeText(each, probe, strings),
    }));
    sentences.push(strings.text('activationProbe', {
      z: placeText(probe, domain, strings), values: values.join(`${strings.text('semicolon')} `),
    }));
  }
  return strings.sentences(...sentences);
}
