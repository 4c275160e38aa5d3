import type { NextFunction, Request, Response } from 'express';
import { errorCatalogue } from '../errors/catalogue';
import { errorEnvelope } from '../errors/envelope';
import { RccError } from '../errors/rcc-error';
import { ConversationMoved, StoreUnavailable } from '../events/store';
import type { Log } from '../log';
import { notesOf } from './request-start';
import { sendJson } from './send-json';

const RETRY_AFTER_SECONDS = '2';

const known = (error: unknown): RccError => {
  if (error instanceof RccError) return error;
  const headers = { 'retry-after': RETRY_AFTER_SECONDS };
  if (error instanceof StoreUnavailable || error instanceof ConversationMoved) {
    return new RccError('RCC_STORE_UNAVAILABLE', 'The store did not take the write. Nothing was done.', undefined, {
      cause: error,
      headers,
    });
  }
  return new RccError(
    'RCC_INTERNAL',
    'Something unexpected went wrong. Give the request id to the operator.',
    undefined,
    {
      cause: error,
    },
  );
};

/** Answers every failure with the envelope of the error catalogue; logs the cause of those that are ours. */
// Express tells error handlers by their four parameters.
export const answerError =
  (log: Log) => (error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const notes = notesOf(response);
    const told = known(error);
    const status = errorCatalogue[told.code].status;
    notes.errorCode = told.code;
    if (status >= 500 && told.cause !== undefined) {
      log.error({ request_id: notes.requestId, operation: notes.operation, err: told.cause }, 'failure');
    }
    if (response.headersSent) return;
    response.set(told.headers);
    sendJson(response, status, errorEnvelope(told, notes.requestId));
  };
