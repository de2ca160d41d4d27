import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isTargetName, targetNames } from '../../core/index.js';
import { icons } from '../../ui/buttons.js';
import { actionButton, choiceField, numberField, powerOfTenSlider, sliderField, textField } from '../../ui/fields.js';
import { isolated } from '../../ui/text.js';
import { explainTarget } from '../../ui/typed-text.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

/** Stands for the points in the list of targets. No target has this name. */
const POINTS = '';

/** Writes the present step into a toolbar between two updates. */
export function writeStep({ renderRoot: root, run: { goal: step }, trainer, strings }: NnCircleTrainer): void {
  const { firstStep, lastStep } = trainer;
  const count = root.querySelector('.count b');
  if (count) count.textContent = strings.number(step);
  const last = root.querySelector('.time .value');
  if (last) last.textContent = strings.number(lastStep);
  const slider = root.querySelector<HTMLInputElement>('.time input');
  if (!slider) return;
  const max = Math.max(lastStep, firstStep + 1);
  slider.max = String(max);
  slider.value = String(step);
  slider.ariaValueText = strings.number(step);
  slider.style.setProperty('--_at', String((step - firstStep) / (max - firstStep)));
}

/** Renders the controls of a toolbar; `features` are those of the features in use. */
export function renderToolbar(host: NnCircleTrainer, features: TemplateResult): TemplateResult {
  const { strings, target } = host;
  return html`
    ${renderActions(host)}
    ${renderTime(host)}
    <div class="fields">
      <div class="double">${renderSpeed(host)}</div>
      <div class="double">${powerOfTenSlider({
        name: strings.text('learningRate'), from: -3, to: 1, value: host.learningRate,
        text: strings.format(host.learningRate), onInput: (value) => host.changeByReader('learning-rate', value),
      })}</div>
    </div>
    <div class="fields thirds">
      ${renderHiddenLayers(host)}
      ${renderTarget(host)}
      <div class="together">
        ${textField({
          name: strings.text('seed'), value: host.seed, strings,
          onChange: (value) => void host.changeByReader('seed', value),
        })}
        ${actionButton({ name: strings.text('newStart'), icon: icons.dice, bare: true, onClick: host.onNewStart })}
      </div>
    </div>
    ${isTargetName(target) ? nothing
      : textField({
        name: strings.text('expression'), value: target, strings, classes: 'formula', onChange: (text) => {
          const problem = host.onTarget(text);
          return problem && explainTarget(text, problem);
        },
      })}
    ${features}`;
}

function renderActions(host: NnCircleTrainer): TemplateResult {
  const { paused, run, strings } = host;
  return html`
    <div class="actions">
      ${actionButton({
        name: strings.text(paused ? 'play' : 'pause'), icon: paused ? icons.play : icons.pause,
        onClick: host.onToggle, classes: 'play primary narrow',
      })}
      ${actionButton({
        name: strings.text('oneStep'), icon: icons.step, onClick: () => host.step(), classes: 'narrow',
      })}
      ${actionButton({
        name: strings.text('reset'), icon: icons.newStart, onClick: () => host.reset(), classes: 'narrow',
      })}
      <span class="count">${strings.text('step')} <b .textContent=${live(strings.number(run.goal))}></b></span>
    </div>`;
}

function renderTime(host: NnCircleTrainer): TemplateResult {
  const { run: { goal }, strings, trainer: { firstStep, lastStep } } = host;
  return html`<div class="time">${sliderField({
    name: strings.text('time'), min: firstStep, max: Math.max(lastStep, firstStep + 1), step: 1, value: goal,
    text: strings.number(lastStep), spoken: strings.number(goal), onInput: (step) => {
      host.pause();
      void host.goTo(step);
    },
  })}</div>`;
}

/** The paces of the toolbar; the one in use may be none of them. */
const SPEEDS = ['auto', '1', '10', '100', '1000'];

function renderSpeed(host: NnCircleTrainer): TemplateResult {
  const { strings } = host;
  const value = String(host.stepsPerFrame);
  return choiceField({
    name: strings.text('speed'), value, choices: SPEEDS.includes(value) ? SPEEDS : [...SPEEDS, value],
    nameOf: (speed) => (speed === 'auto' ? strings.text('automatic')
      : strings.text('perFrame', { count: strings.number(Number(speed)) })),
    onInput: (speed) => host.changeByReader('steps-per-frame', speed),
  });
}

function renderHiddenLayers(host: NnCircleTrainer): TemplateResult[] {
  const { builder: { hasFixedLayers: disabled }, hiddenLayers, strings } = host;
  const nameOf = (k: number): string => (hiddenLayers.length === 1 ? strings.text('hiddenNeurons')
    : `${strings.text('hiddenNeurons')}, ${strings.text('layerNumber', { number: strings.number(k + 1) })}`);
  return hiddenLayers.map((value, k) => numberField({
    name: nameOf(k), min: 1, max: 64, step: 1, value, strings, disabled,
    onInput: (width) => host.changeByReader('hidden-layers', hiddenLayers.map((each, l) => (l === k ? width : each))),
  }));
}

function renderTarget(host: NnCircleTrainer): TemplateResult {
  const { strings, target, trainer: { examples } } = host;
  return choiceField({
    name: strings.text('target'), value: examples ? POINTS : target,
    choices: [...(examples ? [POINTS] : []), ...targetNames, ...(isTargetName(target) ? [] : [target])],
    nameOf: (name) => (name === POINTS ? strings.text('ownPoints')
      : isTargetName(name) ? strings.text(name) : isolated(name)),
    onInput: (value) => host.onTarget(value),
  });
}
