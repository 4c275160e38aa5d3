// Compiles all rooms when anything has changed since the last time; `node scripts/build.js` is `npm run build`.
const { spawn } = require('node:child_process');
const { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

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

/** Every file below a folder that the compiler reads, or that tells it how. */
function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'out'].includes(entry.name) ? [] : sourcesIn(path);
    return /(\.tsx?|^tsconfig.*\.json)$/.test(entry.name) ? [path] : [];
  });
}

/** The sources of the last build, for a file that is gone; what was changed since is seen by its time. */
const listOf = (sources) => `${sources.map((path) => relative(root, path)).join('\n')}\n`;

function isUpToDate(sources) {
  const built = changedOn(stamp);
  if (built === 0 || settings.some((name) => changedOn(join(root, name)) > built)) return false;
  return readFileSync(stamp, 'utf8') === listOf(sources) && sources.every((path) => changedOn(path) <= built);
}

/** @returns the compiler's exit code */
function compile([project, ...options]) {
  return new Promise((resolve) => {
    const compiler = spawn(process.execPath, [tsc, '-p', join(root, project), ...options], { stdio: 'inherit' });
    compiler.on('close', (code) => resolve(code ?? 1));
  });
}

/** Ends the process with the compiler's code when something does not compile. */
async function build() {
  if (!existsSync(tsc)) {
    console.error('The packages are not installed. Run npm ci first.');
    process.exit(1);
  }
  const sources = workspaces.flatMap((room) => sourcesIn(join(root, room)));
  if (isUpToDate(sources)) return;
  // What is changed while the compiler runs has to be compiled the next time.
  const begun = new Date();
  const codes = await Promise.all(projects.map(compile));
  const failed = codes.find((code) => code !== 0);
  if (failed !== undefined) process.exit(failed);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, listOf(sources));
  utimesSync(stamp, begun, begun);
}

module.exports = { build };
if (require.main === module) void build();
