import { recordsOf, recordingConnector, run, secondsIn, testHost } from '../testing/flow-builder';
import { ConnectionError, type ConnectorResponse } from '../types';

/** A status, or an answer in full, or a connection that drops. */
type Answer = number | Partial<ConnectorResponse> | 'drop';

/** What else a case may look at. */
interface Expectations {
  /** Codes by action; of its first repetition. */
  codes?: Record<string, string>;
  /** Codes of errors by action. */
  errors?: Record<string, string>;
  /** Outputs by action; a list per repetition for an action in a loop. */
  outputs?: Record<string, unknown>;
  /** Names of all actions in the order in which they ended, with their repetition: `A[0]`. */
  order?: string[];
  /** Seconds from the start of the run to its end. */
  seconds?: number;
  /** Seconds at which the tries of an action began. */
  tries?: Record<string, number[]>;
  runError?: string;
  /** Status the caller was answered with; null for none. */
  response?: number | null;
  billable?: number;
}

export interface CaseOptions extends Expectations {
  /** What the shop answers, call by call; 200 after the last. */
  answers?: Answer[];
  trigger?: unknown;
}

/**
 * What the case shows, the flow's actions, how the run ends, and how each action ends: one letter per repetition, in the
 * order of repetitions, with an empty text for none (S succeeded, F failed, K skipped, T timed out, C cancelled).
 */
export type FlowCase = [
  shows: string,
  actions: Parameters<typeof run>[0],
  status: string,
  ends: Record<string, string>,
  more?: CaseOptions,
];

const LETTERS: Record<string, string> = {
  Succeeded: 'S',
  Failed: 'F',
  Skipped: 'K',
  TimedOut: 'T',
  Cancelled: 'C',
};

/** A shop that gives these answers in turn. */
function shopThatAnswers(answers: Answer[]): ReturnType<typeof recordingConnector> {
  let next = 0;
  return recordingConnector(() => {
    const answer = answers[next++] ?? 200;
    if (answer === 'drop') throw new ConnectionError('The connection dropped.');
    return typeof answer === 'number' ? { statusCode: answer } : answer;
  });
}

/** Runs the flow of a case and checks everything the case says of it. */
export async function checkCase([, actions, status, ends, more = {}]: FlowCase): Promise<void> {
  const host = testHost(shopThatAnswers(more.answers ?? []));
  const record = await run(actions, host, { outputs: { headers: {}, body: more.trigger ?? {} } });
  const inOrder = (name: string): ReturnType<typeof recordsOf> =>
    recordsOf(record, name).sort((a, b) =>
      a.repetition.join().localeCompare(b.repetition.join(), 'en', { numeric: true }),
    );
  const each = <T>(names: object, read: (name: string) => T): Record<string, T> =>
    Object.fromEntries(Object.keys(names).map((name) => [name, read(name)]));

  expect({
    status: record.status,
    ends: each(ends, (name) =>
      inOrder(name)
        .map((one) => LETTERS[one.status])
        .join(''),
    ),
  }).toEqual({ status, ends });
  const { codes, errors, outputs, tries } = more;
  if (codes) expect(each(codes, (name) => inOrder(name)[0]?.code)).toEqual(codes);
  if (errors) expect(each(errors, (name) => inOrder(name)[0]?.error?.code)).toEqual(errors);
  if (outputs) {
    const shown = (name: string): unknown => {
      const values = inOrder(name).map((one) => one.outputs);
      return inOrder(name).some(({ repetition }) => repetition.length > 0) ? values : values[0];
    };
    expect(each(outputs, shown)).toEqual(outputs);
  }
  if (tries) {
    expect(each(tries, (name) => inOrder(name)[0]?.tries.map(({ startTime }) => secondsIn(startTime)))).toEqual(tries);
  }
  if (more.order) {
    const ended = record.actions.map(
      ({ name, repetition }) => name + (repetition.length > 0 ? `[${repetition.join()}]` : ''),
    );
    expect(ended).toEqual(more.order);
  }
  if (more.seconds !== undefined) expect(secondsIn(record.endTime)).toBe(more.seconds);
  if (more.runError !== undefined) expect(record.error?.code).toBe(more.runError);
  if (more.response !== undefined) expect(record.response?.statusCode ?? null).toBe(more.response);
  if (more.billable !== undefined) expect(record.billableActions).toBe(more.billable);
}
