import { outlineSteps, type Outline } from '../../core/contour.js';
import { createTarget, isTargetName, type Target } from '../../core/index.js';
import { levelSteps } from '../../core/levels.js';
import { namedOutline } from '../../core/outlines.js';
import { oncePer } from '../../element/memo.js';

/** The name or expression that a target is created from, and its radius. */
interface TargetOptions {
  /** A name or an expression. */
  readonly target: string;
  /** Of a name. */
  readonly radius?: number;
}

/** A target as it is drawn. */
export interface Shape {
  readonly outline: Outline;
  /** Of a target with values between 0 and 1. */
  readonly levels: readonly Outline[];
  /** Whether both are there; they are empty until then. */
  readonly isWhole: boolean;
  /** Finds more of them, for some milliseconds. */
  trace?(): void;
}

const MAX_TARGETS = 50;
/** Steps of an outline in a slice; each is about a thousand calls of the target. */
const STEPS = 12;

/** The targets created so far: fifty trainers of the circle create it and trace its outline once. */
const targets = new Map<string, Target>();
const optionsByTarget = new WeakMap<Target, TargetOptions>();

/** Returns the options that `targetFor` created a target from, without the radius if it is an expression. */
export function optionsOf(target: Target): TargetOptions | undefined {
  return optionsByTarget.get(target);
}

/** Returns the target of these options: `current`, the one in use, if it is of the same. */
export function targetFor({ target: name, radius }: TargetOptions, current: Target | undefined): Target {
  const inUse = current && optionsOf(current);
  if (inUse?.target === name && (inUse.radius === undefined || inUse.radius === radius)) return current!;
  const key = isTargetName(name) ? `${name} ${radius}` : name; // no expression is a name and a number
  let target = targets.get(key);
  if (!target) {
    if (targets.size === MAX_TARGETS) targets.clear(); // somebody has moved a slider for the radius
    target = createTarget(name, { radius });
    targets.set(key, target);
    optionsByTarget.set(target, isTargetName(name) ? { target: name, radius } : { target: name });
  }
  return target;
}

/** The outline of an expression, which is traced a slice at a time. */
class TracedShape implements Shape {
  outline: Outline = [];
  levels: readonly Outline[] = [];
  isWhole = false;
  private readonly _steps: Iterator<undefined>;

  constructor(target: Target) {
    this._steps = this._trace(target);
  }

  trace(): void {
    for (let k = 0; k < STEPS && !this.isWhole; k++) this._steps.next();
  }

  private* _trace(target: Target): Generator<undefined> {
    const levels = yield* levelSteps(target);
    this.outline = yield* outlineSteps(target);
    this.levels = levels;
    this.isWhole = true;
  }
}

/** Returns the outline and the levels of a target, which are found once: those of an expression are traced. */
export const shapeOf = oncePer((target: Target): Shape => {
  const { target: name = '', radius } = optionsOf(target) ?? {};
  if (!isTargetName(name) || radius === undefined) return new TracedShape(target);
  return { outline: namedOutline(name, radius), levels: [], isWhole: true };
});
