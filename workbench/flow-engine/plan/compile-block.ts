import { isFlowObject } from '../../../flows/expressions/value-types';
import { escapePointer } from '../../../flows/file/json-pointer';
import { type ActionStatus } from '../types';
import { actionTypes } from '../actions/action-types';
import { type CompiledAction } from '../actions/compiled-action';
import { type ActionPlan, type BlockPlan, type Predecessor } from './action-plan';
import { findCycle, linkBlock } from './block-order';
import { ActionReader, type FlowCompiler, type JsonObject } from './flow-compiler';
import { durationSetting, secureProperties } from './settings';
import { compileStaticResult } from './static-result';

const STATUSES = new Map<string, ActionStatus>(
  (['Succeeded', 'Failed', 'Skipped', 'TimedOut', 'Cancelled'] as const).map((status) => [
    status.toLowerCase(),
    status,
  ]),
);

/** Action types whose `limit` means something else than a time-out of the whole. */
const OWN_LIMITS = new Set(['Until']);

const object = (value: unknown): JsonObject => (isFlowObject(value) ? value : {});

/** A circle of thousands is not listed to its end. */
const NAMES_SHOWN = 10;

/** Compiles the actions of a block and, through them, everything inside; problems go to the compiler. */
export function compileBlock(
  compiler: FlowCompiler,
  actions: unknown,
  pointer: string,
  loops: string[],
  parents: string[],
  register: (plan: ActionPlan) => void,
): BlockPlan {
  if (!isFlowObject(actions)) {
    compiler.problem(pointer, 'Actions must be an object of named actions.');
    return linkBlock([]);
  }
  const indexes = new Map(Object.keys(actions).map((name, index) => [name.toLowerCase(), index]));
  const plans = Object.entries(actions).map(([name, definition]) => {
    const place = `${pointer}/${escapePointer(name)}`;
    const plan = compileAction(
      new ActionReader(name, object(definition), place, compiler, loops, parents),
      definition,
      indexes,
    );
    register(plan);
    return plan;
  });
  const block = linkBlock(plans);
  const cycle = findCycle(block);
  if (cycle.length > 0) {
    const shown = cycle.slice(0, NAMES_SHOWN).join(', ') + (cycle.length > NAMES_SHOWN ? ', …' : '');
    compiler.problem(pointer, `These actions wait for each other: ${shown}.`);
  }
  return block;
}

function compileAction(reader: ActionReader, written: unknown, siblings: Map<string, number>): ActionPlan {
  const { name, definition, pointer, loops, parents } = reader;
  const type = typeof definition.type === 'string' ? definition.type : '';
  const known = actionTypes.get(type);
  if (!isFlowObject(written)) reader.problem('An action must be an object.');
  else if (!known) reader.problem(`The action type '${type}' is not supported.`, 'type');
  const compiled: CompiledAction = known?.(reader) ?? { execute: () => ({ status: 'Failed' }) };
  const secure = secureProperties(definition);
  return {
    name,
    key: name.toLowerCase(),
    type,
    pointer,
    runAfter: readRunAfter(reader, siblings),
    loops,
    parents,
    ...(!OWN_LIMITS.has(type) && reader.has('limit', 'timeout')
      ? { timeout: durationSetting(reader, 0, 'limit', 'timeout') }
      : {}),
    hideInputs: secure.has('inputs'),
    hideOutputs: secure.has('outputs'),
    execute: compileStaticResult(reader) ?? compiled.execute,
    blocks: compiled.blocks ?? [],
  };
}

function readRunAfter(reader: ActionReader, siblings: Map<string, number>): Predecessor[] {
  const { runAfter } = reader.definition;
  if (runAfter === undefined) return [];
  if (!isFlowObject(runAfter)) {
    reader.problem('runAfter must be an object.', 'runAfter');
    return [];
  }
  return Object.entries(runAfter).flatMap(([name, listed]) => {
    const index = siblings.get(name.toLowerCase());
    if (index === undefined) {
      reader.problem(`There is no action '${name}' beside this one.`, 'runAfter', name);
      return [];
    }
    const texts = Array.isArray(listed) ? listed.map(String) : [];
    const statuses = texts.map((text) => STATUSES.get(text.toLowerCase()));
    if (texts.length === 0 || statuses.includes(undefined)) {
      reader.problem('Write a list of Succeeded, Failed, Skipped, TimedOut.', 'runAfter', name);
    }
    return [{ index, statuses: new Set(statuses.filter((status) => status !== undefined)) }];
  });
}
