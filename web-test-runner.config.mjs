import { relative } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { launcher, launchOptions, startWebKit, usableBrowsers } from './scripts/browsers.mjs';
import { note } from './scripts/totals.mjs';

const found = usableBrowsers();
const only = process.env.ENGINE?.split(',');
const wanted = (engine) => found[engine] && (!only || only.includes(engine));

function puppeteerLauncher(engine) {
  return chromeLauncher({ launchOptions: launchOptions(engine, found[engine]), puppeteer: launcher });
}

async function webkitLauncher() {
  const { port, capabilities } = await startWebKit({ programs: found.webkit });
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

/** Every test of a suite, with its name in full. */
function* testsOf(suite, path = []) {
  for (const test of suite?.tests ?? []) yield { ...test, name: [...path, test.name].join(' ') };
  for (const inner of suite?.suites ?? []) yield* testsOf(inner, [...path, inner.name]);
}

/** Counts by engine, and what failed. A file that did not load, or ended in an error, is one failure. */
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
          const file = relative('.', session.testFile);
          for (const test of failed) failures.push(`${file}: ${test.name}: ${test.error?.message}`);
          if (failed.length === 0 && !session.passed) failures.push(`${file}: ${session.errors[0]?.message ?? 'did not pass'}`);
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
 * Results are sent as a structured clone, and those of a file whose failed test compared what has none,
 * as elements and promises, would never arrive: it would seem to hang. Their text is enough.
 */
function resultsThatArrive() {
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
  files: ['src/**/*.test.ts', '!src/**/*.long.test.ts', '!src/**/*.node.test.ts'],
  nodeResolve: true,
  plugins: [esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' })],
  browsers,
  // One page a browser: a tab in the background gets no animation frames, and WebKit has one window.
  concurrency: 1,
  concurrentBrowsers: 2,
  testRunnerHtml: (framework) => `<!doctype html><html><body><script>(${resultsThatArrive})()</script><script type="module" src="${framework}"></script></body></html>`,
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), totals()],
};
