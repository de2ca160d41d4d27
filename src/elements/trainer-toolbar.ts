import { html, type TemplateResult } from 'lit';
import type { StringsController } from '../controllers/strings-controller.js';
import { targetNames, type TargetName } from '../core/index.js';
import { action, choiceField, decadesField, numberField, textField } from './fields.js';
import { icons } from './buttons.js';

/** What the toolbar of a trainer shows. */
export interface TrainerControls {
  readonly paused: boolean;
  readonly steps: number;
  readonly stepsPerFrame: number;
  readonly learningRate: number;
  readonly hiddenLayers: readonly number[];
  /** The page gives the parameters, which fit these layers only. */
  readonly fixedLayers: boolean;
  readonly target: TargetName;
  readonly seed: string;
  /** For the place whose prediction is read out. */
  readonly place: TemplateResult;
}

/** What its reader can do. */
export interface TrainerActions {
  readonly toggle: () => void;
  readonly step: () => void;
  readonly reset: () => void;
  readonly newStart: () => void;
  readonly change: (attribute: string, value: unknown) => void;
}

/** Steps taken, as it is written: also between two updates, by `count.textContent`. */
export function countText(steps: number, strings: StringsController): string {
  return strings.number(steps);
}

export function trainerToolbar(shown: TrainerControls, strings: StringsController, act: TrainerActions): TemplateResult {
  const { paused, hiddenLayers, stepsPerFrame, learningRate, target, seed } = shown;
  const several = hiddenLayers.length > 1;
  return html`
    <div class="actions">
      ${action({ name: strings.text(paused ? 'play' : 'pause'), icon: paused ? icons.play : icons.pause, onClick: act.toggle, classes: 'play primary narrow' })}
      ${action({ name: strings.text('oneStep'), icon: icons.step, onClick: act.step, classes: 'narrow' })}
      ${action({ name: strings.text('reset'), icon: icons.newStart, onClick: act.reset, classes: 'narrow' })}
      <span class="count">${strings.text('step')} <b .textContent=${countText(shown.steps, strings)}></b></span>
    </div>
    <div class="fields">
      <div class="double">${decadesField({
        name: strings.text('speed'), from: 0, to: 4, whole: true, value: stepsPerFrame, text: strings.text('perFrame', { count: strings.number(stepsPerFrame) }),
        onInput: (value) => act.change('steps-per-frame', value),
      })}</div>
      <div class="double">${decadesField({
        name: strings.text('learningRate'), from: -3, to: 1, value: learningRate, text: strings.format(learningRate),
        onInput: (value) => act.change('learning-rate', value),
      })}</div>
      ${hiddenLayers.map((width, k) => numberField({
        name: several ? `${strings.text('hiddenNeurons')} ${strings.number(k + 1)}` : strings.text('hiddenNeurons'), min: 1, max: 64, step: 1, value: width, strings,
        disabled: shown.fixedLayers, onInput: (value) => act.change('hidden-layers', hiddenLayers.map((each, l) => (l === k ? value : each))),
      }))}
      ${choiceField({
        name: strings.text('target'), value: target, choices: targetNames, nameOf: (name) => strings.text(name), onInput: (value) => act.change('target', value),
      })}
      <div class="double together">
        ${textField(strings.text('seed'), seed, 200, (value) => act.change('seed', value))}
        ${action({ name: strings.text('newStart'), icon: icons.dice, onClick: act.newStart })}
      </div>
    </div>
    ${shown.place}`;
}
