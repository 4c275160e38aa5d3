import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../dist/workbench/start/start.js');
const built = existsSync(SCRIPT);
if (!built) console.log('The tests of the start command are skipped: run npm run build first.');

interface Ended {
  code: number | null;
  out: string;
  errors: string;
}

function start(...parameters: string[]): {
  child: ChildProcess;
  ended: Promise<Ended>;
  saying: (text: string) => Promise<void>;
} {
  const environment = { ...process.env, PORT: '0', WORKBENCH_PORT: '0' };
  const child = spawn(process.execPath, [SCRIPT, ...parameters], { env: environment });
  let out = '';
  let errors = '';
  const listeners: (() => void)[] = [];
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
    for (const listener of listeners) listener();
  });
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, errors })));
  const saying = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => out.includes(text) && resolve();
      listeners.push(look);
      look();
      void ended.then((end) => reject(new Error(`It ended with ${end.code}: ${end.errors}`)));
    });
  return { child, ended, saying };
}

(built ? describe : describe.skip)('the start command', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'start-command-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says where everything is, and ends with 0 on Ctrl-C', async () => {
    const { child, ended, saying } = start('--data', join(folder, 'data'));
    await saying('Press Ctrl-C to stop.');
    child.kill('SIGINT');
    const { code, out, errors } = await ended;
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(out).toMatch(/First start[^]*Page +http:\/\/127\.0\.0\.1:\d+[^]*Shopify +sandbox[^]*Stopping/);
  }, 60_000);

  it.each([
    ['an unknown option', ['--colour', 'red'], /--colour.*--help/],
    ['a port that is none', ['--port', 'http'], /WORKBENCH_PORT/],
    ['a file in place of the folder', ['--data', __filename], /--data DIR/],
  ])(
    'ends with 1 and without a stack on %s',
    async (_, parameters, words) => {
      const { code, errors } = await start(...parameters).ended;
      expect(code).toBe(1);
      expect(errors).toMatch(words);
      expect(errors).not.toMatch(/^\s+at /m);
    },
    60_000,
  );

  it('explains itself', async () => {
    const { code, out } = await start('--help').ended;
    expect(code).toBe(0);
    expect(out).toContain('--data DIR');
  });
});
