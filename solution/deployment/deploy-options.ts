import { UsageError } from '../cli/command';
import { readNamedOptions } from '../cli/named-options';
import { acceptedCodes } from '../preflight/preflight';
import { environmentAddress } from './environment';

export interface DeployOptions {
  environment: string;
  /** Path of the deployment settings. */
  settings: string;
  managed: boolean;
  dryRun: boolean;
  /** Only turn the flows on: a pipeline has imported the packages. */
  onlyFlows: boolean;
  /** Import also what is there in this version already. */
  again: boolean;
  /** Earlier releases to compare with. */
  against: readonly string[];
  accepted: ReadonlySet<string>;
  /** Minutes to wait for the connector. */
  waitMinutes: number;
}

export const usage = `Usage: npm run deploy -- --environment URL --settings FILE [--managed] [--dry-run] [more options]

Brings both solutions into an environment with Microsoft's pac: checks, packs, imports the connector, waits for it,
imports the core with its settings, publishes, turns the flows on, and says what a person still has to do. What is done
already is skipped, so that a run that stopped is taken up by the same command. Without pac it prints the commands.

  --environment URL   such as https://contoso.crm4.dynamics.com; sign in first: pac auth create --environment URL
  --settings FILE     made by npm run solution -- settings, and filled in
  --managed           for test and production
  --dry-run           says what would be done and does nothing
  --again             imports also what is there in this version, for instance to set changed settings
  --only-flows        only turns the flows on, children first, after a pipeline has imported the packages
  --against OLD.zip   compares with the last release first; once for the connector, once for the core
  --accept CODE       a rule of the pre-flight whose errors are known and wanted
  --wait MINUTES      how long to wait for the connector after its import (10)

Exit code 0: done, or the commands were printed; 1: a step failed; 2: not understood; 3: a person has to do something,
then run it again.
`;

/** @throws {UsageError} */
export function readDeployOptions(parameters: string[]): DeployOptions {
  const values = readNamedOptions(parameters, {
    environment: { type: 'string' },
    settings: { type: 'string' },
    managed: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    'only-flows': { type: 'boolean', default: false },
    against: { type: 'string', multiple: true, default: [] },
    accept: { type: 'string', multiple: true, default: [] },
    wait: { type: 'string', default: '10' },
  });
  if (values.environment === undefined) throw new UsageError('Say where to: --environment URL.');
  if (values.settings === undefined) throw new UsageError('Say which settings: --settings FILE.');
  const waitMinutes = Number(values.wait);
  if (!(waitMinutes > 0 && waitMinutes <= 60)) throw new UsageError('--wait takes minutes, up to 60.');
  return {
    environment: environmentAddress(values.environment),
    settings: values.settings,
    managed: values.managed,
    dryRun: values['dry-run'],
    onlyFlows: values['only-flows'],
    again: values.again,
    against: values.against,
    accepted: acceptedCodes(values.accept),
    waitMinutes,
  };
}
