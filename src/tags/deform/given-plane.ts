import type { ActivationName } from '../../core/index.js';
import { ChildModel } from '../../model/model-script.js';
import type { NnElement } from '../../element/nn-element.js';
import { resolvePlane, type PlaneModel } from './layers.js';
import { shorten } from '../../page/warnings.js';
import type { Fail } from '../../features/link/view-link.js';

export interface GivenPlaneOptions {
  /** What the attribute says, and whether that is no such thing. */
  readonly parameters: () => readonly number[] | null;
  readonly unusable: () => boolean;
  readonly activation: () => ActivationName;
  readonly fail: Fail;
  /** The child says something else. */
  readonly onChild: () => void;
}

/** The layers of two that a page gives as numbers, by `parameters` or in the child object. */
export class GivenPlane {
  private readonly _options: GivenPlaneOptions;
  private readonly _child: ChildModel;
  private _unusable = false;

  constructor(host: NnElement, options: GivenPlaneOptions) {
    this._options = options;
    this._child = new ChildModel(host, (json, expected) => {
      if (expected) this._fail('', json, `child script "${shorten(json)}": expected ${expected}`);
      options.onChild();
    });
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
    this._unusable = problem !== undefined || this._child.unusable || unusable();
    if (problem) this._fail(given ? 'parameters' : '', given ?? this._child.value, problem);
  }

  private get _resolved(): ReturnType<typeof resolvePlane> {
    return resolvePlane(this._options.parameters(), this._child.value, this._options.activation());
  }

  private _fail(attribute: string, value: unknown, sentence: string): void {
    this._options.fail({ code: 'parameters', attribute, value, used: null, fatal: true }, `${sentence}; nothing is shown.`);
  }
}
