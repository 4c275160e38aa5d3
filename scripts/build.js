// Compiles all rooms when anything has changed since the last time; `node scripts/build.js` is `npm run build`.
const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const stamp = join(root, 'dist', '.built');
// Tests run the controls from their sources, and npm run controls bundles them: here they are only checked.
const projects = [
  ['.'],
  [join('workbench', 'page', 'client')],
  [join('workbench', 'desk-page', 'client')],
  [join('solution', 'form-scripts', 'browser')],
  ['pcf-controls', '--noEmit'],
];
const { workspaces } = require('../package.json');
const settings = ['package-lock.json', 'tsconfig.json', join('node_modules', '.package-lock.json')];

const changedOn = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Whether a source file below a folder, or a folder itself, was changed after a moment; a folder changes when a file goes. */
function isNewer(folder, moment) {
  if (changedOn(folder) > moment) return true;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (['node_modules', 'out'].includes(entry.name)) return false;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return isNewer(path, moment);
    return /(\.tsx?|^tsconfig.*\.json)$/.test(entry.name) && changedOn(path) > moment;
  });
}

function isUpToDate() {
  const built = changedOn(stamp);
  if (built === 0 || settings.some((name) => changedOn(join(root, name)) > built)) return false;
  return !workspaces.some((room) => isNewer(join(root, room), built));
}

/** Ends the process with the compiler's code when something does not compile. */
function build() {
  if (!existsSync(tsc)) {
    console.error('The packages are not installed. Run npm ci first.');
    process.exit(1);
  }
  if (isUpToDate()) return;
  // What is changed while the compiler runs has to be compiled the next time.
  const begun = new Date();
  for (const [project, ...options] of projects) {
    const parameters = [tsc, '-p', join(root, project), ...options];
    const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, begun, begun);
}

module.exports = { build };
if (require.main === module) build();
