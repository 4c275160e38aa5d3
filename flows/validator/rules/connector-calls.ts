import { sameValue } from '../../expressions/same-value';
import { isFlowNumber, isFloat } from '../../expressions/numbers';
import { isFlowObject } from '../../expressions/value-types';
import { type Operation, type OperationParameter } from '../../operations/operation';
import { type ConnectorCall, connectorCalls, parameterPointer } from '../connector-call';
import { literalOf } from '../literal';
import { type Detail, type Rule } from '../rule';
import { Suggester } from '../suggest';
import { type Surroundings } from '../surroundings';

/** Keys no operation declares though exports carry them; the platform ignores them. */
const IGNORED_PARAMETERS: Readonly<Record<string, readonly string[]>> = { OnNewEmailV3: ['mailboxAddress'] };
/** Longest list of allowed values that is shown in full. */
const SHOWN_VALUES = 8;

/** Rules that hold each connector call against the connector's own description. */
export const connectorCallRules: Rule[] = [
  {
    code: 'F014',
    severity: 'error',
    title:
      'A connector call names an operation the connector has, gives every required parameter and no unknown one, and its literals have the right type and are among the allowed values. Unknown operations of connectors that are not our own are a warning.',
    *check(flow, around) {
      for (const call of connectorCalls(flow, around)) {
        if (call.operation) yield* checkParameters(call, call.operation);
        else yield* checkOperation(call, around);
      }
    },
  },
  {
    code: 'F029',
    severity: 'warning',
    title: 'No deprecated operation is called: connectors drop them one day.',
    *check(flow, around) {
      for (const { name, pointer, operation } of connectorCalls(flow, around)) {
        if (!operation?.deprecated) continue;
        yield {
          pointer: `${pointer}/inputs/host/operationId`,
          message: `'${name}' calls '${operation.operationId}' (${operation.summary}), which is deprecated.`,
          fix: operation.successor
            ? `Use '${operation.successor}' instead.`
            : 'Use the operation the designer offers in its place.',
        };
      }
    },
  },
];

function* checkOperation(call: ConnectorCall, { operations, ownConnectors }: Surroundings): Generator<Detail> {
  const { name, connector, operationId, pointer } = call;
  // Nothing can be said about a connector the table does not list.
  if (!operations.knows(connector) || operations.accepts(connector, operationId)) return;
  const own = ownConnectors.has(connector);
  yield {
    pointer: `${pointer}/inputs/host/operationId`,
    severity: own ? 'error' : 'warning',
    message: own
      ? `'${name}' calls '${operationId}', which the connector '${connector}' does not have.`
      : `'${name}' calls '${operationId}' of '${connector}', which is not known here, so the call cannot be checked.`,
    fix: new Suggester(operations.operationIds(connector)).fix(
      operationId,
      own ? "Choose one of the operations in the connector's document." : 'Check the name in the designer.',
    ),
  };
}

function* checkParameters(call: ConnectorCall, operation: Operation): Generator<Detail> {
  const given = new Map<string, unknown>();
  for (const [key, value] of Object.entries(call.parameters)) spread(given, operation, key, value);
  const suggester = new Suggester(operation.parameters.map(({ name }) => name));
  for (const [key, value] of given) {
    const parameter = operation.parameter(key);
    if (parameter) yield* checkLiteral(call, parameter, value);
    else if (!operation.isParent(key) && !operation.isOpen(key)) yield unknownParameter(call, key, suggester);
  }
  for (const { name, required } of operation.parameters) {
    if (!required || name.endsWith('/*') || !isMissing(given, name)) continue;
    yield {
      pointer: parameterPointer(call),
      message: `'${call.name}' does not give '${name}', which '${operation.operationId}' requires.`,
      fix: `Add the parameter '${name}'.`,
    };
  }
}

