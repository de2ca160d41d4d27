import { css } from 'lit';
import type { Sample } from '../../core/index.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

/** How long a sample is seen, in ms. */
const FLASH_MS = 300;

export const flashStyles = css`
  /* Over the square alone, not over a chart; x grows to the right in every language. */
  .flashes { position: absolute; inset-block-start: 0; inset-inline: 0; aspect-ratio: 1; direction: ltr; }
  .flashes { pointer-events: none; }
  .flashes i {
    --_dot: calc(1px * var(--_grow, 1));
    position: absolute; box-sizing: border-box; inline-size: calc(13 * var(--_dot)); block-size: calc(13 * var(--_dot));
    margin: calc(-6.5 * var(--_dot)); border-radius: 50%;
    border: calc(2.5 * var(--_dot)) solid var(--_negative); forced-color-adjust: none;
  }
  .flashes .inside { background: var(--_positive); border-color: var(--_positive); }
`;

/**
 * Shows each sample that is learned while they are few: a dot on the picture that fades, filled where the sample is
 * inside the target, hollow outside. The canvas under it is not drawn again. Where the reader asks for less motion,
 * the last one stays until the next step.
 */
export class Flashes {
  private readonly _host: Pick<NnCircleTrainer, 'mayResume' | 'renderRoot' | 'run'>;
  private _marked = -1; // the step of the mark that stays

  constructor(host: Pick<NnCircleTrainer, 'mayResume' | 'renderRoot' | 'run'>) {
    this._host = host;
  }

  /** Shows the sample that the next step learns. */
  add({ x, y, target }: Sample): void {
    const place = this._place;
    if (!place || Math.abs(x) > 1 || Math.abs(y) > 1) return; // noise may carry a point away
    const dot = place.ownerDocument.createElement('i');
    dot.className = target >= 0.5 ? 'inside' : 'outside';
    dot.style.setProperty('left', `${50 + 50 * x}%`);
    dot.style.setProperty('top', `${50 - 50 * y}%`);
    if (!this._host.mayResume) {
      place.replaceChildren(dot);
      this._marked = this._host.run.trainer!.steps + 1;
      return;
    }
    place.append(dot);
    const fading = dot.animate([{ opacity: 1 }, { opacity: 0 }], { duration: FLASH_MS, fill: 'forwards' });
    fading.onfinish = () => dot.remove();
  }

  /** Removes the mark once the run is at another step. */
  follow(): void {
    if (this._marked < 0 || this._marked === this._host.run.trainer!.steps) return;
    this._marked = -1;
    this._place?.replaceChildren();
  }

  private get _place(): HTMLElement | null {
    return this._host.renderRoot?.querySelector('.flashes') ?? null;
  }
}
