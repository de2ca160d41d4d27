import type { StringsController } from '../../page/strings-controller.js';
import type { Activation } from '../../core/index.js';
import type { ActivationPicture } from './picture.js';
import { lensShare } from './lens.js';
import { niceStep } from '../../draw/nice.js';
import type { Span } from '../../draw/plot.js';

/** Steps of the pointer across the domain. */
const STEPS = 1000;
/** Below this, zeros after the point would be all there is to see. */
const TINY = 1e-4;

const superscripts: Readonly<Record<string, string>> = Object.fromEntries([...'-0123456789'].map((sign, k) => [sign, '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'[k]]));

/** How far apart places are that a pointer can move the probe to. */
export function probeStep([low, high]: Span): number {
  return niceStep(high - low, STEPS);
}

/** z with as many decimals wherever the probe is. */
export function placeText(z: number, domain: Span, strings: StringsController): string {
  return strings.format(z, Math.min(20, Math.max(0, -Math.floor(Math.log10(probeStep(domain))))));
}

/** Three significant digits, zeros too, so that numbers that change keep their width. */
export function steadyText(value: number, strings: StringsController): string {
  if (value === 0) return strings.format(0);
  const digits = { minimumSignificantDigits: 3, maximumSignificantDigits: 3 };
  if (Math.abs(value) >= TINY) return strings.number(value, digits);
  const [mantissa, power] = value.toExponential(2).split('e');
  return `${strings.number(Number(mantissa), digits)} ×\u00a010${[...power].map((sign) => superscripts[sign]).join('')}`;
}

/** A slope: of a function that bends at one place only, it is as written. */
export function slopeText(activation: Activation, z: number, strings: StringsController): string {
  const curved = activation.name === 'sigmoid' || activation.name === 'tanh';
  return curved ? steadyText(activation.derivative(z), strings) : strings.format(activation.derivative(z));
}

/** A function's name, with α where it has one. */
export function fullName({ name, alpha }: Activation, strings: StringsController): string {
  return name === 'leaky-relu' ? `${strings.text(name)} (α = ${strings.format(alpha)})` : strings.text(name);
}

function listed(items: readonly string[], strings: StringsController): string {
  return new Intl.ListFormat(strings.lang, { style: 'narrow' }).format(items);
}

/** The picture's name, which does not depend on where the probe is. */
export function activationName(activations: readonly Activation[], strings: StringsController): string {
  return strings.text('activationLabel', { functions: listed(activations.map(({ name }) => strings.text(name)), strings) });
}

/** What the picture shows now. */
export function describeActivation({ activations, domain, range, derivative, probe }: ActivationPicture, strings: StringsController): string {
  const { format } = strings;
  const told = [
    strings.text('activationAxes', { functions: listed(activations.map((each) => fullName(each, strings)), strings), from: format(domain[0]), to: format(domain[1]), least: format(range[0]), most: format(range[1]) }),
  ];
  const share = lensShare(activations, domain, range);
  if (share > 0) told.push(strings.text('activationLeft', { difference: format(share * (range[1] - range[0])) }));
  if (derivative) told.push(strings.text('activationDerivative'));
  if (!Number.isNaN(probe)) {
    const values = activations.map((each) => strings.text('activationValue', {
      name: strings.text(each.name), value: steadyText(each.value(probe), strings), slope: slopeText(each, probe, strings),
    }));
    told.push(strings.text('activationProbe', { z: placeText(probe, domain, strings), values: values.join(`${strings.text('semicolon')} `) }));
  }
  return strings.sentences(...told);
}
