import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StringsController } from '../../page/strings-controller.js';
import { isTargetName, targetNames, type Trainer } from '../../core/index.js';
import { actionButton, choiceField, powerOfTenSlider, numberField, sliderField, textField } from '../../ui/fields.js';
import { icons } from '../../ui/buttons.js';
import { isolated } from '../../ui/text.js';

/** What a toolbar shows and does of a trainer, by the names of its own members. */
export interface TrainerControls {
  readonly paused: boolean;
  readonly stepsPerFrame: number;
  readonly learningRate: number;
  readonly hiddenLayers: readonly number[];
  /** A name or an expression. */
  readonly target: string;
  readonly seed: string;
  play(): void;
  pause(): void;
  step(): void;
  reset(): void;
}

/** What else. */
export interface TrainerMore {
  readonly trainer: Trainer;
  /** The step that the run is at, or on its way to. */
  readonly goal: number;
  /** The page gives the parameters, which fit these layers only. */
  readonly fixedLayers: boolean;
  /** For the place whose prediction is read out. */
  readonly place: TemplateResult;
  /** For points that the reader paints. */
  readonly painting: TemplateResult;
  /** The reader goes to another step. */
  readonly goTo: (step: number) => void;
  readonly newStart: () => void;
  /** The reader gives an attribute another value. Returns false if it is none. */
  readonly change: (attribute: string, value: unknown) => boolean;
}

/** No target has this name. */
const givenPoints = '';

/** Between two updates. */
export function writeCount(root: ParentNode, steps: number, { firstStep, lastStep }: Trainer, strings: StringsController): void {
  const count = root.querySelector('.count b');
  if (count) count.textContent = strings.number(steps);
  const last = root.querySelector('.time .value');
  if (last) last.textContent = strings.number(lastStep);
  const thumb = root.querySelector<HTMLInputElement>('.time input');
  if (!thumb) return;
  const max = Math.max(lastStep, firstStep + 1);
  thumb.max = String(max);
  thumb.value = String(steps);
  thumb.ariaValueText = strings.number(steps);
  thumb.style.setProperty('--_at', String((steps - firstStep) / (max - firstStep)));
}

export function trainerToolbar(
  trainer: TrainerControls, { trainer: { firstStep, lastStep, examples }, goal: steps, fixedLayers, place, painting, goTo, newStart, change }: TrainerMore, strings: StringsController,
): TemplateResult {
  const { paused, hiddenLayers, stepsPerFrame, learningRate, target, seed } = trainer;
  const several = hiddenLayers.length > 1;
  const own = isTargetName(target) ? [] : [target];
  const points = examples ? [givenPoints] : []; // in place of a target, until one is chosen
  return html`
    <div class="actions">
      ${actionButton({ name: strings.text(paused ? 'play' : 'pause'), icon: paused ? icons.play : icons.pause, onClick: () => (paused ? trainer.play() : trainer.pause()), classes: 'play primary narrow' })}
      ${actionButton({ name: strings.text('oneStep'), icon: icons.step, onClick: () => trainer.step(), classes: 'narrow' })}
      ${actionButton({ name: strings.text('reset'), icon: icons.newStart, onClick: () => trainer.reset(), classes: 'narrow' })}
      <span class="count">${strings.text('step')} <b .textContent=${live(strings.number(steps))}></b></span>
    </div>
    <div class="time">${sliderField({
      name: strings.text('time'), min: firstStep, max: Math.max(lastStep, firstStep + 1), step: 1, value: steps, text: strings.number(lastStep), spoken: strings.number(steps), onInput: goTo,
    })}</div>
    <div class="fields">
      <div class="double">${powerOfTenSlider({
        name: strings.text('speed'), from: 0, to: 4, whole: true, value: stepsPerFrame, text: strings.text('perFrame', { count: strings.number(stepsPerFrame) }),
        onInput: (value) => change('steps-per-frame', value),
      })}</div>
      <div class="double">${powerOfTenSlider({
        name: strings.text('learningRate'), from: -3, to: 1, value: learningRate, text: strings.format(learningRate),
        onInput: (value) => change('learning-rate', value),
      })}</div>
    </div>
    <div class="fields thirds">
      ${hiddenLayers.map((width, k) => numberField({
        name: several ? `${strings.text('hiddenNeurons')}, ${strings.text('layerNumber', { number: strings.number(k + 1) })}` : strings.text('hiddenNeurons'), min: 1, max: 64, step: 1, value: width, strings,
        disabled: fixedLayers, onInput: (value) => change('hidden-layers', hiddenLayers.map((each, l) => (l === k ? value : each))),
      }))}
      ${choiceField({
        name: strings.text('target'), value: points[0] ?? target, choices: [...points, ...targetNames, ...own],
        nameOf: (name) => (name === givenPoints ? strings.text('ownPoints') : isTargetName(name) ? strings.text(name) : isolated(name)),
        onInput: (value) => change('target', value),
      })}
      <div class="together">
        ${textField(strings.text('seed'), seed, 200, (value) => change('seed', value))}
        ${actionButton({ name: strings.text('newStart'), icon: icons.dice, bare: true, onClick: newStart })}
      </div>
    </div>
    ${own.length === 0 ? nothing : textField(strings.text('expression'), target, 200, (text) => change('target', text), 'formula')}
    ${place}
    ${painting}`;
}
