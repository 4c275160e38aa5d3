import { randomUUID } from 'node:crypto';
import type { Clock, Connector, ConnectorRequest } from '../flow-engine/types';
import { groupOf, requiredText, type Arguments } from '../gateway/arguments';
import type { CallLimit } from '../gateway/call-limit';
import { createServiceConnector } from '../gateway/service-connector';
import { ServiceError } from '../gateway/service-error';
import type { Journal } from '../state/journal';
import { approvalType, newApproval, viewApproval, withResponse, type Approval } from './approval';

export interface ApprovalsOptions {
  journal: Journal;
  clock: Pick<Clock, 'now' | 'sleep'>;
  /** Makes ids; random ones when left out. */
  newId?: () => string;
  /** No limit when left out. */
  limits?: { calls?: CallLimit };
}

/** An answer to an approval. */
export interface Answer {
  /** One of those who were asked. */
  approver: string;
  /** One of the approval's options, ignoring case. */
  response: string;
  comments?: string;
}

/** The approvals stand-in: the connector's operations, and the people who answer. */
export interface Approvals extends Connector {
  /** Undecided approvals, oldest first. */
  readonly pending: readonly Approval[];
  find(name: string): Approval | undefined;
  /**
   * Gives an answer; once this returns it cannot get lost.
   * @throws {ServiceError} 404 when there is no such approval, 400 for an answer that is no option, 403 for somebody who
   * was not asked, 409 when it is decided, expired or answered by them already
   */
  respond(name: string, answer: Answer): Approval;
  /** Tells of each approval once it is stored, for those who answer by themselves. */
  onRequest(listener: (approval: Approval) => void): void;
}

/** An action waits for its call-back so long. */
const DAYS_TO_ANSWER = 30;

/** The status of the call-back that a waiting action shows; not confirmed. */
const CALL_BACK_STATUS = 200;

/** Which action asked, and whether it has got its answer. */
interface Request {
  approval: string;
  runId: string;
  /** Action and input: what a run that is delivered again asks for in the same words. */
  question: string;
  waits: 'waiting' | 'answered' | 'givenUp' | 'notWaiting';
}

/**
 * Opens the approvals kept in a journal.
 *
 * An approval and its answers survive the process. The run that waits does not: the platform delivers it again from its
 * beginning. It then takes up the approval it asked for before, instead of asking people twice: the one of the same run
 * id, or else one with the same action and the same input whose wait was cut off by the end of the process.
 */
