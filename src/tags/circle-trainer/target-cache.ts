import { traceOutline, type Outline } from '../../core/contour.js';
import { createTarget, isTargetName, type Target } from '../../core/index.js';
import { traceLevels } from '../../core/levels.js';
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
}

const MAX_TARGETS = 50;

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

/** Returns the outline and the levels of a target, which are found once: those of an expression are traced. */
export const shapeOf = oncePer((target: Target): Shape => {
  const { target: name = '', radius } = optionsOf(target) ?? {};
  if (isTargetName(name) && radius !== undefined) return { outline: namedOutline(name, radius), levels: [] };
  return { outline: traceOutline(target), levels: traceLevels(target) };
});
