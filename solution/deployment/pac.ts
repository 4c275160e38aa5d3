import { lastLines, runTool } from './tool';
import { StepFailed } from './step';

/** A solution as an environment lists it. */
export interface Installed {
  version: string;
  managed: boolean;
}

export interface ImportOptions {
  zip: string;
  settings?: string;
  /** An older managed release is there: take its place, and delete what is no longer part of it. */
  upgrade: boolean;
}

/** `--stage-and-upgrade` came with 1.28 (release notes of Power Platform Build Tools 2.0.47). */
const LEAST = [1, 28] as const;

/** Minutes the platform may take for one import; more than its own default would be no help. */
const IMPORT_MINUTES = 60;

/** Parameters of `pac` for each thing that is done (Microsoft Power Platform CLI reference, groups solution, env, connector). */
export const pacParameters = {
  who: (environment: string) => ['env', 'who', '--environment', environment],
  solutions: (environment: string) => ['solution', 'list', '--environment', environment],
  connectors: (environment: string) => ['connector', 'list', '--environment', environment],
  publish: (environment: string) => ['solution', 'publish', '--environment', environment, '--async'],
  import: (environment: string, { zip, settings, upgrade }: ImportOptions) => [
    ...['solution', 'import', '--path', zip, '--environment', environment],
    ...(settings === undefined ? [] : ['--settings-file', settings]),
    // Without it, flows that are there already keep their old definition (Microsoft, "Work with cloud flows using code").
    '--force-overwrite',
    '--activate-plugins',
    ...(upgrade ? ['--stage-and-upgrade'] : []),
    ...['--async', '--max-async-wait-time', String(IMPORT_MINUTES)],
  ],
};

/** Microsoft's `pac` against one environment. */
export class Pac {
  constructor(private readonly environment: string) {}

  /** @throws {StepFailed} when it is too old, and when nobody is signed in to the environment */
  async check(): Promise<string> {
    const version = /Version:\s*(\d+)\.(\d+)\S*/.exec((await runTool('pac', ['help'], 60)).output);
    if (version === null)
      throw new StepFailed('pac does not say its version.', 'Install it anew, then run this again.');
    const [said, major, minor] = [version[0], Number(version[1]), Number(version[2])];
    if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1]))
      throw new StepFailed(`pac is too old (${said}): ${LEAST.join('.')} is the least.`, 'Run: pac install latest');
    await this.run(
      pacParameters.who(this.environment),
      `Sign in: pac auth create --environment ${this.environment}`,
      120,
    );
    return `pac ${said.replace(/^Version:\s*/, '')}, signed in`;
  }

  /** The solution of that unique name, or nothing when it is not there. @throws {StepFailed} */
  async installed(uniqueName: string): Promise<Installed | undefined> {
    const { output } = await this.run(pacParameters.solutions(this.environment), 'See what pac says above.', 300);
    // Columns are padded, and a display name may hold anything: the unique name is a word of its own, version and kind end the line.
    const line = new RegExp(
      `(?:^|\\s)${uniqueName}\\s.*?(\\d+(?:\\.\\d+){1,3})\\s+(True|False|Managed|Unmanaged)\\b`,
      'im',
    );
    const found = line.exec(output);
    return found === null ? undefined : { version: found[1]!, managed: /^(true|managed)$/i.test(found[2]!) };
  }

  /** @throws {StepFailed} */
  async hasConnector(id: string, name: string): Promise<boolean> {
    const { output } = await this.run(pacParameters.connectors(this.environment), 'See what pac says above.', 300);
    return output.toLowerCase().includes(id) || new RegExp(`(^|\\s)${name}(\\s|$)`, 'im').test(output);
  }

  /** @throws {StepFailed} */
  async import(options: ImportOptions): Promise<void> {
    const help = 'Mend what pac says above, then run this again: what is done is skipped.';
    await this.run(pacParameters.import(this.environment, options), help, (IMPORT_MINUTES + 30) * 60);
  }

  /** @throws {StepFailed} */
  async publish(): Promise<void> {
    await this.run(pacParameters.publish(this.environment), 'Run this again: what is done is skipped.', 3600);
  }

  private async run(parameters: readonly string[], remedy: string, seconds: number) {
    const outcome = await runTool('pac', parameters, seconds);
    if (outcome.code === 0) return outcome;
    const how = outcome.code === undefined ? `took longer than ${String(seconds / 60)} minutes` : 'failed';
    throw new StepFailed(`pac ${parameters.slice(0, 2).join(' ')} ${how}.`, remedy, lastLines(outcome.output));
  }
}
