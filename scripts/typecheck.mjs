/** Checks each configuration by itself (references do not work without output), and all once more by the next compiler. */
import { spawnSync } from 'node:child_process';

const checks = [
  ['typescript', 'tsconfig.json'],
  ['typescript', 'tsconfig.build.json'],
  ['typescript', 'src/core/tsconfig.json'],
  ['typescript', 'src/core/tsconfig.test.json'],
  ['typescript-7', 'tsconfig.json'],
];

let failed = false;
for (const [compiler, project] of checks) {
  const { status } = spawnSync(process.execPath, [`node_modules/${compiler}/bin/tsc`, '--noEmit', '-p', project], { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${compiler} -p ${project}`);
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
