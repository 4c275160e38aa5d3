import { isFlowObject } from '../expressions/value-types';
import { type JsonObject, type ParameterNode, type ReferenceNode } from './flow-document';
import { below } from './json-pointer';

export const PROPERTIES = '/properties';
export const DEFINITION = '/properties/definition';

const object = (value: unknown): JsonObject => (isFlowObject(value) ? value : {});
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** `connectionReferences` by their keys. */
export function readReferences(references: JsonObject): Map<string, ReferenceNode> {
  return new Map(
    Object.entries(references).map(([key, value]): [string, ReferenceNode] => {
      const definition = object(value);
      const api = object(definition.api);
      const apiName = text(api.name);
      const logicalName = text(object(definition.connection).connectionReferenceLogicalName);
      return [
        key,
        {
          key,
          pointer: below(PROPERTIES, 'connectionReferences', key),
          definition,
          // The name of a custom connector carries the environment's hash; its logical name does not.
          connector: text(api.logicalName) ?? apiName ?? key,
          ...(apiName === undefined ? {} : { apiName }),
          ...(logicalName === undefined ? {} : { logicalName }),
        },
      ];
    }),
  );
}

/** `definition.parameters` by their names. */
export function readParameters(parameters: JsonObject): Map<string, ParameterNode> {
  return new Map(
    Object.entries(parameters).map(([name, value]): [string, ParameterNode] => {
      const definition = object(value);
      const schemaName = text(object(definition.metadata).schemaName);
      const pointer = below(DEFINITION, 'parameters', name);
      return [name, { name, pointer, definition, ...(schemaName === undefined ? {} : { schemaName }) }];
    }),
  );
}
