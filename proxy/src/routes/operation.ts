import type { Once } from '../idempotency';
import type { Store } from '../events/store';
import type { ChatService, CommerceService, ReplyService, TriageService } from '../services';

/** The parts of the service behind the routes; tests give their own. */
export interface Services {
  triage: TriageService;
  commerce: CommerceService;
  replies: ReplyService;
  chat: ChatService;
}

/** What every operation works with. */
export interface Tools {
  services: Services;
  store: Store;
  once: Once;
  now(): Date;
}

export interface Call {
  /** The Idempotency-Key header, when it was sent. */
  key: string | undefined;
  /** Aborted when the request's deadline has passed. */
  signal: AbortSignal;
}

/** One operation of the connector document: from a checked body to its answer. */
export interface Operation<Request, Answer extends object> {
  operationId: string;
  answer(request: Request, call: Call): Promise<Answer>;
}

/** Operations of all request types side by side; the server hands each only a body checked for it. */
export type AnyOperation = Operation<never, object>;

/** A stop-watch in whole milliseconds. */
export const stopWatch = (): (() => number) => {
  const start = performance.now();
  return () => Math.round(performance.now() - start);
};

/** The instant a request names, else now. */
export const instantOr = (named: string | undefined, now: Date): Date => (named === undefined ? now : new Date(named));
