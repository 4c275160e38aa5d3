import type { ColumnNames, MessageColumn, TicketColumn } from './columns';
import type { Ticket } from './ticket';
import type { Intent, Priority, Sentiment, Status } from './vocabulary';

/** What an agent does with tickets. */
export type TicketAction =
  | { readonly kind: 'assign_to_me' }
  | { readonly kind: 'assign'; readonly agentId: string; readonly agentName: string }
  /** Lets the desk hand it out again. */
  | { readonly kind: 'give_back' }
  /** Begins to work on it, also on what was escalated. */
  | { readonly kind: 'take_up' }
  | { readonly kind: 'escalate' }
  | { readonly kind: 'snooze'; readonly until: Date }
  | { readonly kind: 'resolve' }
  | {
      readonly kind: 'correct';
      readonly intent?: Intent;
      readonly sentiment?: Sentiment;
      readonly priority?: Priority;
    }
  /** The subject of what is answered; without one the flow that sends the reply finds it. */
  | { readonly kind: 'reply'; readonly text: string; readonly subject?: string };
export type ActionKind = TicketAction['kind'];

/** What of the AI's reading an agent may correct. */
export const CORRECTABLE = ['intent', 'sentiment', 'priority'] as const;

/** Why an action cannot be done to a ticket. */
export const REFUSALS = [
  'offline',
  'no_permission',
  'no_column',
  'no_status',
  'just_arrived',
  'resolved',
  'closed',
  'has_it_already',
  'is_escalated',
  'is_with_customer',
  'nobody_has_it',
  'is_free',
  'is_in_progress',
  'is_somebody_elses',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What an action does to the status: a status it goes to, none when it stays; or why it cannot be done. */
export type Step = { readonly to: Status | undefined } | { readonly refusal: Refusal };

/** Who acts, where and with which columns. */
export interface Actor {
  readonly userId: string;
  readonly isOnline: boolean;
  /** Whether the user may change tickets, and write messages. */
  readonly mayWrite: boolean;
  readonly mayReply: boolean;
  readonly names: ColumnNames<TicketColumn>;
  readonly messageNames: ColumnNames<MessageColumn>;
}

const STAYS = { to: undefined };
const refuse = (refusal: Refusal): Step => ({ refusal });

type Mover = 'escalate' | 'give_back' | 'take_up';

/** What keeps a ticket from being moved, whatever the move. */
const UNMOVED = {
  new: refuse('just_arrived'),
  answered: refuse('is_with_customer'),
  waiting: refuse('is_with_customer'),
  resolved: refuse('resolved'),
  closed: refuse('closed'),
};

/** Where agents move a ticket from each status, or why they cannot. */
const MOVES: Readonly<Record<Mover, Readonly<Record<Status, Step>>>> = {
  escalate: {
    ...UNMOVED,
    unassigned: refuse('nobody_has_it'),
    assigned: { to: 'escalated' },
    in_progress: { to: 'escalated' },
    escalated: refuse('is_escalated'),
  },
  give_back: {
    ...UNMOVED,
    unassigned: refuse('is_free'),
    assigned: { to: 'unassigned' },
    in_progress: { to: 'unassigned' },
    escalated: refuse('is_escalated'),
  },
  take_up: {
    ...UNMOVED,
    unassigned: refuse('nobody_has_it'),
    // Only whoever has it begins with it: another one takes it first.
    assigned: refuse('is_somebody_elses'),
    in_progress: refuse('is_in_progress'),
    escalated: { to: 'in_progress' },
  },
};

/** The columns an action cannot do without. */
const NEEDED: Readonly<Record<Exclude<ActionKind, 'correct' | 'reply'>, TicketColumn>> = {
  assign_to_me: 'agent',
  assign: 'agent',
  give_back: 'status',
  take_up: 'status',
  escalate: 'status',
  snooze: 'snoozedUntil',
  resolve: 'status',
};
const NEEDED_OF_MESSAGE: readonly MessageColumn[] = ['ticket', 'direction', 'status', 'body'];

/** What an action does to a ticket as it stands, or why it cannot be done. */
export function stepOf(action: TicketAction, ticket: Pick<Ticket, 'status' | 'agentId'>, actor: Actor): Step {
  if (!actor.isOnline) return refuse('offline');
  if (!actor.mayWrite || (action.kind === 'reply' && !actor.mayReply)) return refuse('no_permission');
  if (!hasColumns(action, actor)) return refuse('no_column');
  const { status, agentId } = ticket;
  if (status === undefined) return action.kind in MOVES || action.kind === 'resolve' ? refuse('no_status') : STAYS;
  if (status === 'closed') return refuse('closed');
  const firstAction: { readonly to: Status | undefined } =
    status === 'assigned' && agentId === actor.userId ? { to: 'in_progress' } : STAYS;
  // A correction teaches the model, however late it comes.
  if (action.kind === 'correct') return firstAction;
  if (status === 'resolved') return refuse('resolved');
  switch (action.kind) {
    case 'resolve':
      return { to: 'resolved' };
    case 'take_up':
      return firstAction.to === undefined ? MOVES.take_up[status] : firstAction;
    case 'give_back':
    case 'escalate':
      return MOVES[action.kind][status];
    case 'assign_to_me':
    case 'assign':
      // Who gave it back may still be named for a moment.
      if (status !== 'unassigned' && agentId === (action.kind === 'assign' ? action.agentId : actor.userId))
        return refuse('has_it_already');
      // From New and Answered the flow that follows an assignment moves it.
      return status === 'unassigned' ? { to: 'assigned' } : STAYS;
    case 'snooze':
    case 'reply':
      // What is being read by the service this minute would be answered twice.
      return status === 'new' ? refuse('just_arrived') : firstAction;
  }
}

function hasColumns(action: TicketAction, { names, messageNames }: Actor): boolean {
  if (action.kind === 'reply') return NEEDED_OF_MESSAGE.every((column) => messageNames[column] !== undefined);
  if (action.kind === 'correct')
    return CORRECTABLE.every((column) => action[column] === undefined || names[column] !== undefined);
  return names[NEEDED[action.kind]] !== undefined;
}

/** What became of an action for one ticket. */
export type Outcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Somebody else changed the ticket since the agent saw it; nothing was written. */
  | { readonly kind: 'changed' }
  /** @param reason in the host's words */
  | { readonly kind: 'failed'; readonly reason: string };

export interface RowResult {
  readonly ticket: Ticket;
  readonly outcome: Outcome;
}

/** Parts tickets into those an action can be done to, and those it cannot with the reason. */
export function partTickets(
  action: TicketAction,
  tickets: readonly Ticket[],
  actor: Actor,
): { possible: Ticket[]; refused: RowResult[] } {
  const possible: Ticket[] = [];
  const refused: RowResult[] = [];
  for (const ticket of tickets) {
    const step = stepOf(action, ticket, actor);
    if ('refusal' in step) refused.push({ ticket, outcome: { kind: 'refused', refusal: step.refusal } });
    else possible.push(ticket);
  }
  return { possible, refused };
}
