import { Refusal, UsageError } from '../cli/command';
import { command as packing } from '../cli/pack-command';
import { releaseOfZip, releasesOfSources } from '../cli/preflight-command';
import { preflight } from '../preflight/preflight';
import { readSettingsFile } from '../settings/settings-file';
import { buildControlsWhenChanged } from '../source/build-controls';
import { outFolder } from '../source/out-folder';
import { MalformedXml } from '../xml/read-xml';
import { readDeployOptions, usage, type DeployOptions } from './deploy-options';
import { asLine, isError, leftToDo, planDeployment, type Load } from './plan';
import { printSteps, runSteps } from './run-steps';
import { isInstalled } from './tool';

function loadOf({ environment, settings, managed, against, accepted }: DeployOptions): Load {
  const filledIn = readSettingsFile(settings);
  buildControlsWhenChanged();
  const [connector, core] = releasesOfSources(managed);
  const flight = preflight({
    packages: [connector!, core!],
    settings: filledIn,
    environment,
    earlier: against.map(releaseOfZip),
    accepted,
  });
  const out = outFolder();
  const pack = async () => {
    await packing.run(['--out', out, ...(managed ? ['--managed'] : [])]);
  };
  return { connector: connector!, core: core!, flight, out, pack };
}

/** `npm run deploy`. @returns the exit code */
export async function deploy(parameters: string[]): Promise<number> {
  if (parameters.includes('--help') || parameters.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const options = readDeployOptions(parameters);
    const load = loadOf(options);
    const steps = planDeployment(load, options);
    if (!options.dryRun && (options.onlyFlows || isInstalled('pac'))) return await runSteps(steps, leftToDo(load));
    process.stdout.write(
      options.dryRun
        ? 'Nothing is done; these would be the steps:\n'
        : 'pac is not installed, so nothing was done. Install it (dotnet tool install --global Microsoft.PowerApps.CLI.Tool), or run these where it is:\n',
    );
    const errors = load.flight.findings.filter(isError);
    if (errors.length > 0)
      process.stdout.write(`\nThe pre-flight finds in the way:\n${errors.map(asLine).join('\n')}\n`);
    printSteps(steps, leftToDo(load));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      return 2;
    }
    if (error instanceof Refusal || error instanceof MalformedXml) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

if (require.main === module || process.argv[1] === __filename)
  void deploy(process.argv.slice(2)).then((code) => (process.exitCode = code));
