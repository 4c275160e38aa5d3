import { readFileSync } from 'node:fs';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { projectFile } from '../../proxy/src/project-file';
import { toPlainJson } from '../expressions/json-text';
import { isFlowObject } from '../expressions/value-types';
import { type FlowDocument, type JsonObject } from '../file/flow-document';
import { below } from '../file/json-pointer';
import { DEFINITION } from '../file/flow-parts';
import { type Finding } from './finding';
import { type Detail } from './rule';
import { describeSchemaError } from './structure-message';

/** What F000 asks, for the documentation. */
export const STRUCTURE_RULE = {
  code: 'F000',
  severity: 'error',
  title: 'The file is an exported flow, and every member has a place and a form the platform knows.',
} as const;

/**
 * Holds a flow's file against the schema of exported flows (`solution-flow.schema.json`). The file must have a flow's
 * envelope (`envelopeProblem`).
 */
export function checkStructure(flow: FlowDocument): Finding[] {
  const { code, severity } = STRUCTURE_RULE;
  return [...structureDetails(flow)].map((detail) => ({ code, severity, ...detail }));
}

function* structureDetails(flow: FlowDocument): Generator<Detail> {
  const content = toPlainJson(flow.content) as JsonObject;
  const { envelope, action } = validators();
  yield* errorsOf(envelope, content, '', 'the flow');
  const definition = (content.properties as JsonObject).definition as JsonObject;
  for (const [pointer, actions] of blocksBelow(definition.actions, below(DEFINITION, 'actions'))) {
    for (const [name, written] of Object.entries(actions)) {
      yield* errorsOf(action, written, below(pointer, name), `the action '${name}'`);
    }
  }
}

interface Validators {
  envelope: ValidateFunction;
  action: ValidateFunction;
}

let compiled: Validators | undefined;

/**
 * The schema is recursive: actions hold actions. That one loop is cut here, and every action is held against the schema
 * by itself: findings then name their own action, and no nesting is too deep.
 */
function validators(): Validators {
  if (compiled) return compiled;
  const schema = JSON.parse(readFileSync(projectFile('flows/validator/solution-flow.schema.json'), 'utf8')) as {
    $id: string;
    $defs: JsonObject;
  };
  const { additionalProperties: _each, ...block } = schema.$defs.actions as JsonObject;
  schema.$defs.actions = block;
  const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
  compiled = { envelope: ajv.compile(schema), action: ajv.compile({ $ref: `${schema.$id}#/$defs/action` }) };
  return compiled;
}

function* errorsOf(validate: ValidateFunction, value: unknown, pointer: string, owner: string): Generator<Detail> {
  if (validate(value)) return;
  // The branches of the schema may say the same of one place.
  const said = new Set<string>();
  for (const error of validate.errors ?? []) {
    if (isEcho(error)) continue;
    const detail = describeSchemaError(error, pointer, owner);
    const key = `${detail.pointer} ${detail.message}`;
    if (!said.has(key)) yield detail;
    said.add(key);
  }
}

/** An alternative that did not fit, the verdict of an `if`: another error says it. Names of actions are for F003. */
function isEcho({ keyword, schemaPath, propertyName }: ErrorObject): boolean {
  return (
    keyword === 'if' || keyword === 'propertyNames' || propertyName !== undefined || /\/anyOf\/\d+\//.test(schemaPath)
  );
}

/** Every block of actions with its pointer, whatever the depth. */
function* blocksBelow(actions: unknown, pointer: string): Generator<[pointer: string, actions: JsonObject]> {
  const work: [string, unknown][] = [[pointer, actions]];
  for (let next = work.pop(); next; next = work.pop()) {
    const [place, block] = next;
    if (!isFlowObject(block)) continue;
    yield [place, block];
    for (const [name, action] of Object.entries(block)) {
      if (isFlowObject(action)) work.push(...innerBlocks(action, below(place, name)));
    }
  }
}

function innerBlocks(action: JsonObject, pointer: string): [string, unknown][] {
  const blocks: [string, unknown][] = [[below(pointer, 'actions'), action.actions]];
  for (const branch of ['else', 'default']) {
    if (isFlowObject(action[branch])) blocks.push([below(pointer, branch, 'actions'), action[branch].actions]);
  }
  for (const [key, value] of Object.entries(isFlowObject(action.cases) ? action.cases : {})) {
    if (isFlowObject(value)) blocks.push([below(pointer, 'cases', key, 'actions'), value.actions]);
  }
  return blocks;
}
