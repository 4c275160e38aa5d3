import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildControls, type Controls, controlsAsBuilt, SHOWN } from './controls';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'controls-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that writes its controls, or does not. */
function builder(code: string): string[] {
  const file = join(folder, 'build.js');
  writeFileSync(file, code);
  return [file];
}
const WRITES = `for (const name of ${JSON.stringify(SHOWN)}) {
  require('node:fs').mkdirSync(require('node:path').join(__dirname, name));
  require('node:fs').writeFileSync(require('node:path').join(__dirname, name, 'bundle.js'), '');
}`;
async function ended(controls: Controls): Promise<Controls> {
  while (controls.state === 'building') await new Promise((next) => setTimeout(next, 10));
  return controls;
}

it('controls are ready when every bundle is there', () => {
  for (const name of SHOWN) {
    expect(controlsAsBuilt(folder)).toMatchObject({
      state: 'missing',
      said: expect.stringContaining('npm run controls'),
    });
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'bundle.js'), '');
  }
  expect(controlsAsBuilt(folder).state).toBe('ready');
});

describe('a build beside everything else', () => {
  it('is under way, then ready; nothing is said of one that is quick', async () => {
    const said: string[] = [];
    const controls = buildControls((line) => said.push(line), builder(WRITES), folder);
    expect(controls.state).toBe('building');
    expect((await ended(controls)).state).toBe('ready');
    expect(said).toEqual([]);
  });

  it.each([
    ['fails', 'console.error("x is not defined"); process.exit(1);'],
    ['ends well and leaves nothing', ''],
  ])('that %s says what to do, and keeps nobody from the rest', async (_, code) => {
    const said: string[] = [];
    const controls = await ended(buildControls((line) => said.push(line), builder(code), folder));
    expect(controls).toMatchObject({ state: 'missing', said: expect.stringContaining('npm run controls') });
    expect(said.at(-1)).toContain('everything else runs');
  });

  it('is ended with the workbench, and then says nothing', async () => {
    const said: string[] = [];
    const controls = buildControls((line) => said.push(line), builder('setInterval(() => {}, 1000);'), folder);
    controls.stop();
    await new Promise((next) => setTimeout(next, 300));
    expect(said).toEqual([]);
  });
});
