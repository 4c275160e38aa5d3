import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { connectorOfApiId } from '../operation-catalogue';

type Declared = Record<string, unknown>;

/** A parameter of a definition: no body wrapper, so `To` stands for the exported `emailMessage/To`. */
export interface DefinedParameter {
  /** Members of a record are joined with `/`. */
  name: string;
  required: boolean;
  enum?: readonly unknown[];
  /** Any member below it is allowed. */
  open: boolean;
}

/** Operations of one connector by id. */
export type ConnectorDefinition = ReadonlyMap<string, readonly DefinedParameter[]>;

/**
 * Reads Microsoft's connector definitions in the authoring dialect of Copilot Studio, a second witness beside the
 * catalogue, with their parameters; they are no part of this project.
 * @param folder holds `<connector>.yml` files
 * @returns operations, triggers included, by connector name (`shared_office365`)
 */
export function parseConnectorDefinitions(folder: string): Map<string, ConnectorDefinition> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yml'));
  return new Map(
    files.map((file) => {
      const {
        connectorId,
        operations = [],
        triggers = [],
      } = parse(readFileSync(join(folder, file), 'utf8')) as {
        connectorId: string;
        operations?: Declared[];
        triggers?: Declared[];
      };
      const all = [...operations, ...triggers].map(
        (each) => [String(each.operationId ?? each.triggerId), parametersOf(each.inputType, '')] as const,
      );
      return [connectorOfApiId(connectorId), new Map(all)] as const;
    }),
  );
}

function parametersOf(type: unknown, prefix: string): DefinedParameter[] {
  const properties = memberOf(type, 'properties');
  if (properties === undefined) return [];
  return Object.entries(properties as Record<string, Declared>).flatMap(([key, property]) => {
    const name = prefix + key;
    const inner = typeof property.type === 'object' ? property.type : property;
    const record = memberOf(inner, 'kind') === 'Record' && memberOf(inner, 'properties') !== undefined;
    if (record) return parametersOf(inner, `${name}/`);
    const values = memberOf(property, 'enumValues') ?? memberOf(inner, 'enumValues');
    return [
      {
        name,
        required: property.isRequired === true,
        open: typeof property.type !== 'string' || /^(UnresolvedDynamicType|Any|Record)$/.test(property.type),
        ...(Array.isArray(values) ? { enum: values.map(valueOf) } : {}),
      },
    ];
  });
}

function valueOf(written: unknown): unknown {
  return memberOf(written, 'value') ?? written;
}

function memberOf(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Declared)[name] : undefined;
}
