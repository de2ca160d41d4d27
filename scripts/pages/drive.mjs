/** Drives real browsers on real pages: one interface for three engines, and a server that notes what they ask for. */
import { createServer } from 'node:http';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { engines, launcher, launchOptions, startWebKit, usableBrowsers } from '../browsers.mjs';
import * as fonts from '../fonts.mjs';

const found = usableBrowsers();
const wanted = process.env.ENGINE?.split(',') ?? engines;

/** The engines to test in: all on this machine, or those that ENGINE names. */
export const available = engines.filter((engine) => found[engine] && wanted.includes(engine));

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.map': 'application/json', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ttf': 'font/ttf', '.xml': 'application/xml', '.xhtml': 'application/xhtml+xml',
};

/** Runs before any script of the page: records console calls and errors, for which WebDriver has no command. */
function record() {
  const entries = [];
  Object.defineProperty(window, Symbol.for('recorded'), { value: entries });
  const note = (type, text) => entries.push({ type, text: String(text) });
  for (const type of ['debug', 'log', 'info', 'warn', 'error']) {
    const original = console[type];
    console[type] = (...args) => {
      note(type, args.join(' '));
      original.apply(console, args);
    };
  }
  addEventListener('error', ({ message, target }) => {
    const address = target.src ?? target.href;
    if (message !== undefined) note('exception', message);
    else if (/^https?:/.test(address)) note('error', `${address} did not load`); // consoles report no other
  }, true);
  addEventListener('unhandledrejection', (event) => note('exception', event.reason));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    note('error', `${violatedDirective} refused ${blockedURI}`);
  });
}
const prelude = `<script>(${record})();document.currentScript.remove();</script>`;

/** Chromium's agent names both. */
const isWebKit = (agent = '') => agent.includes('AppleWebKit') && !agent.includes('Chrome');

/** Returns a page's text with `first` as the first thing after its doctype. */
function begin(page, first) {
  const [doctype] = /^\s*<!doctype[^>]*>/i.exec(page) ?? [''];
  return doctype + first + page.slice(doctype.length);
}

/**
 * Serves a folder on a free port of this machine. `headers` go with every answer; `pages` maps paths to texts
 * that are no files, HTML unless they are named otherwise. With `testFonts`, pages are set in the tests' fonts.
 * WebKit gets a recorder before the first script of a page.
 */
