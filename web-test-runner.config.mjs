/**
 * Runs tests in browsers, the tests of a folder in one page: `npx wtr` runs all, `npx wtr --group tags/neuron`
 * a folder, `npx wtr --files 'src/ui/*.test.ts'` each of these files in a page of its own.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { launcher, launchOptions, startWebKit, usableBrowsers } from './scripts/browsers.mjs';
import { loadFonts, testFonts } from './scripts/fonts.mjs';
import { bundleTests, inBrowsers } from './scripts/test-files.mjs';
import { note } from './scripts/totals.mjs';

const found = usableBrowsers();
const only = process.env.ENGINE?.split(',');
const wanted = (engine) => found[engine] && (!only || only.includes(engine));

function puppeteerLauncher(engine) {
  const browser = chromeLauncher({ launchOptions: launchOptions(engine, found[engine]), puppeteer: launcher });
  const stopSession = browser.stopSession.bind(browser);
  // It would use the page again, which has lost the focus for good if a test pressed Tab at its end.
  browser.stopSession = async (id) => {
    const page = browser.getPage(id);
    const result = await stopSession(id);
    browser.inactivePages.pop();
    await page.close();
    return result;
  };
  return browser;
}

async function webkitLauncher() {
  const { port, capabilities } = await startWebKit(found.webkit);
  const webkit = webdriverLauncher({
    automationProtocol: 'webdriver',
    hostname: '127.0.0.1',
    port,
    path: '/',
    capabilities: { ...capabilities, 'wdio:enforceWebDriverClassic': true },
  });
  const initialize = webkit.initialize.bind(webkit);
  webkit.initialize = async (config) => {
    await initialize(config);
    webkit.name = 'WebKit';
  };
  // Its own drops the promise: a page that does not load would end the whole run, as an error that nobody takes.
  webkit.startSession = async (id, url) => {
    await webkit.ensureManagerInitialized();
    await webkit.driverManager.startSession(id, url);
  };
  return webkit;
}

const browsers = ['chromium', 'firefox'].filter(wanted).map(puppeteerLauncher);
if (wanted('webkit')) browsers.push(await webkitLauncher());

/** Files that stand for the folders, as the runner knows a page by its file. */
const PAGES = 'node_modules/.cache/nn-elements/pages';
const groups = [...inBrowsers.keys()].map((name) => ({ name, files: `${PAGES}/${name.replace('/', '-')}.js` }));
rmSync(PAGES, { recursive: true, force: true });
mkdirSync(PAGES, { recursive: true });
for (const { name, files } of groups) writeFileSync(files, `// Tests of ${name}\n`);

/** Serves the tests of a folder, or of a single file, as one module. */
function bundledTests() {
  const bundles = new Map();
  const bundle = (files) => bundleTests(files, {
    prelude: "import { resetPage } from './src/testing/reset-page.ts';",
    inEach: 'after(resetPage);',
    target: 'es2022',
    conditions: ['development', 'module'],
    external: ['/__web-dev-server__*'],
  });
  return {
    name: 'bundled-tests',
    async serve({ path }) {
      const file = path.slice(1);
      const group = groups.find(({ files }) => files === file);
      if (!group && !file.endsWith('.test.ts')) return undefined;
      if (!bundles.has(file)) bundles.set(file, bundle(group ? inBrowsers.get(group.name) : [file]));
      return { body: await bundles.get(file), type: 'js' };
    },
  };
}

/** Every test of a suite, with its name in full, which begins with its file. */
function* testsOf(suite, path = []) {
  for (const test of suite?.tests ?? []) yield { ...test, name: [...path, test.name].join(' ') };
  for (const inner of suite?.suites ?? []) yield* testsOf(inner, [...path, inner.name]);
}

/** Counts by engine, and what failed. A page that did not load, or ended in an error, is one failure. */
function totals() {
  return {
    onTestRunFinished({ sessions }) {
      for (const { name } of browsers) {
        let passed = 0;
        const failures = [];
        for (const session of sessions.filter((each) => each.browser.name === name)) {
          const tests = [...testsOf(session.testResults)].filter((test) => !test.skipped);
          const failed = tests.filter((test) => !test.passed);
          passed += tests.length - failed.length;
          for (const test of failed) failures.push(`${test.name}: ${test.error?.message}`);
          if (failed.length === 0 && !session.passed) {
            failures.push(`${relative('.', session.testFile)}: ${session.errors[0]?.message ?? 'did not pass'}`);
          }
        }
        console.log(`${name}: ${passed} passed, ${failures.length} failed`);
        note(`unit tests in ${name}`, passed, failures.length, failures);
      }
    },
  };
}

// The runner writes it where its picture of the progress is drawn over it, and stops.
process.once('uncaughtException', (error) => note('unit tests: the runner', 0, 1, [String(error)]));

/**
 * Runs in the page. Results are sent as a structured clone. Those of a test that compared what has none, such
 * as elements and promises, would never arrive, and the page would seem to hang; their text is enough.
 */
function makeResultsCloneable() {
  const name = '__WTR_MOCHA_RUNNER__';
  Object.defineProperty(window, name, {
    configurable: true,
    set(runner) {
      Object.defineProperty(window, name, { value: runner });
      runner.on('fail', (_test, error) => {
        for (const key of ['actual', 'expected']) {
          try {
            JSON.stringify(structuredClone(error[key]));
          } catch {
            error[key] = String(error[key]);
          }
        }
      });
    },
  });
}

export default {
  groups: process.argv.includes('--files') ? [] : groups,
  plugins: [bundledTests()],
  browsers,
  // One page a browser: a tab in the background gets no animation frames, and WebKit has one window.
  concurrency: 1,
  concurrentBrowsers: browsers.length,
  testRunnerHtml: (framework) => `<!doctype html><html><head>${testFonts}</head><body>
    <script>(${makeResultsCloneable})()</script>
    <script type="module">await (${loadFonts})(); await import('${framework}');</script></body></html>`,
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
  browserStartTimeout: 300_000,
  testsStartTimeout: 300_000,
  testsFinishTimeout: 1_200_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), totals()],
};
