import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../cli/command';
import { CONTROL_DATA, controlData } from './control-data';
import { readFolder } from './solution-files';

const NAMESPACE = 'rcc_RetailCallCenter';

/**
 * The files of every control below `Controls/`, as its production build made them.
 * @param room the folder of the controls' sources; built ones are in its `out/controls`
 * @throws {Refusal} when one has not been built
 */
export function builtControls(room: string): [string, Uint8Array][] {
  const names = readdirSync(room).filter((name) => existsSync(join(room, name, 'ControlManifest.Input.xml')));
  return names.flatMap((name) => {
    const built = join(room, 'out', 'controls', name);
    for (const file of ['ControlManifest.xml', 'bundle.js']) {
      if (!existsSync(join(built, file))) {
        throw new Refusal(`The control ${name} is not built: ${file} is missing. Run npm run controls.`);
      }
    }
    const folder = `${NAMESPACE}.${name}`;
    // Licences of packed-in packages are for whoever reads the bundle; the platform serves only what the manifest names.
    const files = [...readFolder(built)].filter(([path]) => !path.endsWith('.LICENSE.txt'));
    return [[CONTROL_DATA, controlData(folder)] as const, ...files].map(([path, content]): [string, Uint8Array] => [
      `Controls/${folder}/${path}`,
      content,
    ]);
  });
}
