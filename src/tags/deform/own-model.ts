import type { ModelState } from '../../core/index.js';
import { Memo } from '../../element/memo.js';
import { ModelScript } from '../../model/model-script.js';
import type { Layers } from './attributes.js';
import { defaultAlpha, defaultModel } from './default-model.js';
import {
  modelFromState, randomLayers, readModel, stateOf, type OutputNeuron, type PairModel,
} from './layers.js';
import type { NnDeform } from './nn-deform.js';

const noLayers: Layers = [];
const noBiases = Object.freeze([Object.freeze([0]), Object.freeze([0])]);

/**
 * The model that an `<nn-deform>` shows if it shows no trainer's. Its weights come from the first of these that is
 * given: `w`, a state set by a script, `parameters` or the child object, `seed`, the default. Its biases come from `b`,
 * otherwise from the same place as the weights.
 */
export class OwnModel {
  private readonly _host: NnDeform;
  private readonly _script: ModelScript;
  private _state: { readonly model: PairModel; readonly setAmong: readonly unknown[] } | undefined;
  private readonly _read = new Memo<ReturnType<typeof readModel>>();
  private readonly _random = new Memo<PairModel>();
  private readonly _biases = new Memo<Layers>();

  constructor(host: NnDeform) {
    this._host = host;
    this._script = new ModelScript(host, 'nothing is shown');
  }

  /** Whether parameters are given that cannot be used, and nothing that goes before them. */
  get isUnusable(): boolean {
    if (this._stateInUse) return false;
    return this._given.problem !== undefined || this._script.isUnusable || this._host.isUnusable('parameters');
  }

  /** The output neuron, where one belongs to the weights and biases in use. */
  get output(): OutputNeuron | undefined {
    const { _fallback: model, _host: host } = this;
    const isOther = model === defaultModel && (host.activation !== 'leaky-relu' || host.alpha !== defaultAlpha);
    return host.isSet('w') || host.isSet('b') || isOther ? undefined : model.output;
  }

  /** The output neuron, if it has learned to divide this target. */
  outputFor(target: string): OutputNeuron | undefined {
    const { output } = this;
    return output?.learned === undefined || output.learned === target ? output : undefined;
  }

  /** Returns the weights in use; `given` are those of the attribute. */
  weights(given: Layers | undefined): Layers {
    return given ?? this._fallback.w;
  }

  /** Returns the biases in use, as many layers as there are of weights; missing ones are 0. */
  biases(given: Layers | undefined): Layers {
    const { w } = this._host;
    const found = given ?? (this._host.isSet('w') ? noLayers : this._fallback.b);
    return this._biases.get([w, found], () => Object.freeze(w.map((_, k) => found[k] ?? noBiases)));
  }

  /** Reports parameters that do not fit. */
  check(): void {
    const { parameters } = this._host;
    const { problem } = this._given;
    if (problem) this._script.fail(parameters ? 'parameters' : '', parameters ?? this._script.value, problem);
  }

  getState(): ModelState {
    const { w, b, activation, alpha } = this._host;
    return stateOf({ w, b, activation, alpha, output: this.output });
  }

  /**
   * Shows the model in `state` until the page gives a different one. Throws a RangeError with the reason if it cannot,
   * and leaves the view unchanged.
   */
  setState(state: ModelState): void {
    const model = modelFromState(state);
    const { _host: host } = this;
    for (const name of ['w', 'b']) host.write(name, null);
    host.setInUse('activation', state.activation);
    host.setInUse('alpha', state.alpha);
    this._state = { model, setAmong: this._sources };
  }

  /** Returns layers and parameters for a child object, where the attributes do not say them. */
  toJson(): object | undefined {
    if (this._host.isSet('w') || (!this._stateInUse && !this._given.model)) return undefined;
    const { layers, parameters } = this.getState();
    return { layers, parameters };
  }

  /** The model that stands in for weights and biases that are not given. */
  private get _fallback(): PairModel {
    const { seed } = this._host;
    return this._stateInUse ?? this._given.model
      ?? (seed === '' ? defaultModel : this._random.get([seed], () => randomLayers(seed)));
  }

  private get _given(): ReturnType<typeof readModel> {
    const { parameters, activation } = this._host;
    const { value } = this._script;
    return this._read.get([parameters, value, activation], () => readModel(parameters, value, activation));
  }

  private get _stateInUse(): PairModel | undefined {
    const { _state: state, _sources: sources } = this;
    if (state && state.setAmong.some((source, k) => source !== sources[k])) this._state = undefined;
    return this._state?.model;
  }

  /** Everything that the page says of the model. */
  private get _sources(): readonly unknown[] {
    const { _host: host } = this;
    return [host.isSet('w'), host.isSet('b'), host.seed, host.parameters, this._script.value];
  }
}
