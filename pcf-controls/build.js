// Builds the controls for production and shows them; `node pcf-controls/build.js` is `npm run controls`.
//
// pcf-scripts ends with 0 after an error and leaves a bundle behind, so its word is not taken for it: what a build
// must have is looked for in what it printed and wrote.
const { execFile, spawn } = require('node:child_process');
const {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const { parseArgs } = require('node:util');
const { startHost } = require('./host/server');

const room = __dirname;
const out = join(room, 'out', 'controls');
const hostModules = join(room, 'out', 'host');
const stamp = join(room, 'out', '.built');
/** Bytes a control's bundle may have: it is loaded with every form and grid. */
const BUDGET = 80 * 1024;
/** Milliseconds one control may take to build, far beyond what a busy machine needs. */
const LONGEST_BUILD = 5 * 60_000;
/** Where `show` listens. */
const PORT = 3002;
/** What only the platform may bring: seen in a bundle when React's renderer or Fluent was packed in. */
const FOREIGN = [/react-dom\.production/, /_reactRootContainer/, /['"`]fui-[A-Z]\w+['"`]/];

const HELP = `Usage: npm run controls -- [build] [--if-changed]
       npm run controls -- show [--port N] [--no-open] [--as-built] [--from FOLDER]

build   builds TicketTriage, TicketAnalytics and OrderContext for production into pcf-controls/out/controls, and the page
        that shows them. It fails when a control is not registered, is larger than ${BUDGET / 1024} KiB, or carries React's
        renderer or Fluent.
show    builds what has changed and shows the controls on a page on 127.0.0.1, in every state, theme and language

  --if-changed   do nothing when no source is newer than the last build
  --port N       the port of the page, 0 for any free one; ${PORT} when left out
  --no-open      print the address only; open no browser
  --as-built     build nothing: show what is there
  --from FOLDER  show the controls built into another folder, and build nothing
  --help         this text`;

/** The folders below a room that hold a control, by name. */
const controlsOf = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'ControlManifest.Input.xml')))
    .map(({ name }) => name)
    .sort();

const changedOn = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function isNewer(folder, moment) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (['node_modules', 'out', 'generated', 'test'].includes(entry.name) || /\.(test\.tsx?|md)$/.test(entry.name))
      return false;
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

/** Copied beside each control; whatever else it imports comes from packages. */
const COMMON = ['package.json', 'pcfconfig.json', 'tsconfig.json', 'shared'];
const isShipped = (path) => !/\.(test|fixture)\.tsx?$/.test(path);

/** Runs a tool of Node to its end, however it ends. @returns what it printed, and whether it said that all went well */
function run(parameters, options) {
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, { ...options, maxBuffer: 1 << 28 }, (problem, stdout, stderr) =>
      resolve({ isWell: problem === null, stdout, stderr }),
    );
  });
}

/**
 * Builds one control in a folder of its own: several in one run of pcf-scripts get each other's types, and a test that
 * does not compile would keep a control from being built.
 * @returns what pcf-scripts printed
 */
async function buildControl(folder, name, written) {
  // Of this process alone: when its sources vanish, pcf-scripts never ends.
  const stage = join(folder, 'out', 'stage', `${name}-${process.pid}`);
  for (const part of [...COMMON, name].filter((one) => existsSync(join(folder, one)))) {
    cpSync(join(folder, part), join(stage, part), { recursive: true, filter: isShipped });
  }
  const tool = require.resolve('pcf-scripts/bin/pcf-scripts.js', { paths: [folder, room] });
  const parameters = [tool, 'build', '--buildMode', 'production'];
  const { stdout, stderr } = await run(parameters, { cwd: stage, timeout: LONGEST_BUILD });
  const built = join(stage, 'out', 'controls', name);
  if (existsSync(built)) cpSync(built, join(written, name), { recursive: true });
  const types = join('generated', 'ManifestTypes.d.ts');
  if (existsSync(join(stage, name, types))) {
    const text = readFileSync(join(stage, name, types), 'utf8');
    const own = join(folder, name, types);
    // An untouched file keeps its time, so that nothing is built again because of it.
    if (!existsSync(own) || readFileSync(own, 'utf8') !== text) {
      mkdirSync(dirname(own), { recursive: true });
      writeFileSync(own, text);
    }
  }
  rmSync(stage, { recursive: true, force: true });
  return { stdout, stderr };
}

