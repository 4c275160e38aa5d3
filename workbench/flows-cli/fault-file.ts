import { isFlowObject } from '../../flows/expressions/value-types';
import { type Fault, type FaultRule } from '../flow-engine/faulty-connector';
import { CommandProblem } from './command-problem';
import { readJsonFile } from './read-json-file';

/** A fault of the file: where it strikes and what happens. */
export interface FileFault extends FaultRule {
  /** API name or logical name of the connector; any when left out. */
  connector?: string;
}

const MEMBERS = ['connector', 'operation', 'action', 'attempt', 'call', 'fault'];

/**
 * Reads `[{ "connector"?, "operation"?, "action"?, "attempt"?, "call"?, "fault": { "kind": … } }]`.
 * @throws {CommandProblem} naming the entry and what it may say
 */
export function readFaultFile(path: string): FileFault[] {
  const content = readJsonFile(path);
  if (!Array.isArray(content)) throw new CommandProblem(`${path}: write a list of faults.`);
  return content.map((entry: unknown, index) => {
    const problem = (message: string): CommandProblem => new CommandProblem(`${path}: /${index}: ${message}`);
    if (!isFlowObject(entry)) throw problem('a fault is an object.');
    const stray = Object.keys(entry).find((name) => !MEMBERS.includes(name));
    if (stray) throw problem(`there is no '${stray}'; use ${MEMBERS.join(', ')}.`);
    const { connector, operation, action } = entry;
    for (const [name, value] of Object.entries({ connector, operation, action })) {
      if (value !== undefined && typeof value !== 'string') throw problem(`'${name}' must be text.`);
    }
    const { attempt, call } = entry;
    for (const [name, value] of Object.entries({ attempt, call })) {
      if (value !== undefined && !(Number.isInteger(value) && Number(value) >= 1)) {
        throw problem(`'${name}' counts from 1.`);
      }
    }
    return {
      ...(connector === undefined ? {} : { connector: connector as string }),
      ...(operation === undefined ? {} : { operationId: operation as string }),
      ...(action === undefined ? {} : { actionName: action as string }),
      ...(attempt === undefined ? {} : { attempt: attempt as number }),
      ...(call === undefined ? {} : { nthCall: call as number }),
      fault: readFault(entry.fault, problem),
    };
  });
}

function readFault(fault: unknown, problem: (message: string) => CommandProblem): Fault {
  const { kind, ...rest } = isFlowObject(fault) ? fault : { kind: undefined };
  if (kind === 'drop' || kind === 'answerLostAfterEffect') return { kind };
  if (kind === 'delay') {
    if (typeof rest.ms === 'number' && rest.ms >= 0) return { kind, ms: rest.ms };
    throw problem("a delay says how long in 'ms'.");
  }
  if (kind === 'status') {
    const { statusCode, headers, body } = rest;
    if (!Number.isInteger(statusCode)) throw problem("a status fault says which in 'statusCode', such as 503.");
    return {
      kind,
      statusCode: statusCode as number,
      ...(isFlowObject(headers) ? { headers: headers as Record<string, string> } : {}),
      ...(body === undefined ? {} : { body }),
    };
  }
  throw problem('\'fault\' is { "kind": "status" | "delay" | "drop" | "answerLostAfterEffect" }.');
}
