import type { Store } from '../events/store';
import type { Effect, Once } from '../idempotency';
import type { ChatService, CommerceService, ReplyService, TriageService } from '../services';
import type { DeskMemory, DeskRows, DeskTimes } from '../tickets/desk/desk-times';
import type { SurveyLinks } from '../tickets/resolution/survey-links';

/** The parts of the service behind the routes; tests give their own. */
export interface Services {
  triage: TriageService;
  commerce: CommerceService;
  replies: ReplyService;
  chat: ChatService;
  surveys: SurveyLinks;
}

/** What every operation works with. */
export interface Tools {
  services: Services;
  store: Store;
  once: Once;
  desk: DeskMemory;
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

/**
 * Makes work of which the desk's times are part: it goes by them, and what the request newly tells about them is stored
 * with its own events.
 */
export const atTheDesk =
  <Answer extends object>(
    { desk }: Pick<Tools, 'desk'>,
    rows: DeskRows,
    work: (times: DeskTimes) => Effect<Answer> | Promise<Effect<Answer>>,
  ) =>
  async (): Promise<Effect<Answer>> => {
    const { times, events } = await desk.timesFor(rows);
    const effect = await work(times);
    return { ...effect, events: [...events, ...effect.events] };
  };