/**
 * Builds every control of a room, all at once, from a clean folder, which takes the place of the last one at the end: another build,
 * or a page that shows the controls, never finds half of them.
 * @returns the faults, each a sentence
 */
async function buildControls(folder = room) {
  const written = join(folder, 'out', `controls-${process.pid}`);
  const place = join(folder, 'out', 'controls');
  const builds = controlsOf(folder).map(async (name) => {
    const { stdout, stderr } = await buildControl(folder, name, written);
    const faults = faultsOf(stdout, written, [name]);
    if (faults.length > 0) console.error(`${stdout}\n${stderr}`);
    else console.log(`${name}: ${(statSync(join(written, name, 'bundle.js')).size / 1024).toFixed(1)} KiB`);
    return faults;
  });
  const faults = (await Promise.all(builds)).flat();
  rmSync(place, { recursive: true, force: true });
  if (existsSync(written)) {
    try {
      renameSync(written, place);
    } catch {
      // Another build has just put its own there, of the same sources.
      rmSync(written, { recursive: true, force: true });
    }
  }
  return faults;
}

/** Compiles the page that shows the controls. @returns the faults, each a sentence */
async function buildHost() {
  const { isWell, stdout } = await run([require.resolve('typescript/bin/tsc'), '-p', join(room, 'host')], {});
  if (isWell) return [];
  console.error(stdout);
  return ['The page that shows the controls does not compile; its messages are above.'];
}

function isUpToDate() {
  const built = changedOn(stamp);
  const lock = join(room, '..', 'package-lock.json');
  return built > 0 && changedOn(lock) <= built && !isNewer(room, built);
}

/** Builds everything; ends the process with 1 when something may not be shipped. */
async function build() {
  const begun = new Date();
  rmSync(stamp, { force: true });
  const faults = (await Promise.all([buildControls(), buildHost()])).flat();
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  // What was changed while the build ran has to be built the next time.
  utimesSync(stamp, begun, begun);
}

async function show({ port, from, isAsBuilt, isOpened }) {
  if (isAsBuilt) {
    if (!existsSync(hostModules)) throw new Error('Nothing is built yet. Run npm run controls first.');
    if (from === undefined && !isUpToDate()) console.error('The controls have changed since they were built.');
  } else if (!isUpToDate()) await build();
  const { url } = await startHost({ controls: from ?? out, modules: hostModules, port });
  console.log(url);
  if (!isOpened) return;
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  // Where no browser can be opened, the printed address is enough.
  const browser = spawn(opener, [url], { stdio: 'ignore', detached: true });
  browser.on('error', () => undefined).unref();
}

/** @returns what was asked for, or a sentence about what cannot be understood */
function readParameters(parameters) {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      allowPositionals: true,
      options: {
        'if-changed': { type: 'boolean' },
        port: { type: 'string', default: String(PORT) },
        'no-open': { type: 'boolean' },
        'as-built': { type: 'boolean' },
        from: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const [command = 'build', ...more] = positionals;
    if (!['build', 'show'].includes(command) || more.length > 0) return `"${more[0] ?? command}" is not known here.`;
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      return `--port ${values.port} is no port: give 0 to 65535.`;
    const from = values.from === undefined ? undefined : resolve(values.from);
    if (from !== undefined && !existsSync(from)) return `--from ${from} is not there: give a folder of built controls.`;
    return {
      command,
      port,
      from,
      isHelp: values.help === true,
      isIfChanged: values['if-changed'] === true,
      isAsBuilt: values['as-built'] === true || from !== undefined,
      isOpened: values['no-open'] !== true,
    };
  } catch (problem) {
    return problem.message;
  }
}

async function main(parameters) {
  const asked = readParameters(parameters);
  if (typeof asked === 'string') {
    console.error(`${asked}\n\n${HELP}`);
    process.exit(2);
  }
  if (asked.isHelp) console.log(HELP);
  else if (asked.command === 'show') await show(asked);
  else if (!asked.isIfChanged || !isUpToDate()) await build();
}

module.exports = { buildControls, controlsOf, faultsOf, out };
if (require.main === module)
  main(process.argv.slice(2)).catch((problem) => {
    console.error(problem.message);
    process.exitCode = 1;
  });
