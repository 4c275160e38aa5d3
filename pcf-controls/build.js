// Builds the controls for production; `node pcf-controls/build.js` is `npm run controls`.
//
// pcf-scripts ends with 0 after an error and leaves a bundle behind, so its word is not taken for it: what a build
// must have is looked for in what it printed and wrote.
const { spawnSync } = require('node:child_process');
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} = require('node:fs');
const { dirname, join } = require('node:path');

const room = __dirname;
const out = join(room, 'out', 'controls');
const stamp = join(room, 'out', '.built');
/** Bytes a control's bundle may have: it is loaded with every form and grid. */
const BUDGET = 80 * 1024;
/** What only the platform may bring: seen in a bundle when React's renderer or Fluent was packed in. */
const FOREIGN = [/react-dom\.production/, /unstable_renderSubtreeIntoContainer/, /fui-FluentProvider/];

const HELP = `Usage: npm run controls -- [build] [--if-changed] [--help]

Builds TicketTriage, TicketAnalytics and OrderContext for production into pcf-controls/out/controls.

  --if-changed   do nothing when no source is newer than the last build
  --help         this text

The build fails when a control is not registered, is larger than ${BUDGET / 1024} KiB, or carries React's renderer or Fluent.`;

/** The folders below a room that hold a control, by name. */
const controlsOf = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'ControlManifest.Input.xml')))
    .map(({ name }) => name)
    .sort();

const changedOn = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function isNewer(folder, moment) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (['node_modules', 'out', 'generated'].includes(entry.name)) return false;
    const path = join(folder, entry.name);
    return changedOn(path) > moment || (entry.isDirectory() && isNewer(path, moment));
  });
}

/**
 * What is wrong with a build, as sentences; nothing when it may be shipped.
 * @param output all that pcf-scripts printed
 * @param folder where it wrote the controls
 * @param names the controls there have to be
 */
function faultsOf(output, folder, names) {
  const faults = [];
  if (!output.includes('[build] Succeeded')) faults.push('pcf-scripts did not succeed; its messages are above.');
  for (const name of names) {
    const bundle = join(folder, name, 'bundle.js');
    if (!existsSync(bundle)) {
      faults.push(`${name}: there is no bundle.js.`);
      continue;
    }
    const code = readFileSync(bundle, 'utf8');
    const kib = (size) => (size / 1024).toFixed(1);
    if (!code.includes(`registerControl('RetailCallCenter.${name}'`))
      faults.push(`${name}: bundle.js registers no control.`);
    if (code.length > BUDGET) faults.push(`${name}: bundle.js has ${kib(code.length)} KiB, more than ${kib(BUDGET)}.`);
    if (FOREIGN.some((mark) => mark.test(code)))
      faults.push(`${name}: bundle.js carries React's renderer or Fluent; import them from the platform only.`);
  }
  return faults;
}

/** Builds every control of a room from a clean folder. @returns the faults, each a sentence */
function buildControls(folder = room) {
  const names = controlsOf(folder);
  const written = join(folder, 'out', 'controls');
  rmSync(written, { recursive: true, force: true });
  const tool = require.resolve('pcf-scripts/bin/pcf-scripts.js', { paths: [folder, room] });
  const parameters = [tool, 'build', '--buildMode', 'production'];
  const { stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const faults = faultsOf(stdout, written, names);
  if (faults.length > 0) console.error(`${stdout}\n${stderr}`);
  for (const name of faults.length > 0 ? [] : names) {
    console.log(`${name}: ${(statSync(join(written, name, 'bundle.js')).size / 1024).toFixed(1)} KiB`);
  }
  return faults;
}

function main(parameters) {
  const known = ['build', '--if-changed', '--help', '-h'];
  const unknown = parameters.find((word) => !known.includes(word));
  if (unknown !== undefined || parameters.some((word) => word === '--help' || word === '-h')) {
    if (unknown !== undefined) console.error(`"${unknown}" is not known here.\n`);
    console.log(HELP);
    process.exit(unknown === undefined ? 0 : 2);
  }
  const lock = join(room, '..', 'package-lock.json');
  const built = changedOn(stamp);
  const isUpToDate = built > 0 && changedOn(lock) <= built && !isNewer(room, built);
  if (parameters.includes('--if-changed') && isUpToDate) return;
  const begun = new Date();
  rmSync(stamp, { force: true });
  const faults = buildControls();
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, begun, begun);
}

module.exports = { buildControls, controlsOf, faultsOf, out };
if (require.main === module) main(process.argv.slice(2));
