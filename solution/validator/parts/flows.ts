import { attribute, textAt, type XmlElement } from '../../xml/element';
import { bareId } from './manifest';
import type { Source } from './source';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const inside = (value: unknown, ...path: string[]): unknown =>
  path.reduce((at, name) => (isJson(at) ? at[name] : undefined), value);
const membersOf = (value: unknown): [string, unknown][] => (isJson(value) ? Object.entries(value) : []);
const textIn = (value: unknown, ...path: string[]): string => {
  const found = inside(value, ...path);
  return typeof found === 'string' ? found : '';
};

/** One call of a connector in a flow. */
export interface ConnectorCall {
  /** Name of the action or trigger. */
  action: string;
  connectionName: string;
  apiId: string;
  operationId: string;
}

/** A cloud flow: its description and its JSON. */
export interface FlowPart {
  /** Without braces. */
  id: string;
  name: string;
  /** The `.data.xml` file and its `Workflow` element. */
  file: string;
  element: XmlElement;
  /** Path of the JSON as `JsonFileName` says it, without the leading slash. */
  json: string;
  /** Connections by the name the flow's actions use. */
  references: readonly { name: string; logicalName: string; api: string; connector: string }[];
  calls: readonly ConnectorCall[];
  /** Ids of flows it calls, without braces. */
  children: readonly string[];
  /** Schema names of environment variables it declares. */
  variables: readonly string[];
}

export function readFlows(source: Source): FlowPart[] {
  return source.direct('Workflows', '.data.xml').flatMap((file) => {
    const element = source.xml(file);
    if (element === undefined) return [];
    const json = textAt(element, 'JsonFileName').replace(/^\//, '');
    const properties = inside(source.json(json), 'properties');
    const definition = inside(properties, 'definition');
    const steps = [...membersOf(inside(definition, 'triggers')), ...actionsOf(definition)];
    return {
      id: bareId(attribute(element, 'WorkflowId')),
      name: attribute(element, 'Name'),
      file,
      element,
      json,
      references: membersOf(inside(properties, 'connectionReferences')).map(([name, reference]) => ({
        name,
        logicalName: textIn(reference, 'connection', 'connectionReferenceLogicalName'),
        api: textIn(reference, 'api', 'name'),
        connector: textIn(reference, 'api', 'logicalName'),
      })),
      calls: steps.flatMap(([action, step]) => {
        const host = inside(step, 'inputs', 'host');
        const call = {
          action,
          connectionName: textIn(host, 'connectionName'),
          apiId: textIn(host, 'apiId'),
          operationId: textIn(host, 'operationId'),
        };
        return call.operationId === '' ? [] : [call];
      }),
      children: steps
        .map(([, step]) => bareId(textIn(step, 'inputs', 'host', 'workflowReferenceName')))
        .filter(Boolean),
      variables: membersOf(inside(definition, 'parameters'))
        .map(([, parameter]) => textIn(parameter, 'metadata', 'schemaName'))
        .filter(Boolean),
    };
  });
}

/** All actions of a flow, those within scopes, conditions, cases and loops included. */
function actionsOf(holder: unknown): [string, unknown][] {
  return membersOf(inside(holder, 'actions')).flatMap(([name, action]): [string, unknown][] => [
    [name, action],
    ...actionsOf(action),
    ...actionsOf(inside(action, 'else')),
    ...actionsOf(inside(action, 'default')),
    ...membersOf(inside(action, 'cases')).flatMap(([, each]) => actionsOf(each)),
  ]);
}

/** A custom connector. */
export interface ConnectorPart {
  /** Without braces. */
  id: string;
  name: string;
  file: string;
  element: XmlElement;
  /** Operations of its document; undefined when that cannot be read. */
  operations?: ReadonlySet<string>;
}

export function readConnectors(source: Source): ConnectorPart[] {
  return source.direct('Connectors', '.xml').flatMap((file) => {
    const element = source.xml(file);
    if (element === undefined) return [];
    const document = source.json(unpackedPath(textAt(element, 'openapidefinition')));
    return {
      id: bareId(textAt(element, 'connectorid')),
      name: textAt(element, 'name'),
      file,
      element,
      operations: document === undefined ? undefined : new Set(operationIds(document)),
    };
  });
}

const operationIds = (document: unknown): string[] =>
  membersOf(inside(document, 'paths')).flatMap(([, path]) =>
    membersOf(path)
      .map(([, operation]) => textIn(operation, 'operationId'))
      .filter(Boolean),
  );

/** In the package the side files of connectors lie in `Connector`, in the source in `Connectors`. */
export const unpackedPath = (packed: string): string => packed.replace(/^\/Connector\//, 'Connectors/');
