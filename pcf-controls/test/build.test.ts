import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Build {
  buildControls(folder: string): Promise<string[]>;
  controlsOf(folder: string): string[];
  faultsOf(output: string, folder: string, names: readonly string[]): string[];
}
const { buildControls, controlsOf, faultsOf } = jest.requireActual<Build>('../build.js');
const ROOM = join(__dirname, '..');
const MODULES = join(ROOM, '../node_modules');
const REGISTRATION = "registerControl('RetailCallCenter.Sample'";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'controls-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what was built', () => {
  const built = (code: string | undefined) => {
    mkdirSync(join(folder, 'Sample'));
    if (code !== undefined) writeFileSync(join(folder, 'Sample', 'bundle.js'), code);
    return (output = '[build] Succeeded') => faultsOf(output, folder, ['Sample']);
  };

  it('may be shipped when it is registered, small and brings neither React nor Fluent', () => {
    expect(built(`${REGISTRATION}, Sample)`)()).toEqual([]);
  });

  it.each([
    ['the tool says nothing of success', REGISTRATION, '[build] Failed', 'pcf-scripts did not succeed'],
    ['there is no bundle', undefined, undefined, 'Sample: there is no bundle.js'],
    ['nothing is registered', 'var Sample = 1;', undefined, 'Sample: bundle.js registers no control'],
    ['another control is registered', "registerControl('RetailCallCenter.Other'", undefined, 'registers no control'],
    ['it is a byte too large', REGISTRATION.padEnd(80 * 1024 + 1), undefined, 'has 80.0 KiB, more than 80.0'],
    ['React’s renderer is inside', `${REGISTRATION};/*! react-dom.production.min.js */`, undefined, 'carries React'],
    ['React’s renderer is inside, minified', `${REGISTRATION};container._reactRootContainer`, undefined, 'carries'],
    ['Fluent is inside', `${REGISTRATION};"fui-Button"`, undefined, 'carries React’s renderer or Fluent'],
  ])('may not be shipped when %s', (_, code, output, fault) => {
    const faults = built(code)(output);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.replace("'", '’')).toContain(fault.replace("'", '’'));
  });

  it('may have exactly the bytes of the budget', () => {
    expect(built(REGISTRATION.padEnd(80 * 1024))()).toEqual([]);
  });
});

/** Adds a small control to the room in the folder. @param imported the module it takes `render` from */
function addControl(name: string, imported: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, name, 'ControlManifest.Input.xml'),
    `<?xml version="1.0" encoding="utf-8"?>
<manifest>
  <control namespace="RetailCallCenter" constructor="${name}" version="1.0.0" display-name-key="Name" description-key="Name" control-type="virtual">
    <property name="field" display-name-key="Name" of-type="SingleLine.Text" usage="bound" required="true" />
    <resources>
      <code path="index.ts" order="1" />
      <platform-library name="React" version="16.14.0" />
      <platform-library name="Fluent" version="9.46.2" />
    </resources>
  </control>
</manifest>`,
  );
  writeFileSync(
    join(folder, name, 'index.ts'),
    `import * as React from 'react';
import { render } from '${imported}';
import type { IInputs, IOutputs } from './generated/ManifestTypes';

export class ${name} implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  public init(): void {}
  public updateView(): React.ReactElement {
    return React.createElement('p', null, String(render));
  }
  public getOutputs(): IOutputs {
    return {};
  }
  public destroy(): void {}
}
`,
  );
}

describe('a build', () => {
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation();
    for (const name of ['package.json', 'pcfconfig.json', 'tsconfig.json'])
      cpSync(join(ROOM, name), join(folder, name));
    symlinkSync(MODULES, join(folder, 'node_modules'));
  });
  afterEach(() => jest.restoreAllMocks());

  it('fails when a module is missing, although the tool ends without an error and an old bundle is there', async () => {
    addControl('Broken', 'no-such-module');
    const old = join(folder, 'out', 'controls', 'Broken');
    mkdirSync(old, { recursive: true });
    writeFileSync(join(old, 'bundle.js'), "registerControl('RetailCallCenter.Broken'");
    expect(controlsOf(folder)).toEqual(['Broken']);
    expect(await buildControls(folder)).toEqual([
      expect.stringContaining('pcf-scripts did not succeed'),
      expect.stringMatching(/^Broken: (there is no bundle|bundle.js registers no control)/),
    ]);
    expect(String(jest.mocked(console.error).mock.calls)).toContain('no-such-module');
  }, 180_000);

  it('fails when React’s renderer is packed in', async () => {
    addControl('Heavy', 'react-dom');
    expect(await buildControls(folder)).toEqual([
      expect.stringMatching(/^Heavy: .* more than 80.0/),
      expect.stringMatching(/^Heavy: .*carries React's renderer/),
    ]);
  }, 180_000);
});
