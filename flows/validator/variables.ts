import { isFloat, isFlowNumber } from '../expressions/numbers';
import { typeName } from '../expressions/value-types';
import { type ActionNode, type FlowDocument, type JsonObject } from '../file/flow-document';
import { isFlowObject } from '../expressions/value-types';
import { below } from '../file/json-pointer';

/** A variable where it is initialised. */
export interface VariableNode {
  name: string;
  /** `string`, `integer`, … in lower case; empty when the file names none. */
  type: string;
  action: ActionNode;
  pointer: string;
  definition: JsonObject;
}

/** Types of actions that change a variable, all of which name it in `inputs.name`. */
const CHANGES: ReadonlySet<string> = new Set([
  'SetVariable',
  'AppendToArrayVariable',
  'AppendToStringVariable',
  'IncrementVariable',
  'DecrementVariable',
]);

/** Names of variables compare without case. */
export const variableKey = (name: string): string => name.toLowerCase();

/** Every variable the flow initialises, in the order of the file; namesakes included. */
export function variablesOf({ actions }: FlowDocument): VariableNode[] {
  return actions.flatMap((action) => {
    if (action.type !== 'InitializeVariable' || !isFlowObject(action.definition.inputs)) return [];
    const { variables } = action.definition.inputs;
    return (Array.isArray(variables) ? (variables as unknown[]) : []).flatMap((definition, index) => {
      if (!isFlowObject(definition) || typeof definition.name !== 'string') return [];
      const { name, type } = definition;
      const pointer = below(action.pointer, 'inputs', 'variables', index);
      return { name, type: typeof type === 'string' ? type.toLowerCase() : '', action, pointer, definition };
    });
  });
}

/** The variable an action sets, appends to or counts with, and the value it gives; undefined for other actions. */
export function changedVariable({ type, definition }: ActionNode): { name: string; value: unknown } | undefined {
  if (!CHANGES.has(type) || !isFlowObject(definition.inputs)) return undefined;
  const { name, value } = definition.inputs;
  return typeof name === 'string' ? { name, value } : undefined;
}

/** The type of a value as far as the file tells: `String`, `Integer` …; undefined for an expression, which may give any. */
export function literalType(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' && /^@[^@{]/.test(value)) return undefined;
  if (isFlowNumber(value)) return isFloat(value) ? 'Float' : 'Integer';
  return typeName(value);
}
