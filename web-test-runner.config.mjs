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
  return webkit;
}

const browsers = ['chromium', 'firefox'].filter(wanted).map(puppeteerLauncher);
if (wanted('webkit')) browsers.push(await webkitLauncher());

function count(suite) {
  let [passed, failed] = [0, 0];
  for (const test of suite?.tests ?? []) {
    if (test.passed) passed++;
    else if (!test.skipped) failed++;
  }
  for (const inner of suite?.suites ?? []) {
    const [p, f] = count(inner);
    passed += p;
    failed += f;
  }
  return [passed, failed];
}

/** Counts by engine. A file that did not load, or ended in an error, is one failure. */
function totals() {
  return {
    onTestRunFinished({ sessions }) {
      for (const { name } of browsers) {
        let [passed, failed] = [0, 0];
        for (const session of sessions.filter((each) => each.browser.name === name)) {
          const [p, f] = count(session.testResults);
          passed += p;
          failed += f + (f === 0 && !session.passed ? 1 : 0);
        }
        console.log(`${name}: ${passed} passed, ${failed} failed`);
        note(`unit tests in ${name}`, passed, failed);
      }
    },
  };
}

export default {
  files: ['src/**/*.test.ts', '!src/**/*.long.test.ts', '!src/**/*.node.test.ts'],
  nodeResolve: true,
  plugins: [esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' })],
  browsers,
  // One page a browser: a tab in the background gets no animation frames, and WebKit has one window.
  concurrency: 1,
  concurrentBrowsers: 2,
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), totals()],
};