export async function serve(folder, { headers = {}, pages = {}, testFonts = false } = {}) {
  const root = resolve(folder);
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    requests.push({ method: request.method, path: request.url });
    try {
      const from = pathname.startsWith(fonts.FOLDER) ? resolve('.') : root;
      let path = join(from, normalize(decodeURIComponent(pathname)));
      if (path !== from && !path.startsWith(from.endsWith(sep) ? from : from + sep)) throw new Error('outside');
      if (!(pathname in pages) && (await stat(path)).isDirectory()) path = join(path, 'index.html');
      let body = pages[pathname] ?? (await readFile(path));
      const type = types[extname(path)] ?? (pathname in pages ? types['.html'] : 'application/octet-stream');
      if (type === types['.html']) {
        if (testFonts) body = begin(String(body), fonts.testFonts);
        if (isWebKit(request.headers['user-agent'])) body = begin(String(body), prelude);
      }
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/**
 * Opens a window of `width` × `height` CSS pixels, `density` device pixels each.
 *
 * `open(url)` waits for the load event, and for the fonts that the page declares. `evaluate` takes a function
 * and its arguments, or an expression, and waits for a promise. `console()` lists `{ type, text }`, errors
 * that nobody caught as `exception`, since the last `open`; in WebKit only of pages that `serve` gave.
 * `requests()` lists addresses. `press` takes a character or the name of a key (`Enter`, `ArrowLeft`,
 * `Space`). `engine` names the engine; `page` is puppeteer's, for what one engine alone can do.
 */
export async function launch(engine, options = {}) {
  const size = { width: 800, height: 600, density: 1, ...options };
  return engine === 'webkit' ? launchWebKit(size) : launchPuppeteer(engine, size);
}

/** The browsers that are running, by engine: windows of all test files are theirs. */
const browsers = new Map();

export async function closeBrowsers() {
  for (const browser of browsers.values()) await (await browser).close();
}

async function launchPuppeteer(engine, { width, height, density }) {
  if (!browsers.has(engine)) browsers.set(engine, launcher.launch(launchOptions(engine, found[engine])));
  const context = await (await browsers.get(engine)).createBrowserContext();
  const page = await context.newPage();
  const setSize = (w, h) => page.setViewport({ width: w, height: h, deviceScaleFactor: density });
  await setSize(width, height);
  await page.bringToFront();
  let entries = [];
  let addresses = [];
  page.on('console', (message) => entries.push({ type: message.type(), text: message.text() }));
  page.on('pageerror', (error) => entries.push({ type: 'exception', text: String(error?.message ?? error) }));
  page.on('request', (request) => addresses.push(request.url()));
  return {
    engine,
    page,
    setSize,
    async open(url) {
      entries = [];
      addresses = [];
      await page.goto(url, { waitUntil: 'load' });
      await page.evaluate(fonts.loadFonts);
    },
    evaluate: (code, ...args) => page.evaluate(code, ...args),
    screenshot: (path) => page.screenshot({ path }),
    press: (key) => page.keyboard.press(key === 'Space' ? ' ' : key), // puppeteer's Firefox does not know the word
    move: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    console: async () => entries.map((entry) => ({ ...entry, type: entry.type === 'warning' ? 'warn' : entry.type })),
    requests: async () => [...addresses],
    close: () => context.close(),
  };
}

/** WebDriver's code points of the keys that have no character. */
const keys = {
  Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ', Backspace: '\uE003', Delete: '\uE017',
  PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
};

async function launchWebKit({ width, height, density }) {
  const { port, capabilities, stop } = await startWebKit(found.webkit, density);
  let base = `http://127.0.0.1:${port}/session`;

  async function send(method, path, body) {
    const response = await fetch(base + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  async function evaluate(code, ...args) {
    const call = typeof code === 'function' ? `(${code})(...args)` : `(${code})`;
    const script = `const args = [...arguments], done = args.pop();
      (async () => ${call})().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await send('POST', '/execute/async', { script, args });
    if (error) throw new Error(error);
    return value;
  }

  /** The window is larger than its page by a toolbar, which keeps it from being narrow. */
  async function setSize(w, h) {
    let extra = 0;
    for (let tries = 0; tries < 100; tries++) {
      const rect = await send('POST', '/window/rect', { width: w, height: h + extra });
      if (rect.width > w) {
        throw new RangeError(`WebKit's window is at least ${rect.width} wide, not ${w}: put the page into a frame`);
      }
      const [innerW, innerH] = await evaluate(async () => {
        await new Promise((done) => setTimeout(done, 50));
        return [innerWidth, innerHeight];
      });
      if (innerW === w && innerH === h) return;
      extra = rect.height - innerH;
    }
    throw new Error(`WebKit's window does not become ${w} x ${h}`);
  }

  const act = (type, parameters, actions) =>
    send('POST', '/actions', { actions: [{ type, id: type, parameters, actions }] });
  const point = (x, y, ...rest) =>
    act('pointer', { pointerType: 'mouse' }, [{ type: 'pointerMove', duration: 0, x, y }, ...rest]);

  async function close() {
    await send('DELETE', '').catch(() => undefined); // it may have crashed
    stop();
  }

  try {
    const { sessionId } = await send('POST', '', { capabilities: { alwaysMatch: capabilities } });
    base += `/${sessionId}`;
    await send('POST', '/timeouts', { script: 300_000, pageLoad: 300_000 });
    await setSize(width, height);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    engine: 'webkit',
    setSize,
    evaluate,
    close,
    async open(url) {
      await send('POST', '/url', { url });
      await evaluate(fonts.loadFonts);
    },
    screenshot: async (path) => writeFile(path, Buffer.from(await send('GET', '/screenshot'), 'base64')),
    press: (key) => act('key', undefined, ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[key] ?? key }))),
    move: (x, y) => point(x, y),
    click: (x, y) => point(x, y, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }),
    async console() {
      const entries = await evaluate(() => window[Symbol.for('recorded')]);
      if (!entries) throw new Error('WebKit: only pages from serve() have a recorder');
      return entries;
    },
    requests: () => evaluate(
      () => [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)],
    ),
  };
}
