/** Pages to measure, all of one learner and one picture: 25 × 25 circles, 100 samples a frame. */

/** Runs before anything else in a page: what its frames cost, and when its first picture was there. */
function watch() {
  const seen = { script: [], times: [], requested: 0, draws: new Map(), first: undefined, longest: 0, shift: 0 };
  Object.defineProperty(window, 'seen', { value: seen });
  const request = window.requestAnimationFrame.bind(window);
  let inFrame = false; // what is drawn now is shown by the frame under way, and not by the next
  const during = (callback) => (...given) => {
    inFrame = true;
    callback(...given);
    inFrame = false;
  };
  const { ResizeObserver } = window;
  window.ResizeObserver = class extends ResizeObserver {
    constructor(callback) {
      super(during(callback));
    }
  };
  window.requestAnimationFrame = (callback) => {
    seen.requested++;
    return request((time) => {
      const begin = performance.now();
      during(callback)(time);
      seen.script.push(performance.now() - begin);
      seen.times.push(time);
    });
  };
  const { fill } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fill = function (...how) {
    if (seen.first === undefined) {
      seen.first = null;
      const shown = () => setTimeout(() => { seen.first = performance.now(); }); // after the frame that shows it
      if (inFrame) shown();
      else request(shown);
    }
    return fill.apply(this, how);
  };
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    seen.draws.set(this.canvas, (seen.draws.get(this.canvas) ?? 0) + 1);
    return clearRect.apply(this, box);
  };
  const kinds = PerformanceObserver.supportedEntryTypes;
  if (kinds.includes('longtask')) {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  }
  if (kinds.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) seen.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  }
}

/** The learner of the pages that are not ours, as the article writes it. */
function learner() {
  const H = 8;
  const sum12 = () => Array.from({ length: 12 }, Math.random).reduce((sum, u) => sum + u, -6);
  const w1 = Array.from({ length: H }, () => [sum12(), sum12()]);
  const b1 = Array.from({ length: H }, () => 0);
  const w2 = Array.from({ length: H }, () => sum12() / 2);
  let b2 = 0;
  const act = (z) => (z > 0 ? z : 0.01 * z);
  const dAct = (z) => (z > 0 ? 1 : 0.01);
  const forward = (x, y) => {
    const z = w1.map(([wx, wy], j) => wx * x + wy * y + b1[j]);
    const a = z.map(act);
    return { z, a, out: a.reduce((sum, h, j) => sum + h * w2[j], b2) };
  };
  window.predict = (x, y) => act(forward(x, y).out);
  window.learn = (steps) => {
    for (let n = 0; n < steps; n++) {
      const x = 2 * Math.random() - 1;
      const y = 2 * Math.random() - 1;
      const { z, a, out } = forward(x, y);
      const d = (act(out) - +(Math.hypot(x, y) < 0.5)) * dAct(out);
      for (let j = 0; j < H; j++) {
        const dz = d * w2[j] * dAct(z[j]);
        w2[j] -= 0.1 * d * a[j];
        w1[j][0] -= 0.1 * dz * x;
        w1[j][1] -= 0.1 * dz * y;
        b1[j] -= 0.1 * dz;
      }
      b2 -= 0.1 * d;
    }
  };
}

function sketch() {
  window.setup = () => window.createCanvas(420, 420);
  window.draw = () => {
    window.learn(100);
    window.clear();
    window.noFill();
    window.stroke(26, 95, 180);
    window.circle(210, 210, 210);
    window.noStroke();
    window.fill(27, 29, 34);
    for (let row = 0; row < 25; row++) {
      for (let column = 0; column < 25; column++) {
        const p = window.predict((2 * column + 1) / 25 - 1, 1 - (2 * row + 1) / 25);
        if (p > 0) window.circle((column + 0.5) * 16.8, (row + 0.5) * 16.8, 2 * 0.41 * 16.8 * Math.min(p, 1.2));
      }
    }
  };
}

