import type { ActivationName } from '../../core/index.js';
import { ModelScript, type ModelScriptHost } from '../../model/model-script.js';
import { resolvePlane, type PlaneModel } from './layers.js';

export interface GivenPlaneOptions {
  /** What the attribute says, and whether that is no such thing. */
  readonly parameters: () => readonly number[] | null;
  readonly unusable: () => boolean;
  readonly activation: () => ActivationName;
}

/** The layers of two that a page gives as numbers, by `parameters` or in the child object. */
export class GivenPlane {
  private readonly _options: GivenPlaneOptions;
  private readonly _child: ModelScript;
  private _unusable = false;

  constructor(host: ModelScriptHost, options: GivenPlaneOptions) {
    this._options = options;
    this._child = new ModelScript(host, 'nothing is shown');
  }

  /** Undefined where none is given that can be used. */
  get model(): PlaneModel | undefined {
    return this._resolved.model;
  }

  /** One is given that cannot be used. */
  get unusable(): boolean {
    return this._unusable;
  }

  /** Looks at what is given, and tells the page why it cannot be used, if so. */
  check(): void {
    const { parameters, unusable } = this._options;
    const { problem } = this._resolved;
    const given = parameters();
    this._unusable = problem !== undefined || this._child.isUnusable || unusable();
    if (problem) this._child.fail(given ? 'parameters' : '', given ?? this._child.value, problem);
  }

  private get _resolved(): ReturnType<typeof resolvePlane> {
    return resolvePlane(this._options.parameters(), this._child.value, this._options.activation());
  }
}
