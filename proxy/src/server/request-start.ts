import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Log } from '../log';

/** What is known of a request beside the request itself. */
export interface RequestNotes {
  requestId: string;
  /** Set once the operation is known; a path as it was sent may hold personal data and is never logged. */
  operation?: string;
  errorCode?: string;
  replayed?: boolean;
}

export const notesOf = (response: Response): RequestNotes => response.locals as RequestNotes;

const FORM = /^[\w.:-]{1,128}$/;

/** Gives a request its id, the answer its security headers, and the log its line once the answer is out. */
export const requestStart = (log: Log) => (request: Request, response: Response, next: NextFunction) => {
  const start = performance.now();
  const given = request.get('x-request-id');
  const notes = notesOf(response);
  notes.requestId = given !== undefined && FORM.test(given) ? given : randomUUID();
  response.set({
    'x-request-id': notes.requestId,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  response.on('close', () => {
    const entry = {
      request_id: notes.requestId,
      method: request.method,
      operation: notes.operation ?? 'none',
      status: response.statusCode,
      code: notes.errorCode,
      replayed: notes.replayed,
      finished: response.writableFinished,
      duration_ms: Math.round(performance.now() - start),
    };
    log[response.statusCode >= 500 ? 'error' : 'info'](entry, 'request');
  });
  next();
};
