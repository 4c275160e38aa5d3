import type { MoneyActions } from '../commerce/actions/money-actions';
import type { MoneyActionAnswer } from '../contract/money-action';
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
  money: MoneyActions;
}

/** What every operation works with. Refunds and cancellations are not among it: nothing that reads messages can move money. */
export interface Tools {
  services: Omit<Services, 'money'>;
  store: Store;
  once: Once;
  desk: DeskMemory;
  now(): Date;
}

/** What the operations of refunds and cancellations work with. */
export interface MoneyTools extends Tools {
  money: MoneyActions;
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
  /** The HTTP status of an answer; 200 when left out. */
  statusOf?(answer: Answer): number;
}

/** 202 while a refund or cancellation goes on by itself. */
export const statusOfAction = ({ state }: MoneyActionAnswer): number => (state === 'running' ? 202 : 200);

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
