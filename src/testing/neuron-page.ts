import { fixture, waitUntil } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import '../define/nn-neuron.js';
import type { NnNeuron } from '../define/nn-neuron.js';
import type { ManualTiming } from './manual-clock.js';

/** Mounts one neuron in a column, waits until it can be seen, and draws it. */
export async function mountNeuron(timing: ManualTiming, template: TemplateResult, width = 400): Promise<NnNeuron> {
  for (const former of document.querySelectorAll('nn-neuron')) former.parentElement!.remove(); // or this one would be below the fold
  const holder = await fixture<HTMLElement>(html`<div style="inline-size: ${width}px">${template}</div>`);
  const neuron = holder.querySelector('nn-neuron')!;
  await neuron.updateComplete;
  await waitUntil(() => timing.pending, 'the neuron was never seen');
  timing.settle();
  return neuron;
}

/** What is drawn, as text to compare. */
export function pictureOf(neuron: NnNeuron): string {
  const canvas = neuron.shadowRoot!.querySelector('canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let hash = 0;
  let drawn = 0;
  for (let k = 0; k < data.length; k++) {
    hash = Math.imul(hash ^ data[k], 0x01000193) >>> 0;
    drawn += +(data[k] > 0);
  }
  return drawn === 0 ? '' : `${hash}`;
}

/** The sum that is written out, line by line. */
export function sumOf(neuron: NnNeuron): string[] {
  return [...neuron.shadowRoot!.querySelectorAll('.sum p')].map(({ textContent }) => textContent!.trim());
}

/** Its range inputs: turn, tilt, and where there is a probe both of its coordinates. */
export function slidersOf(neuron: NnNeuron): HTMLInputElement[] {
  return [...neuron.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=range]')];
}

/** Moves a slider as the reader would. */
export function slide(input: HTMLInputElement, value: number): void {
  input.value = String(value);
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}
