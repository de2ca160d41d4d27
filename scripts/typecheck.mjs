/** Checks each configuration alone, as references need output, and the main one with the compiler of the linter too. */
import { spawnSync } from 'node:child_process';

const checks = [
  ['typescript-7', 'tsconfig.json'],
  ['typescript-7', 'tsconfig.build.json'],
  ['typescript-7', 'src/core/tsconfig.json'],
  ['typescript-7', 'src/core/tsconfig.test.json'],
  ['typescript', 'tsconfig.json'],
];

let failed = false;
for (const [compiler, project] of checks) {
  const command = [`node_modules/${compiler}/bin/tsc`, '--noEmit', '-p', project];
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${compiler} -p ${project}`);
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
