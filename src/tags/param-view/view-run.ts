import type { Source } from '../../model/trainer-registry.js';
import type { ViewChange } from '../../model/training-run.js';
import type { ModelState } from '../../core/index.js';
import { ModelScript } from '../../model/model-script.js';
import { resolveModel } from '../../model/model-options.js';
import { linkedMarkup } from '../../features/link/index.js';
import { markup } from '../../element/markup.js';
import { setViewState } from '../../model/state.js';
import { ViewAttributes } from './view-attributes.js';
import { ViewLink } from '../../features/link/index.js';
import { ViewedModel } from '../../model/shown-model.js';

/** The model that a view shows as its page wants it: all of a view but what is seen of it. */
export abstract class ViewRun extends ViewAttributes {
  /** @internal */
  readonly model = new ViewedModel(this.canvas, (change) => this.onModel(change));
  private readonly _child = new ModelScript(this, 'nothing is shown');
  private readonly _link: ViewLink = new ViewLink(this, {
    id: () => this.htmlFor,
    onChange: () => {
      this._follow();
      this.requestUpdate();
    },
    stays: () => this.model.viewed !== undefined,
    fail: (detail, sentence) => this.report(detail, sentence),
  });
  /** What is given cannot be shown. */
  protected useless = false;
  private _begun = false; // its own model has only begun to learn
  private _stated = false; // its own model came from a state

  override connectedCallback(): void {
    super.connectedCallback();
    this.model.watch();
    if (this.hasUpdated) this._follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.model.unwatch();
  }

  /** The trainer whose model is shown; may be set to one that has no id, or to undefined. */
  get source(): Source | undefined {
    return this._link.source;
  }

  set source(source: Source | undefined) {
    this._link.source = source;
  }

  /** The model shown, as plain JSON; undefined while none is. */
  getState(): ModelState | undefined {
    this.settle();
    return this.useless ? undefined : this.model.getState();
  }

  /** Shows the model of a state, a trainer's too; one that is of another shape is refused whole, with a warning that says why. */
  setState(state: ModelState): void {
    this.settle();
    const problem = setViewState(this._link.asked, () => this.model.show(state));
    if (problem) return this.reportState(state, problem);
    this.useless = false;
    this._stated = true;
    this.requestUpdate();
  }

  /** The HTML of this very picture; of one that is linked, together with its trainer, which is not shown. */
  override toHtml(): string {
    this.settle();
    const { source, run } = this._link;
    const attributes = this.attributesInUse([], ['for', 'parameters']);
    if (run && source) return linkedMarkup(source, this.localName, attributes);
    const state = this.model.fromSeed ? undefined : this.getState();
    return markup(this.localName, attributes, state && { state });
  }

  /** Something happened to the model shown. */
  protected abstract onModel(change: ViewChange): void;

  /** @internal */
  onModelScript(): void {
    this.dirty.add('parameters');
    this.requestUpdate();
  }

  /** Takes in what the page has said since the last time. */
  protected settle(): void {
    const steps = this.dirty.has('show') && !this._stated && this._begun !== (this.show === 'step');
    const touched = steps || ['seed', 'parameters', 'htmlFor'].some((name) => this.dirty.has(name));
    this.dirty.clear();
    this._link.resolve();
    if (touched || !(this.model.viewed || this.useless)) this._follow(touched);
  }

  /** Shows the model that is called for now; `anew`: another one of its own may be. */
  private _follow(anew = false): void {
    const run = this._link.run;
    if (run) {
      this.useless = false;
      this.model.follow(run);
      return;
    }
    this.model.release();
    if (this._link.waits || (this._link.asked && this.model.viewed && !this.model.own)) return; // it may come, or come back
    if (anew || !this.model.own) this._useOwn();
  }

  private _useOwn(): void {
    const { value: child } = this._child;
    if (child.state !== undefined && !this.parameters) return this._useState(child.state as ModelState);
    const { layers, parameters: given, problem } = resolveModel({ hiddenLayers: undefined, parameters: this.parameters, script: child });
    this.useless = problem !== undefined || this._child.isUnusable || this.isUnusable('parameters');
    if (problem) this._child.fail(this.parameters ? 'parameters' : '', this.parameters ?? child, problem);
    this._stated = false;
    this._begun = this.show === 'step';
    if (!this.useless) this.model.train(this.seed, layers, given, this._begun);
  }

  private _useState(state: ModelState): void {
    const problem = setViewState(false, () => this.model.show(state));
    this.useless = problem !== undefined;
    this._stated = true;
    if (problem) this._child.fail('', state, problem);
  }
}
