/** Installs what the benchmarks need, if it is not there: the package's own tools, and the peers. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
for (const [folder, mark] of [[root, 'esbuild'], [`${root}bench/`, 'synaptic']]) {
  if (existsSync(`${folder}node_modules/${mark}`)) continue;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
