import { isFlowObject } from '../../flows/expressions/value-types';
import { type ConnectorResponse } from '../flow-engine/types';
import { CommandProblem } from './command-problem';
import { readJsonFile } from './read-json-file';

/** A call that wants an answer. */
export interface MockedCall {
  actionName: string;
  connector: string;
  operationId: string;
}

export interface Mocks {
  /** The next answer for a call: that of its action, else of its operation; the last one of a list repeats. */
  answer(call: MockedCall): ConnectorResponse | undefined;
  /** Names of the file that no call has asked for. */
  unused(): string[];
}

const ANSWER_MEMBERS = new Set(['statusCode', 'headers', 'body']);
const plain = (name: string): string => name.replaceAll(' ', '_').toLowerCase();

function isAnswer(value: unknown): value is Record<string, unknown> {
  if (!isFlowObject(value)) return false;
  const names = Object.keys(value);
  const says = names.includes('body') || names.includes('statusCode');
  return says && names.every((name) => ANSWER_MEMBERS.has(name));
}

/** An answer in full, or the body alone. */
function readAnswer(value: unknown): ConnectorResponse {
  if (!isAnswer(value)) return { statusCode: 200, headers: {}, body: value };
  const { statusCode = 200, headers = {}, body = null } = value;
  return { statusCode: Number(statusCode), headers: headers as Record<string, string>, body };
}

/**
 * Answers by name: an action (`Get_row`), an operation (`GetItem`) or an operation of one connector
 * (`shared_office365/GetEmailV2`). A value is the body, or `{ statusCode, headers, body }`, or a list of such answers
 * for one call after the other.
 * @param content the file's content
 * @throws {CommandProblem} naming the entry
 */
export function createMocks(content: unknown, path: string): Mocks {
  if (!isFlowObject(content)) {
    throw new CommandProblem(
      `${path}: write an object of answers by action or operation, such as { "GetItem": { … } }.`,
    );
  }
  const answers = new Map<string, ConnectorResponse[]>();
  for (const [name, value] of Object.entries(content)) {
    const listed = Array.isArray(value) && value.length > 0 && value.every(isAnswer) ? value : [value];
    for (const { statusCode } of listed.map(readAnswer)) {
      if (Number.isInteger(statusCode) && statusCode >= 100 && statusCode <= 599) continue;
      throw new CommandProblem(`${path}: '${name}': 'statusCode' is a number such as 200.`);
    }
    answers.set(plain(name), listed.map(readAnswer));
  }
  const used = new Map<string, number>();
  return {
    answer({ actionName, connector, operationId }) {
      const names = [actionName, `${connector}/${operationId}`, operationId].map(plain);
      const name = names.find((one) => answers.has(one));
      if (name === undefined) return undefined;
      const list = answers.get(name)!;
      const index = used.get(name) ?? 0;
      used.set(name, index + 1);
      return structuredClone(list[Math.min(index, list.length - 1)]);
    },
    unused: () => Object.keys(content).filter((name) => !used.has(plain(name))),
  };
}

/** @throws {CommandProblem} */
export function readMocksFile(path: string): Mocks {
  return createMocks(readJsonFile(path), path);
}
