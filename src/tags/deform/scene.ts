import { createTarget, type Network, type Target } from '../../core/index.js';
import { durations, Throttle } from '../../page/timing.js';
import type { Size } from '../../draw/types.js';
import { Memo, oncePer } from '../../element/memo.js';
import type { LocalPoint } from '../../page/pointer-controller.js';
import type { PlanePlace, ProbedPicture } from '../../ui/probe.js';
import { pairText } from '../../ui/text.js';
import { REACH } from '../../ui/tooltip.js';
import { DeformedPlane, samples } from './deformed-plane.js';
import {
  accuracyOf, countPairLayers, dividingLine, outputNeuronOf, unflattenLayers, type OutputNeuron,
} from './layers.js';
import type { NnDeform } from './nn-deform.js';
import { crosses, layOutDeform, type DeformLayout } from './picture.js';
import { layOutStages, panelAt, type Panel, type Stages } from './stages.js';

/** Returns whether each sample point lies inside a target. */
const insideOf = oncePer((target: Target): readonly boolean[] =>
  Array.from({ length: samples.length / 2 }, (_, k) => target(samples[2 * k], samples[2 * k + 1]) >= 0.5));

/** What the picture of an `<nn-deform>` shows: points, and the plane as its trainer's network or its own deforms it. */
export class DeformScene implements ProbedPicture {
  plane!: DeformedPlane;
  /** Whether each sample point lies inside the target; empty without a target. */
  inside: readonly boolean[] = [];
  /** The place of the input that is followed through all pictures. */
  followed: PlanePlace = [0.5, 0.5];
  /** Share of the target that the output puts on the right side, in [0, 1]. */
  accuracy = 0;
  private readonly _host: NnDeform;
  private _network: Network | undefined; // of the trainer
  private _output: OutputNeuron | undefined; // if it divides the sample points
  private readonly _planes = new Memo<DeformedPlane>();
  private readonly _targets = new Memo<Target | undefined>();
  private readonly _accuracies = new Memo<number>();
  private readonly _layouts = new Memo<Stages>();
  private readonly _scoring = new Throttle();
  private _panelIndex: number | undefined; // of the picture that was pointed at last

  constructor(host: NnDeform) {
    this._host = host;
  }

  /** The line a·x + b·y = c behind the last layer where the output divides the points now; undefined without one. */
  get decision(): readonly [a: number, b: number, c: number] | undefined {
    return this._output && dividingLine(this._output);
  }

  /** Takes in what the element's attributes and its trainer say. */
  update(): void {
    const { link, own, w, b, grid, target: name } = this._host;
    const { network, run } = link;
    const { activation, alpha } = network ?? this._host;
    this._network = network;
    this.plane = this._planes.get([network, w, b, activation, alpha, grid], () => {
      const layers = network ? unflattenLayers(network.parameters, countPairLayers(network.layers)) : { w, b };
      return new DeformedPlane({ ...layers, activation, alpha, grid });
    });
    this.followTrainer();
    const target = network
      ? link.target
      : this._targets.get([name], () => (name === 'none' ? undefined : createTarget(name)));
    this.inside = target ? insideOf(target) : [];
    const output = network ? outputNeuronOf(network) : own.outputFor(name);
    this._output = target && output;
    if (!this._output) return;
    if (!network) {
      this.accuracy = this._accuracies.get([w, b, activation, alpha, output, name], () =>
        accuracyOf({ w, b, activation, alpha }, output!, name));
    } else if (run && this._scoring.isDue(run.playing ? performance.now() : Infinity, durations.words)) {
      this.accuracy = run.score().accuracy;
    }
  }

  /** Deforms the plane by the trainer's parameters as they are now. */
  followTrainer(): void {
    if (this._network) this.plane.setParameters(this._network.parameters);
  }

  /** The places of the pictures in a canvas of this size. */
  stagesIn({ width, height }: Pick<Size, 'width' | 'height'>): Stages {
    const { layer } = this._host;
    return this._layouts.get([width, height, this.plane.layerCount, layer], () =>
      layOutStages({ width, height, density: 1 }, this.plane.layerCount, layer));
  }

  /** How many layers the plane of a picture has gone through. */
  layerOf({ layer }: Panel): number {
    return layer ?? this._host.position;
  }

  /** Whether the line that divides the points can be seen in a picture of the last layer. */
  showsDecision(panel: Panel): boolean {
    const { decision, plane, _host: { layer } } = this;
    return decision !== undefined && this.layerOf(panel) === plane.layerCount
      && crosses(decision, panel.box, plane.frameAt(plane.layerCount), layer !== 'all');
  }

  placeAt({ x, y }: LocalPoint): PlanePlace | undefined {
    const stages = this._stages;
    const panel = panelAt(stages, x, y);
    if (!panel) return undefined;
    this._panelIndex = stages.panels.indexOf(panel);
    const { px, py, scale } = this._layoutOf(panel);
    return this.plane.nearestNode([(x - px(0)) / scale, (py(0) - y) / scale], this.layerOf(panel), REACH / scale);
  }

  pointOf(at: PlanePlace): LocalPoint {
    const panel = this._panel;
    const { px, py } = this._layoutOf(panel);
    const [x, y] = this.plane.map(at, this.layerOf(panel));
    return { x: px(x), y: py(y) };
  }

  describe(at: PlanePlace): string {
    const { strings, surface, position } = this._host;
    const layer = surface ? this.layerOf(this._panel) : position;
    return `${pairText(at, strings, 2)} → ${pairText(this.plane.map(at, layer), strings, 2)}`;
  }

  private get _stages(): Stages {
    return this.stagesIn(this._host.canvas.size);
  }

  /** The picture that was pointed at last, else the one that moves. */
  private get _panel(): Panel {
    const { panels } = this._stages;
    return panels[this._panelIndex ?? -1] ?? panels.find(({ layer }) => layer === undefined) ?? panels[0];
  }

  private _layoutOf(panel: Panel): DeformLayout {
    return layOutDeform(panel.box, this.plane.frameAt(this.layerOf(panel)), this._host.layer !== 'all');
  }
}
