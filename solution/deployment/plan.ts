import { setTimeout as wait } from 'node:timers/promises';
import { join, relative } from 'node:path';
import { asTyped } from '../cli/as-typed';
import { childrenOf } from '../preflight/activation-order';
import type { Preflight } from '../preflight/preflight';
import type { Release } from '../preflight/release';
import { isHigher } from '../preflight/version';
import type { Finding } from '../validator/finding';
import type { DeployOptions } from './deploy-options';
import { Pac, pacParameters, type ImportOptions } from './pac';
import { PersonNeeded, StepFailed, type Step } from './step';
import { isInstalled } from './tool';
import { patchParameters, turnOnFlows, type FlowToTurnOn } from './turn-on-flows';

/** What is deployed and what the pre-flight says of it. */
export interface Load {
  connector: Release;
  core: Release;
  flight: Preflight;
  /** Folder the packages are in, named after their solutions. */
  out: string;
  /** Packs both into that folder. */
  pack: () => Promise<void>;
}

/** The rule that connections are named; a connection of our own connector can only be made once it is imported. */
const NO_CONNECTION = 'P012';
/** A finding nobody accepted. */
export const isError = ({ severity }: Finding) => severity === 'error';
/** A finding in one line. */
export const asLine = ({ code, message, fix }: Finding) => `    ${code} ${message} ${fix}`;
const seconds = (minutes: number) => minutes * 60;
const POLL_SECONDS = 10;

/** Flows of the core in the order of activation. */
const flowsToTurnOn = ({ core, flight }: Load): FlowToTurnOn[] =>
  flight.activation.map(({ id, name }) => ({ id, name, children: childrenOf(core.flows.get(id)!) }));

/**
 * The steps of a deployment. Whether a step is done already is asked from the environment, never kept here.
 */
export function planDeployment(load: Load, options: DeployOptions): Step[] {
  const { environment, managed } = options;
  const pac = new Pac(environment);
  const zipOf = ({ uniqueName }: Release) =>
    relative('.', join(load.out, `${uniqueName}${managed ? '_managed' : ''}.zip`));
  const typedImport = (imported: ImportOptions) => [
    asTyped('pac', pacParameters.import(environment, imported)),
    ...(managed ? ['# over an older managed release, with --stage-and-upgrade'] : []),
  ];
  const flows = flowsToTurnOn(load);

  /** Imports a release unless it is there. */
  const importOf = async (release: Release, settings?: string): Promise<string> => {
    const there = await pac.installed(release.uniqueName);
    if (there !== undefined && there.managed !== managed)
      throw new StepFailed(
        `${release.uniqueName} is there ${there.managed ? 'managed' : 'unmanaged'}: the platform refuses the other kind over it.`,
        there.managed ? 'Run this with --managed.' : 'Run this without --managed, or use another environment.',
      );
    if (there !== undefined && isHigher(there.version, release.version))
      throw new StepFailed(
        `${release.uniqueName} is there in version ${there.version}, which is newer than ${release.version}.`,
        'Deploy from a newer checkout; to go back, raise the version over the older source.',
      );
    if (there?.version === release.version && !options.again) return `is there in version ${release.version}, skipped`;
    const upgrade = managed && there !== undefined && there.version !== release.version;
    await pac.import({ zip: zipOf(release), upgrade, ...(settings === undefined ? {} : { settings }) });
    return there === undefined ? `${release.version} imported` : `${there.version} became ${release.version}`;
  };

  const connectionsNeeded = load.flight.findings.filter(
    ({ code, severity }) => code === NO_CONNECTION && severity === 'error',
  );

  const steps: Step[] = [
    {
      title: 'Check pac and the sign-in',
      commands: [
        'pac help',
        `pac auth create --environment ${environment}`,
        asTyped('pac', pacParameters.who(environment)),
      ],
      run: () => pac.check(),
    },
    {
      title: 'Pre-flight',
      commands: [
        asTyped('npm', [
          'run',
          'solution',
          '--',
          'preflight',
          '--settings',
          options.settings,
          '--environment',
          environment,
          ...(managed ? ['--managed'] : []),
        ]),
      ],
      run: () => {
        const errors = load.flight.findings.filter((finding) => isError(finding) && finding.code !== NO_CONNECTION);
        if (errors.length === 0) return Promise.resolve('nothing in the way');
        throw new StepFailed(
          `${String(errors.length)} things are in the way.`,
          'Mend them, then run this again.',
          errors.map(asLine).join('\n'),
        );
      },
    },
    {
      title: 'Pack',
      commands: [asTyped('npm', ['run', 'solution', '--', 'pack', ...(managed ? ['--managed'] : [])])],
      async run() {
        await load.pack();
        return `${zipOf(load.connector)}, ${zipOf(load.core)}`;
      },
    },
    {
      title: 'Import the connector',
      commands: typedImport({ zip: zipOf(load.connector), upgrade: false }),
      run: () => importOf(load.connector),
    },
    {
      title: 'Wait until the connector is there',
      commands: [
        asTyped('pac', pacParameters.connectors(environment)),
        `# until it names ${[...load.connector.connectors.values()].map(({ name }) => name).join(', ')}`,
      ],
      async run() {
        const end = Date.now() + seconds(options.waitMinutes) * 1000;
        for (const { id, name } of load.connector.connectors.values()) {
          while (!(await pac.hasConnector(id, name))) {
            if (Date.now() >= end)
              throw new StepFailed(
                `The connector ${name} is not there after ${String(options.waitMinutes)} minutes.`,
                'Look for it in the environment under Custom connectors, then run this again.',
              );
            await wait(Math.min(POLL_SECONDS * 1000, Math.max(end - Date.now(), 0)));
          }
        }
        return 'it is there';
      },
    },
    {
      title: 'Connections',
      commands: [
        `# make the connections in the environment and write their ids into ${options.settings}; its .md page says how`,
      ],
      run: () => {
        if (connectionsNeeded.length === 0) return Promise.resolve('all named in the settings');
        throw new PersonNeeded('Connections are missing; only a person can make them.', [
          ...connectionsNeeded.map(({ message, fix }) => `${message} ${fix}`),
          'Then run the same command again.',
        ]);
      },
    },
    {
      title: 'Import the core with its settings',
      commands: typedImport({ zip: zipOf(load.core), settings: options.settings, upgrade: false }),
      run: () => importOf(load.core, options.settings),
    },
    {
      title: 'Publish',
      commands: [asTyped('pac', pacParameters.publish(environment))],
      async run() {
        await pac.publish();
        return 'published';
      },
    },
    {
      title: 'Turn the flows on, children first',
      commands: [...flows.flatMap(({ id, name }) => [`# ${name}`, asTyped('az', patchParameters(environment, id))])],
      run: () => {
        if (isInstalled('az')) return turnOnFlows(flows, environment);
        throw new PersonNeeded('The Azure CLI (az) is not installed, and pac has no command that turns flows on.', [
          'Install it, run az login and run the same command again; or turn the flows on by hand in this order:',
          ...flows.map(({ name }, index) => `${String(index + 1)}. ${name}`),
        ]);
      },
    },
  ];
  return options.onlyFlows ? steps.slice(-1) : steps;
}

/** What only a person can do, once the steps are done. */
export function leftToDo({ flight }: Load): string[] {
  return [
    ...flight.shares.flatMap(({ what, todo }) => todo.map((each) => `${what}: ${each}`)),
    'Fill in what the desk works by: teams, agent profiles, business hours and response times (npm run solution -- demo-data shows examples).',
  ];
}
