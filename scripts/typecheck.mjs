/** Checks each configuration alone, as references need output, and the main one with the next compiler too. */
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
  const command = [`node_modules/${compiler}/bin/tsc`, '--noEmit', '-p', project];
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${compiler} -p ${project}`);
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
