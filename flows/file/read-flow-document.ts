import { isFlowObject } from '../expressions/value-types';
import { expressionSites } from './expression-sites';
import { type ActionNode, type BlockNode, type FlowDocument, type JsonObject, type TriggerNode } from './flow-document';
import { readFlowFileName } from './flow-file-name';
import { DEFINITION, readParameters, readReferences } from './flow-parts';
import { below } from './json-pointer';
import { parseFlowText } from './parse-flow-text';

const object = (value: unknown): JsonObject => (isFlowObject(value) ? value : {});
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * Reads the text of an exported flow without judging it: whatever is missing or of a wrong type is left out.
 * @param file the file's name
 * @throws {UnreadableFlow} when the text is no JSON or no object
 */
export function readFlowDocument(file: string, source: string): FlowDocument {
  const content = parseFlowText(source);
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
