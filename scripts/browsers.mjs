/** Finds the browsers of this machine, installs missing ones where it can, and starts them. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

export const engines = ['chromium', 'firefox', 'webkit'];

/** Whether all three have to be there, as on a build server. */
const strict = Boolean(process.env.CI) && process.env.CI !== 'false';

/**
 * Without a window manager the window under the pointer has the keyboard, and the pointer rests in the
 * middle of the screen. In one as low as this that is on the toolbar: the page has the focus, and no
 * pointer over it. Windows may be larger than the screen.
 */
const SCREEN = '400x60x24';

const programs = {
  chromium: {
    variable: 'CHROME_PATH',
    names: [
      'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge',
      'microsoft-edge-stable',
    ],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox', 'firefox-esr'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
  miniBrowser: {
    variable: 'WEBKIT_MINIBROWSER_PATH',
    names: [],
    get paths() {
      return miniBrowsers(); // each time, as it may have been installed meanwhile
    },
  },
  webkitDriver: { variable: 'WEBKIT_WEBDRIVER_PATH', names: ['WebKitWebDriver'], paths: [] },
  xvfb: { variable: 'XVFB_PATH', names: ['Xvfb'], paths: [] },
};

/** What apt installs for each engine; the font is for the Japanese of screenshots. */
const debianPackages = {
  chromium: ['chromium', 'fonts-noto-cjk'],
  firefox: ['firefox-esr', 'fonts-noto-cjk'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'fonts-noto-cjk'],
};

function miniBrowsers() {
  const folders = (root) => (existsSync(root) ? readdirSync(root, { withFileTypes: true }) : [])
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name));
  const roots = ['/usr/lib', '/usr/lib64', '/usr/libexec'];
  return [...roots, ...folders('/usr/lib').filter((path) => path.includes('-linux-'))]
    .flatMap(folders)
    .filter((path) => /\/webkit2?gtk-[\d.]+$/.test(path))
    .map((path) => join(path, 'MiniBrowser'));
}

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function find({ variable, names, paths }) {
  const chosen = process.env[variable];
  if (chosen) {
    if (!runnable(chosen)) throw new Error(`${variable} is ${chosen}, which is no program`);
    return chosen;
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...paths].find(runnable);
}

/** Returns the programs found: `chromium` and `firefox` as paths, `webkit` as `{ miniBrowser, driver, xvfb }`. */
function findBrowsers() {
  const miniBrowser = find(programs.miniBrowser);
  const driver = find(programs.webkitDriver);
  const xvfb = find(programs.xvfb);
  return {
    chromium: find(programs.chromium),
    firefox: find(programs.firefox),
    webkit: miniBrowser && driver && xvfb ? { miniBrowser, driver, xvfb } : undefined,
  };
}

/** Returns the engines that are not on this machine. */
function missing(found = findBrowsers()) {
  return engines.filter((engine) => !found[engine]);
}

/** Installs the missing engines if this is Debian and we are root; otherwise says how. */
function installMissing() {
  const absent = missing();
  if (absent.length === 0) return;
  const packages = [...new Set(absent.flatMap((engine) => debianPackages[engine]))];
  const steps = [['update'], ['install', '-y', '--no-install-recommends', ...packages]];
  const debian = spawnSync('apt-get', ['--version']).status === 0;
  if (!debian) {
    const variables = Object.values(programs).map(({ variable }) => variable).join(', ');
    console.log(`Not installed: ${absent.join(', ')}. Install them, or set ${variables}.`);
    return;
  }
  if (process.getuid() !== 0) {
    const commands = steps.map((step) => `sudo apt-get ${step.join(' ')}`).join(' && ');
    console.log(`Not installed: ${absent.join(', ')}. To install them:\n  ${commands}`);
    return;
  }
  for (const step of steps) {
    console.log(`apt-get ${step.join(' ')}`);
    const { status } = spawnSync('apt-get', ['-q', ...step], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) console.error(`apt-get ${step[0]} failed (${status})`);
  }
}

/** The engines to test in, with their programs. Throws if that is none or, where all are required, not all. */
export function usableBrowsers() {
  const found = findBrowsers();
  const absent = missing(found);
  if (absent.length === engines.length || (strict && absent.length > 0)) {
    throw new Error(`browsers not found: ${absent.join(', ')}. Run: node scripts/browsers.mjs`);
  }
  if (absent.length > 0) console.warn(`Left out, as they are not installed: ${absent.join(', ')}.`);
  return found;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const running = new Set();

function stopGroup(child) {
  if (!running.delete(child)) return;
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // it has ended
  }
}

function stopAll() {
  for (const child of [...running].reverse()) stopGroup(child);
}

process.on('exit', stopAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // puppeteer listens too, and would close its browsers but leave us running.
  process.once(signal, () => process.exit(1));
}

/** Starts a program in a process group of its own, which ends with this process at the latest. */
function start(program, args, options) {
  const child = spawn(program, args, { ...options, detached: true });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.unref();
  return child;
}

/** An X screen in memory. Not xvfb-run: a shell between us and the server outlives a kill. */
async function startScreen(xvfb) {
  const child = start(xvfb, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    let text = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    child.stdio[3].on('data', (data) => {
      text += data;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  child.stdio[3].destroy();
  return { child, display: `:${number}` };
}

/**
 * Starts WebKitWebDriver on a free port and a screen of its own.
 *
 * `density` is a whole number: GTK scales by nothing else. Returns the port, the capabilities that
 * open a browser there, and `stop`.
 */
export async function startWebKit({ miniBrowser, driver, xvfb }, density = 1) {
  const screen = await startScreen(xvfb);
  const port = await freePort();
  const child = start(driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: screen.display,
      GDK_BACKEND: 'x11',
      GDK_SCALE: String(density),
      // As root, or in a container, WebKit has neither the rights for a sandbox nor a graphics card.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      ...LOCALE,
    },
  });
  const stop = () => {
    stopGroup(child);
    stopGroup(screen.child);
  };
  for (let tries = 0; ; tries++) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      break;
    } catch (error) {
      if (tries === 600) {
        stop();
        throw new Error('WebKitWebDriver does not answer', { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  // On a graphics card, even one in software, it samples a path's edge in four points, and not always in the same: one
  // picture drawn twice differs in some pixels, by whether the canvas was read meanwhile.
  const args = ['--automation', '--features=-CanvasUsesAcceleratedDrawing'];
  const capabilities = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: miniBrowser, args } };
  return { port, capabilities, stop };
}

/** The language of all browsers, whatever the machine's is. In the C locale, navigator.language is "C" in WebKit. */
const LOCALE = { LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en_US' };

/** Options for `launcher`. Chromium has no sandbox as root, and no browser is to call home from a test. */
export function launchOptions(engine, executablePath) {
  const common = {
    executablePath, headless: true, timeout: 300_000, protocolTimeout: 600_000, env: { ...process.env, ...LOCALE },
  };
  if (engine === 'firefox') {
    return { ...common, browser: 'firefox', extraPrefsFirefox: { 'intl.accept_languages': 'en-US, en' } };
  }
  return {
    ...common,
    browser: 'chrome',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--lang=en-US', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  };
}

/** Puppeteer, whose Firefox would outlive a test that is stopped from outside. */
export const launcher = {
  async launch(options) {
    const browser = await puppeteer.launch(options);
    const child = browser.process();
    running.add(child);
    child.once('exit', () => running.delete(child));
    return browser;
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installMissing();
  try {
    const found = usableBrowsers();
    for (const engine of engines) {
      if (found[engine]) console.log(`${engine}: ${found[engine].miniBrowser ?? found[engine]}`);
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
