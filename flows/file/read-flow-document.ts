import { basename } from 'node:path';
import { ExpressionError } from '../expressions/expression-error';
import { parseJsonText } from '../expressions/json-text';
import { isFlowObject, typeName } from '../expressions/value-types';
import { expressionSites } from './expression-sites';
import {
  type ActionNode,
  type BlockNode,
  type FlowDocument,
  type JsonObject,
  type ParameterNode,
  type ReferenceNode,
  type TriggerNode,
  UnreadableFlow,
} from './flow-document';
import { below } from './json-pointer';

export const PROPERTIES = '/properties';
export const DEFINITION = '/properties/definition';
const FILE_NAME = /^(.*?)-?\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?\.json$/i;

const object = (value: unknown): JsonObject => (isFlowObject(value) ? value : {});
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** `<Name>-<GUID>.json`: the name as written and the GUID in lower case; undefined for any other file name. */
export function readFlowFileName(file: string): { name: string; id: string } | undefined {
  const matched = FILE_NAME.exec(basename(file));
  return matched ? { name: matched[1]!, id: matched[2]!.toLowerCase() } : undefined;
}

/**
 * Reads the text of an exported flow without judging it: whatever is missing or of a wrong type is left out.
 * @param file the file's name
 * @throws {UnreadableFlow} when the text is no JSON or no object
 */
export function readFlowDocument(file: string, source: string): FlowDocument {
  const content = parse(source);
  const properties = object(content.properties);
  const definition = object(properties.definition);
  const [trigger] = Object.entries(object(definition.triggers));
  const actions: ActionNode[] = [];
  const root = readActions(definition.actions, actions);
  const actionsByKey = new Map<string, ActionNode>();
  for (const action of actions) if (!actionsByKey.has(action.key)) actionsByKey.set(action.key, action);
  const id = readFlowFileName(file)?.id;
  return {
    file,
    ...(id === undefined ? {} : { id }),
    content,
    references: readReferences(object(properties.connectionReferences)),
    parameters: readParameters(object(definition.parameters)),
    ...(trigger ? { trigger: readTrigger(...trigger) } : {}),
    root,
    actions,
    actionsByKey,
  };
}

const JSON_WORDS: Readonly<Record<string, string>> = { Array: 'a list', String: 'a text', Null: 'null' };

function parse(source: string): JsonObject {
  let content: unknown;
  try {
    // Files written by Windows tools may start with a byte order mark.
    content = parseJsonText(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof ExpressionError) throw new UnreadableFlow(error.message);
    if (error instanceof RangeError) throw new UnreadableFlow('The file is nested too deep to be read.');
    throw error;
  }
  if (!isFlowObject(content))
    throw new UnreadableFlow(`The file holds ${JSON_WORDS[typeName(content)] ?? 'a bare value'}, not a flow.`);
  return content;
}

function readReferences(references: JsonObject): Map<string, ReferenceNode> {
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

function readParameters(parameters: JsonObject): Map<string, ParameterNode> {
  return new Map(
    Object.entries(parameters).map(([name, value]): [string, ParameterNode] => {
      const definition = object(value);
      const schemaName = text(object(definition.metadata).schemaName);
      const pointer = below(DEFINITION, 'parameters', name);
      return [name, { name, pointer, definition, ...(schemaName === undefined ? {} : { schemaName }) }];
    }),
  );
}

function readTrigger(name: string, written: unknown): TriggerNode {
  const definition = object(written);
  const pointer = below(DEFINITION, 'triggers', name);
  const kind = text(definition.kind);
  const { type: _type, kind: _kind, description: _description, metadata: _metadata, ...templates } = definition;
  return {
    name,
    type: text(definition.type) ?? '',
    ...(kind === undefined ? {} : { kind }),
    pointer,
    definition,
    expressions: expressionSites(templates, pointer),
  };
}

/** Reads a flow's actions, containers before what is inside them; without recursion, whatever the depth. */
function readActions(written: unknown, all: ActionNode[]): BlockNode {
  const root: BlockNode = { pointer: below(DEFINITION, 'actions'), branch: 'actions', actions: [] };
  const work: { block: BlockNode; written: unknown }[] = [{ block: root, written }];
  for (let next = work.pop(); next; next = work.pop()) {
    const inner: { block: BlockNode; written: unknown }[] = [];
    for (const [name, definition] of Object.entries(object(next.written))) {
      const action = readAction(name, object(definition), next.block, inner);
      next.block.actions.push(action);
      all.push(action);
    }
    work.push(...inner.reverse());
  }
  return root;
}

function readAction(
  name: string,
  definition: JsonObject,
  block: BlockNode,
  inner: { block: BlockNode; written: unknown }[],
): ActionNode {
  const pointer = below(block.pointer, name);
  const { actions, else: otherwise, cases, default: fallback, runAfter: _runAfter, ...own } = definition;
  const { type: _type, kind: _kind, description: _description, metadata: _metadata, ...templates } = own;
  const action: ActionNode = {
    name,
    key: name.toLowerCase(),
    type: text(definition.type) ?? '',
    pointer,
    definition,
    block,
    blocks: [],
    expressions: expressionSites(templates, pointer),
  };
  const add = (branch: string, place: string, written: unknown): void => {
    const node: BlockNode = { pointer: place, owner: action, branch, actions: [] };
    action.blocks.push(node);
    inner.push({ block: node, written });
  };
  if (actions !== undefined) add('actions', below(pointer, 'actions'), actions);
  if (otherwise !== undefined) add('else', below(pointer, 'else', 'actions'), object(otherwise).actions);
  for (const [key, value] of Object.entries(object(cases))) {
    add(`cases/${key}`, below(pointer, 'cases', key, 'actions'), object(value).actions);
  }
  if (fallback !== undefined) add('default', below(pointer, 'default', 'actions'), object(fallback).actions);
  // The values a Switch compares with are templates of its own.
  for (const [key, value] of Object.entries(object(cases))) {
    action.expressions.push(...expressionSites(object(value).case, below(pointer, 'cases', key, 'case')));
  }
  return action;
}
