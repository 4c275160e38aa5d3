import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../cli/command';

const NAME = 'rcc_retailcallcenter';

interface ApiProperties {
  properties: { connectionParameters: object; policyTemplateInstances: readonly object[] };
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/**
 * What stands beside the connector's description in a solution: the generated document as it is, and the parts of its
 * properties and its icon under the names that exports give them.
 * @param room the folder of the custom connector
 * @throws {Refusal} when one of its files is missing
 */
export function connectorSideFiles(room: string): [string, Uint8Array][] {
  const file = (name: string): Buffer => {
    if (!existsSync(join(room, name))) throw new Refusal(`connector/${name} is missing: restore it.`);
    return readFileSync(join(room, name));
  };
  const { properties } = JSON.parse(file('apiProperties.json').toString('utf8')) as ApiProperties;
  return [
    [`Connectors/${NAME}_openapidefinition.json`, file('apiDefinition.swagger.json')],
    [`Connectors/${NAME}_connectionparameters.json`, json(properties.connectionParameters)],
    [`Connectors/${NAME}_policytemplateinstances.json`, json(properties.policyTemplateInstances)],
    [`Connectors/${NAME}_iconblob.Png`, file('icon.png')],
  ];
}