export function createApprovals({ journal, clock, newId = randomUUID, limits }: ApprovalsOptions): Approvals {
  const approvals = journal.collection<Approval>('approvals/approvals');
  const requests = journal.collection<Request>('approvals/requests');
  const listeners = new Set<(approval: Approval) => void>();
  const waiters = new Map<string, Set<() => void>>();
  /** Requests of an earlier process that no run has taken up yet. */
  const leftOver = new Map([...requests.entries()]);

  function takeUp(runId: string, question: string): string | undefined {
    const same = [...leftOver].filter(([, request]) => request.question === question);
    const found =
      same.find(([, request]) => request.runId === runId) ?? same.find(([, { waits }]) => waits === 'waiting');
    if (found !== undefined) leftOver.delete(found[0]);
    return found?.[0];
  }

  /** Stores an approval with its request, unless an earlier process has done so for this run. */
  function ask(request: ConnectorRequest, input: Arguments, waits: Request['waits']): string {
    const { operationId, actionName, runId, arguments: args } = request;
    const type = approvalType(requiredText(args, 'approvalType'));
    const question = JSON.stringify([operationId, actionName, type, input]);
    const earlier = takeUp(runId, question);
    if (earlier !== undefined) {
      const known = requests.get(earlier)!;
      requests.put(earlier, { ...known, runId, waits });
      return known.approval;
    }
    const approval = newApproval(type, input, { name: newId(), now: clock.now(), daysToAnswer: DAYS_TO_ANSWER });
    const asked: Request = { approval: approval.name, runId, question, waits };
    journal.write([
      { collection: 'approvals/approvals', key: approval.name, value: approval },
      { collection: 'approvals/requests', key: approval.name, value: asked },
    ]);
    for (const listener of listeners) listener(approval);
    return approval.name;
  }

  function decided(name: string): Promise<void> {
    if (approvals.get(name)?.outcome !== undefined) return Promise.resolve();
    return new Promise((resolve) => {
      const waiting = waiters.get(name) ?? new Set();
      waiters.set(name, waiting.add(resolve));
    });
  }

  function note(name: string, waits: Request['waits']): void {
    const request = requests.get(name);
    if (request !== undefined) requests.put(name, { ...request, waits });
  }

  /** Waits until the approval is decided. @throws {ServiceError} 400 when nobody decides in time */
  async function result(name: string, { signal, idle }: ConnectorRequest): Promise<unknown> {
    const { expirationDate } = approvals.get(name)!;
    const timer = new AbortController();
    const abort = () => timer.abort(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    const expired = clock.sleep(Date.parse(expirationDate) - clock.now().getTime(), timer.signal);
    expired.catch(() => undefined);
    try {
      const wait = Promise.race([decided(name), expired]);
      await (idle ? idle(wait) : wait);
    } catch (error) {
      // A run that was cancelled asks no more; one that ends with the process leaves no trace here and asks again.
      if (signal.aborted) note(name, 'givenUp');
      throw error;
    } finally {
      signal.removeEventListener('abort', abort);
      timer.abort(new Error('The wait is over.'));
    }
    const approval = approvals.get(name)!;
    if (approval.outcome === undefined) {
      note(name, 'givenUp');
      throw new ServiceError(
        400,
        `The approval '${approval.title}' was not answered within ${DAYS_TO_ANSWER} days.`,
        'ActionTimedOut',
      );
    }
    note(name, 'answered');
    return viewApproval(approval);
  }

  async function carryOut(request: ConnectorRequest): Promise<unknown> {
    const args = request.arguments;
    switch (request.operationId) {
      case 'StartAndWaitForAnApproval':
        return result(ask(request, groupOf(args, 'WebhookApprovalCreationInput'), 'waiting'), request);
      case 'CreateAnApproval':
        return viewApproval(approvals.get(ask(request, groupOf(args, 'ApprovalCreationInput'), 'notWaiting'))!);
      case 'WaitForAnApproval': {
        const name = requiredText(args, 'approvalName');
        if (!approvals.has(name)) throw new ServiceError(404, `There is no approval '${name}'.`);
        return result(name, request);
      }
      default:
        throw new ServiceError(404, `The approvals stand-in has no operation '${request.operationId}'.`);
    }
  }

  const service = createServiceConnector(
    {
      service: 'approvals',
      clock,
      newId,
      statusCodes: {
        StartAndWaitForAnApproval: CALL_BACK_STATUS,
        WaitForAnApproval: CALL_BACK_STATUS,
        CreateAnApproval: 201,
      },
      ...(limits?.calls === undefined ? {} : { callLimit: limits.calls }),
    },
    carryOut,
  );
  return {
    ...service,
    get pending() {
      const now = clock.now().toISOString();
      return [...approvals.values()].filter(
        ({ outcome, expirationDate }) => outcome === undefined && now < expirationDate,
      );
    },
    find: (name) => approvals.get(name),
    respond(name, answer) {
      const approval = approvals.get(name);
      if (approval === undefined) throw new ServiceError(404, `There is no approval '${name}'.`);
      const answered = withResponse(approval, answer, clock.now());
      approvals.put(name, answered);
      if (answered.outcome !== undefined) {
        for (const resolve of waiters.get(name) ?? []) resolve();
        waiters.delete(name);
      }
      return answered;
    },
    onRequest: (listener) => void listeners.add(listener),
  };
}
