import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isFlowObject } from '../../flows/expressions/value-types';
import { UnreadableFlow } from '../../flows/file/flow-document';
import { readFlowFileName, spacedName } from '../../flows/file/flow-file-name';
import { DEFINITION, readParameters, readReferences } from '../../flows/file/flow-parts';
import { parseFlowText } from '../../flows/file/parse-flow-text';
import { type Flow, type FlowParameter } from './flow';
import { type ActionPlan } from './plan/action-plan';
import { compileBlock } from './plan/compile-block';
import { FlowCompiler } from './plan/flow-compiler';
import { FlowFormatError } from './plan/flow-format-error';
import { hideSecuredData } from './plan/hidden-data';
import { readTrigger } from './plan/read-trigger';

export interface FlowSource {
  /** The file's name, `<Name>-<GUID>.json`. */
  name: string;
  text: string;
  /** The flow's display name; by default it is read off the file's name. */
  displayName?: string;
}

/** Levels of containers in containers the engine takes; the platform allows 8 (documented). */
const MOST_NESTED_BLOCKS = 200;

/**
 * Reads an exported cloud flow and compiles it: expressions, order of actions, connections. The result can be run any
 * number of times.
 * @param source path of the file, or its name and text
 * @throws {FlowFormatError} listing every problem with its JSON pointer: no JSON, another envelope, an unsupported trigger
 * or action, an expression that does not parse, a circle in `runAfter` …
 */
export function loadFlow(source: string | FlowSource): Flow {
  const { name, text, displayName } =
    typeof source === 'string' ? { name: source, text: readFileSync(source, 'utf8'), displayName: undefined } : source;
  const file = basename(name);
  const named = readFlowFileName(file);
  if (!named) throw new FlowFormatError(file, [{ pointer: '', message: 'The file must be named <Name>-<GUID>.json.' }]);
  const { references, definition } = readEnvelope(file, text);
  const compiled = compileDefinition(file, references, definition);
  return {
    id: named.id,
    name: displayName ?? spacedName(named.name),
    parameters: parametersOf(definition),
    ...compiled,
  };
}

interface Envelope {
  references: Record<string, unknown>;
  definition: Record<string, unknown>;
}

function readEnvelope(file: string, text: string): Envelope {
  const fail = (pointer: string, message: string): FlowFormatError => new FlowFormatError(file, [{ pointer, message }]);
  let content: Record<string, unknown>;
  try {
    content = parseFlowText(text);
  } catch (error) {
    if (error instanceof UnreadableFlow) throw fail('', error.message);
    throw error;
  }
  if (!isFlowObject(content.properties)) {
    throw fail('', 'An exported flow is an object with "properties" and "schemaVersion".');
  }
  const { definition, connectionReferences = {} } = content.properties;
  if (!isFlowObject(definition)) throw fail(DEFINITION, 'The definition is missing.');
  if (!isFlowObject(connectionReferences)) {
    throw fail('/properties/connectionReferences', 'Connection references must be an object.');
  }
  return { references: connectionReferences, definition };
}

function compileDefinition(
  file: string,
  references: Record<string, unknown>,
  definition: Record<string, unknown>,
): Pick<Flow, 'connections' | 'trigger' | 'actions' | 'actionsByName' | 'respondsLater'> {
  const triggers = isFlowObject(definition.triggers) ? Object.entries(definition.triggers) : [];
  if (triggers.length !== 1) {
    const message = `A flow has exactly one trigger, this one has ${triggers.length}.`;
    throw new FlowFormatError(file, [{ pointer: `${DEFINITION}/triggers`, message }]);
  }
  const [triggerName, trigger] = triggers[0]!;
  const connections = readReferences(references);
  const actionsByName = new Map<string, ActionPlan>();
  const compiler: FlowCompiler = new FlowCompiler(
    connections,
    isFlowObject(trigger) ? String(trigger.type) : '',
    isFlowObject(definition.staticResults) ? definition.staticResults : {},
    (actions, pointer, loops, parents) => {
      if (parents.length > MOST_NESTED_BLOCKS) {
        compiler.problem(pointer, `Containers may be nested ${MOST_NESTED_BLOCKS} deep at most.`);
        return { actions: [], successors: [], leaves: [] };
      }
      return compileBlock(compiler, actions, pointer, loops, parents, register);
    },
  );
  const register = (plan: ActionPlan): void => {
    if (actionsByName.has(plan.key)) compiler.problem(plan.pointer, `There are two actions named '${plan.name}'.`);
    actionsByName.set(plan.key, plan);
  };
  const triggerPlan = readTrigger(compiler, triggerName, trigger, `${DEFINITION}/triggers`);
  const actions = compiler.block(definition.actions ?? {}, `${DEFINITION}/actions`, [], []);
  if (compiler.problems.length > 0) throw new FlowFormatError(file, compiler.problems);
  hideSecuredData(actionsByName, compiler.expressions, triggerPlan.secureOutputs);
  return { connections, trigger: triggerPlan, actions, actionsByName, respondsLater: compiler.respondsLater };
}

/** Values of the definition's parameters; environment variables under their schema names as well. */
function parametersOf({ parameters }: Record<string, unknown>): Map<string, FlowParameter> {
  const declared = readParameters(isFlowObject(parameters) ? parameters : {});
  return new Map(
    [...declared].map(([name, { definition, schemaName }]): [string, FlowParameter] => [
      name,
      { defaultValue: definition.defaultValue ?? null, ...(schemaName === undefined ? {} : { schemaName }) },
    ]),
  );
}
