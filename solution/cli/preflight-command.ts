import { basename } from 'node:path';
import { environmentAddress } from '../deployment/environment';
import { acceptedCodes, preflight, type Preflight } from '../preflight/preflight';
import { readRelease, type Release } from '../preflight/release';
import { readSettingsFile } from '../settings/settings-file';
import { unpack } from '../packer/unpack';
import { readZip } from '../packer/zip';
import { assemble } from '../source/assemble';
import type { Finding } from '../validator/finding';
import { UsageError, type Command } from './command';
import { readOptions } from './options';
import { readInput } from './read-input';

const usage = `Usage: npm run solution -- preflight --settings FILE [--environment URL] [--against OLD.zip]... [--accept CODE]...
       [--managed] [--json] [ZIP...]

Finds what would go wrong when the packages are imported, before anybody tries: settings that are missing or do not fit,
packages that do not belong together, and what an upgrade would delete or the platform would refuse. Says in which order
flows are turned on and who has to be given what.

  ZIP                the packages in the order of import (what the sources of this checkout make)
  --settings FILE    the deployment settings of the environment
  --environment URL  the environment, such as https://contoso.crm4.dynamics.com, when the settings shall be held against it
  --against ZIP      the last release of the connector or the core; once for each
  --accept CODE      a rule whose errors are known and wanted: they become warnings
  --managed          the sources are packed managed; a ZIP says itself what it is
  --json             findings, order and shares as JSON

Exit code 0: no errors; 1: errors; 2: not understood.
`;

/** The release in a zip. @throws {Refusal} when there is none, or it cannot be read */
export function releaseOfZip(path: string): Release {
  const name = basename(path);
  const content = readInput(path, "Give the path of a solution's zip.");
  return readRelease(unpack(readZip(content, name), name), name);
}

/** What the sources of this checkout make, in the order of import. */
export function releasesOfSources(managed: boolean): Release[] {
  return (['connector', 'core'] as const).map((name) => ({
    ...readRelease(assemble(name), `solution/${name}/src`),
    managed,
  }));
}

const place = ({ file, line }: Finding) => (line === undefined ? file : `${file}:${String(line)}`);

/** Findings, order and shares as a person reads them. */
export function report({ findings, activation, shares }: Preflight): string {
  const lines = findings.map(
    (finding) => `${finding.code} ${finding.severity} ${place(finding)}\n  ${finding.message}\n  ${finding.fix}\n`,
  );
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${lines.join('')}${String(errors)} errors, ${String(findings.length - errors)} warnings.

Flows are turned on in this order:
${activation.map(({ name }, index) => `  ${String(index + 1)}. ${name}`).join('\n')}

What has to be given:
${shares.map(({ what, todo }) => `  ${what}\n${todo.map((each) => `    - ${each}`).join('\n')}`).join('\n')}
`;
}

function run(parameters: string[]): Promise<number> {
  const { values, positionals } = readOptions(parameters, {
    settings: { type: 'string' },
    environment: { type: 'string' },
    against: { type: 'string', multiple: true },
    accept: { type: 'string', multiple: true },
    managed: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  if (values.settings === undefined) throw new UsageError('Say which settings: --settings FILE.');
  if (values.managed && positionals.length > 0)
    throw new UsageError('--managed is for the sources of this checkout; leave it out, a ZIP says itself what it is.');
  const accepted = acceptedCodes(values.accept ?? []);
  const environment = values.environment === undefined ? undefined : environmentAddress(values.environment);
  const settings = readSettingsFile(values.settings);
  const result = preflight({
    packages: positionals.length > 0 ? positionals.map(releaseOfZip) : releasesOfSources(values.managed ?? false),
    settings,
    environment,
    earlier: (values.against ?? []).map(releaseOfZip),
    accepted,
  });
  process.stdout.write(values.json ? `${JSON.stringify(result, null, 2)}\n` : report(result));
  return Promise.resolve(result.findings.some(({ severity }) => severity === 'error') ? 1 : 0);
}

export const command: Command = { usage, run };
