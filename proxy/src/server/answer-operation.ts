import type { Request, Response } from 'express';
import type { ContractOperation } from '../contract/operations';
import { RccError } from '../errors/rcc-error';
import type { AnyOperation } from '../routes/operation';
import { invalidRequest } from './invalid-request';
import { readJsonBody } from './read-json-body';
import { notesOf } from './request-start';
import { sendJson } from './send-json';

/** Lets work go on only until the deadline; work that comes later is still stored, so a repetition finds it. */
const withDeadline = async <T>(deadlineMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new RccError(
        'RCC_DEADLINE_EXCEEDED',
        'The answer was not ready in time. Repeat the call with the same idempotency key.',
      );
      controller.abort(error);
      reject(error);
    }, deadlineMs);
  });
  const working = work(controller.signal);
  try {
    return await Promise.race([working, late]);
  } finally {
    clearTimeout(timer);
    // When the deadline won, a later failure of the work has nobody to hear it.
    working.catch(() => undefined);
  }
};

/** From a request to the answer of one operation: read, check against the document, do, send. */
export const answerOperation =
  (operation: AnyOperation, contract: ContractOperation, deadlineMs: number) =>
  async (request: Request, response: Response): Promise<void> => {
    const notes = notesOf(response);
    notes.operation = operation.operationId;
    const answer = await withDeadline(deadlineMs, async (signal) => {
      const body = await readJsonBody(request);
      const problems = contract.requestProblems(body, request.headers);
      if (problems.length > 0) throw invalidRequest(problems);
      return operation.answer(body as never, { key: request.get('idempotency-key'), signal });
    });
    notes.replayed = (answer as { replayed?: boolean }).replayed;
    if (!response.headersSent) sendJson(response, operation.statusOf?.(answer) ?? 200, answer);
  };
