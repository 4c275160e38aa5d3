import { spawnSync } from 'node:child_process';
import { Refusal } from '../cli/command';
import { projectFile } from '../../proxy/src/project-file';

/**
 * Builds the controls for production when one of their sources is newer than what was built; what it says goes to
 * standard error.
 * @throws {Refusal} when a control may not be shipped
 */
export function buildControlsWhenChanged(): void {
  const parameters = [projectFile('pcf-controls/build.js'), 'build', '--if-changed'];
  const { status } = spawnSync(process.execPath, parameters, { stdio: ['ignore', process.stderr.fd, 'inherit'] });
  if (status !== 0) throw new Refusal('The controls cannot be built; what is wrong with them is said above.');
}
