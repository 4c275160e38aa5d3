import { isFlowObject } from '../../../flows/expressions/value-types';
import { type ActionStatus } from '../types';
import { actionTypes } from '../actions/action-types';
import { type CompiledAction } from '../actions/compiled-action';
import { type ActionPlan, type BlockPlan, type Predecessor } from './action-plan';
import { findCycle, linkBlock } from './block-order';
import { ActionReader, escapePointer, type FlowCompiler } from './flow-compiler';

const STATUSES = new Map<string, ActionStatus>(
  (['Succeeded', 'Failed', 'Skipped', 'TimedOut', 'Cancelled'] as const).map((status) => [
    status.toLowerCase(),
    status,
  ]),
);

/** Action types whose `limit` means something else than a time-out of the whole. */
const OWN_LIMITS = new Set(['Until']);

/** Compiles the actions of a block and, through them, everything inside; problems go to the compiler. */
export function compileBlock(
  compiler: FlowCompiler,
  actions: unknown,
  pointer: string,
  loops: string[],
  register: (plan: ActionPlan) => void,
): BlockPlan {
  if (!isFlowObject(actions)) {
    compiler.problem(pointer, 'Actions must be an object of named actions.');
    return linkBlock([]);
  }
  const indexes = new Map(Object.keys(actions).map((name, index) => [name.toLowerCase(), index]));
  const plans = Object.entries(actions).map(([name, definition]) => {
    const place = `${pointer}/${escapePointer(name)}`;
    const plan = compileAction(compiler, name, definition, place, loops, indexes);
    register(plan);
    return plan;
  });
  const block = linkBlock(plans);
  const cycle = findCycle(block);
  if (cycle.length > 0) compiler.problem(pointer, `These actions wait for each other: ${cycle.join(', ')}.`);
  return block;
}

function compileAction(
  compiler: FlowCompiler,
  name: string,
  written: unknown,
  pointer: string,
  loops: string[],
  siblings: Map<string, number>,
): ActionPlan {
  const definition = isFlowObject(written) ? written : {};
  const type = typeof definition.type === 'string' ? definition.type : '';
  const reader = new ActionReader(name, definition, pointer, compiler, loops);
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
    ...(!OWN_LIMITS.has(type) && reader.has('limit', 'timeout')
      ? { timeoutMs: reader.duration(0, 'limit', 'timeout') }
      : {}),
    hideInputs: secure.has('inputs'),
    hideOutputs: secure.has('outputs'),
    execute: compiled.execute,
    blocks: compiled.blocks ?? [],
  };
}

/** `runtimeConfiguration.secureData.properties`. */
export function secureProperties(definition: Record<string, unknown>): Set<string> {
  const settings = definition.runtimeConfiguration;
  const data = isFlowObject(settings) ? settings.secureData : undefined;
  const properties = isFlowObject(data) ? data.properties : undefined;
  return new Set(Array.isArray(properties) ? properties.map(String) : []);
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
