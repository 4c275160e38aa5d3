// Builds what has changed and runs a compiled command in this very process, so that Ctrl-C reaches it and nothing else.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = join(__dirname, '..');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
if (!existsSync(tsc)) {
  console.error('The packages are not installed. Run npm ci first.');
  process.exit(1);
}
for (const project of ['.', join('workbench', 'page', 'client')]) {
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, project)], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const [target, ...parameters] = process.argv.slice(2);
const script = resolve(root, 'dist', target);
process.argv = [process.argv[0], script, ...parameters];
require(script);