/** Objects that stand for several parameters, taken apart as far as they are written out. */
function spread(given: Map<string, unknown>, operation: Operation, key: string, value: unknown): void {
  given.set(key, value);
  if (!isFlowObject(value) || operation.parameter(key) || !operation.isParent(key)) return;
  for (const [name, member] of Object.entries(value)) spread(given, operation, `${key}/${name}`, member);
}

function isMissing(given: ReadonlyMap<string, unknown>, name: string): boolean {
  if (given.has(name)) return given.get(name) === null;
  for (let slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
    const parent = given.get(name.slice(0, slash));
    // An expression may give the whole object.
    if (typeof parent === 'string') return false;
  }
  return true;
}

/** The key a part of the parameters was written under: `item` for a member of a whole `item`. */
function writtenKey({ parameters }: ConnectorCall, key: string): string {
  let written = key;
  while (!Object.hasOwn(parameters, written) && written.includes('/')) {
    written = written.slice(0, written.lastIndexOf('/'));
  }
  return written;
}

function unknownParameter(call: ConnectorCall, key: string, suggester: Suggester): Detail {
  const pointer = parameterPointer(call, writtenKey(call, key));
  if (IGNORED_PARAMETERS[call.operationId]?.includes(key)) {
    return {
      pointer,
      severity: 'warning',
      message: `'${call.name}' gives '${key}', which '${call.operationId}' does not take; the platform ignores it.`,
      fix: 'Remove it, or use the operation for shared mailboxes.',
    };
  }
  return {
    pointer,
    message: `'${call.name}' gives '${key}', which '${call.operationId}' does not take.`,
    fix: suggester.fix(key, `Remove it; the parameters are ${namesOf(call.operation!)}.`),
  };
}

function namesOf({ parameters }: Operation): string {
  const names = parameters.filter(({ internal }) => !internal).map(({ name }) => `'${name}'`);
  const shown = names.slice(0, 12).join(', ');
  return names.length === 0 ? 'none' : names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}

function* checkLiteral(call: ConnectorCall, parameter: OperationParameter, value: unknown): Generator<Detail> {
  const literal = literalOf(value);
  if (literal === undefined || literal === null) return;
  const { name, type, format, enum: allowed } = parameter;
  const pointer = parameterPointer(call, writtenKey(call, name));
  if (type !== undefined && !hasType(literal, type, format)) {
    yield {
      pointer,
      message: `'${name}' of '${call.name}' has to be ${WORDS[type] ?? type}, but is ${wordOf(literal)}.`,
      fix: `Write ${WORDS[type] ?? type}, or an expression that gives one.`,
    };
  } else if (allowed && !allowed.some((each) => sameValue(each, literal))) {
    const shown = allowed.slice(0, SHOWN_VALUES).map((each) => `'${String(each)}'`);
    const list = `Choose one of ${shown.join(', ')}${allowed.length > SHOWN_VALUES ? ` and ${allowed.length - SHOWN_VALUES} more` : ''}.`;
    yield {
      pointer,
      message: `'${name}' of '${call.name}' is '${shorten(String(literal))}', which is not among its values.`,
      fix: new Suggester(allowed.map(String)).fix(String(literal), list),
    };
  }
}

/** A value as a message shows it. */
const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function wordOf(value: unknown): string {
  if (typeof value === 'string') return 'text';
  if (isFlowNumber(value)) return isFloat(value) ? 'a number with a fraction' : 'a number';
  return typeof value === 'boolean' ? String(value) : Array.isArray(value) ? 'a list' : 'an object';
}

function hasType(value: unknown, type: string, format: string | undefined): boolean {
  switch (type) {
    case 'string':
      // A file may be given with its content type, as actions that read one answer it.
      return typeof value === 'string' || (format === 'binary' && isFlowObject(value));
    case 'integer':
      return isFlowNumber(value) && !isFloat(value);
    case 'number':
      return isFlowNumber(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isFlowObject(value);
    default:
      return true;
  }
}
