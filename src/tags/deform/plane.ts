import { createTarget, type ActivationName, type Network, type Target, type TargetName } from '../../core/index.js';
import { Deformation, layersOf, shareRight } from './deformation.js';
import type { TrainerLink } from '../../features/link/index.js';
import { dividingLine, leadingPairs, outputOf, type PlaneModel, type PlaneOutput } from './layers.js';

/** What an element says of a plane of its own. */
export interface PlaneSettings extends PlaneModel {
  readonly activation: ActivationName;
  readonly alpha: number;
  readonly grid: number;
  readonly target: string;
}

/** The plane in the picture: bent by the first layers of a trainer's network, as they are now, or by an element's own. */
export class ShownPlane {
  private readonly _link: TrainerLink;
  private _network: Network | undefined; // of a trainer
  private _plane!: Deformation;
  private _made = ''; // what it was made of
  private _count = 0;
  private _target: Target | undefined;
  private _targetName: string | undefined; // of the element's own
  private _inside: readonly boolean[] = [];
  private _output: PlaneOutput | undefined;
  private _scored = ''; // what of the element's own the share was worked out for
  private _right = 0;

  constructor(link: TrainerLink) {
    this._link = link;
  }

  get plane(): Deformation {
    return this._plane;
  }

  /** How many layers bend it. */
  get count(): number {
    return this._count;
  }

  /** Which of the plane's points lie inside the target; none where there is no target. */
  get inside(): readonly boolean[] {
    return this._inside;
  }

  /** Whether an output is known that divides these points. */
  get divides(): boolean {
    return this._output !== undefined && this._target !== undefined;
  }

  /** Share of the target that the output puts right. */
  get right(): number {
    return this._right;
  }

  /** a·x + b·y = c behind the last layer, at this moment. */
  get decision(): readonly [a: number, b: number, c: number] | undefined {
    return this.divides ? dividingLine(this._output!) : undefined;
  }

  /** Takes in what the element and its trainer say. */
  take(own: PlaneSettings): void {
    const { network, target, run } = this._link;
    const { w, b, activation, alpha, grid } = own;
    const made = JSON.stringify(network ? [network.layers, network.activation, network.alpha, grid] : { w, b, activation, alpha, grid });
    this._network = network;
    this._count = network ? leadingPairs(network.layers) : w.length;
    if (made !== this._made) {
      const { activation: bending, alpha: slope } = network ?? own;
      const numbers = network ? layersOf(network.parameters, this._count) : own;
      this._plane = new Deformation({ w: numbers.w, b: numbers.b, activation: bending, alpha: slope, grid });
      this._made = made;
    }
    if (network) {
      this._targetName = undefined;
      this._mark(target);
      this._output = outputOf(network);
      if (this._output && run) this._right = run.score().accuracy;
      this._scored = '';
      this.bend();
    } else {
      if (own.target !== this._targetName) this._mark(own.target === '' ? undefined : createTarget(own.target));
      this._targetName = own.target;
      this._output = own.output?.learned === undefined || own.output.learned === own.target ? own.output : undefined;
      if (this.divides) this._score(own, `${made} ${own.target}`);
    }
  }

  /** Takes a trainer's numbers as they are now. */
  bend(): void {
    if (this._network) this._plane.bend(this._network.parameters);
  }

  private _mark(target: Target | undefined): void {
    if (target === this._target) return;
    const { samples } = this._plane;
    this._target = target;
    this._inside = target ? Array.from({ length: samples.length / 2 }, (_, k) => target(samples[2 * k], samples[2 * k + 1]) >= 0.5) : [];
  }

  private _score(own: PlaneSettings, key: string): void {
    const { weights, activation } = own.output!;
    const scored = `${key} ${activation} ${Array.from(weights).join()}`;
    if (scored !== this._scored) this._right = shareRight(own, weights, own.target as TargetName, activation);
    this._scored = scored;
  }
}