function plain() {
  const canvas = document.querySelector('canvas');
  const ctx = canvas.getContext('2d');
  canvas.width = canvas.height = 420 * devicePixelRatio;
  ctx.scale(devicePixelRatio, devicePixelRatio);
  const frame = () => {
    window.learn(100);
    ctx.clearRect(0, 0, 420, 420);
    ctx.beginPath();
    ctx.arc(210, 210, 105, 0, 2 * Math.PI);
    ctx.stroke();
    ctx.beginPath();
    for (let row = 0; row < 25; row++) {
      for (let column = 0; column < 25; column++) {
        const p = window.predict((2 * column + 1) / 25 - 1, 1 - (2 * row + 1) / 25);
        if (p <= 0) continue;
        const [x, y, r] = [(column + 0.5) * 16.8, (row + 0.5) * 16.8, 0.41 * 16.8 * Math.min(p, 1.2)];
        ctx.moveTo(x + r, y);
        ctx.arc(x, y, r, 0, 2 * Math.PI);
      }
    }
    ctx.fill();
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

const page = (head, body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
<script>(${watch})()</script>${head}<style>body { margin: 0 } .wall { display: flex; flex-wrap: wrap; gap: 2px }</style>${body}`;

const ours = '<link rel="stylesheet" href="/dist/nn-elements.css"><script type="module" src="/dist/nn-elements.min.js"></script>';
const tags = (count, width) => Array.from({ length: count }, (_, seed) =>
  `<nn-circle-trainer seed="${seed}" max-steps="none" style="width: ${width}px"></nn-circle-trainer>`).join('');

/** Trainers on a screen of 1600 × 1000, each as wide as fits. */
export const widths = { 1: 420, 10: 240, 50: 140, 100: 110, 500: 48 };

export const pages = {
  '/plain.html': page('', `<canvas style="width: 420px; height: 420px"></canvas><script>(${learner})();(${plain})()</script>`),
  '/file.html': page('<script type="module" src="/plain.js"></script>', '<canvas style="width: 420px; height: 420px"></canvas>'),
  '/plain.js': `(${learner})();(${plain})()`,
  '/p5.html': page(`<script>(${learner})();(${sketch})()</script><script src="/bench/node_modules/p5/lib/p5.min.js"></script>`, ''),
  '/tag.html': page(ours, tags(1, 420)),
  '/fifty.html': page(ours, `<div class="wall">${tags(50, 140)}</div>`),
  '/scroll.html': page(ours, tags(50, 400)),
};
// For views: a trainer alone, and with five others that show its model.
const trained = '<nn-circle-trainer id="demo" seed="7" hidden-layers="2 8" max-steps="none" steps-per-frame="5000" style="width: 240px"></nn-circle-trainer>';
const views = '<nn-param-view for="demo"></nn-param-view><nn-param-view for="demo" show="structure"></nn-param-view><nn-deform for="demo"></nn-deform>'
  + '<nn-neuron for="demo" neuron="1.1" probe="0 0"></nn-neuron><nn-neuron for="demo"></nn-neuron>';
const grid = (body) => page(`${ours}<style>.wall > * { width: 240px }</style>`, `<div class="wall">${body}</div>`);
pages['/views-1.html'] = grid(trained);
pages['/views-6.html'] = grid(trained + views);
// For memory: trainers, and what of them is the canvas.
for (const count of [1, 51]) {
  pages[`/trainers-${count}.html`] = page(ours, `<div class="wall">${tags(count, 140)}</div>`);
  pages[`/canvases-${count}.html`] = page('', `<div class="wall">${'<canvas width="280" height="280" style="width: 140px; height: 140px"></canvas>'.repeat(count)}</div>
    <script>for (const canvas of document.querySelectorAll('canvas')) canvas.getContext('2d').fillRect(9, 9, 9, 9)</script>`);
}
for (const [count, width] of Object.entries(widths)) {
  pages[`/on-${count}.html`] = page(ours, `<div class="wall">${tags(+count, width)}</div>`);
  pages[`/off-${count}.html`] = page(ours, `<div style="height: 5000px"></div><div class="wall">${tags(+count, width)}</div>`);
}
