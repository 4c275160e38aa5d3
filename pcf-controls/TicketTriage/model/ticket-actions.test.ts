import fc from 'fast-check';
import { CHOICE_DEFAULTS, readChoices } from './choices';
import { COLUMN_DEFAULTS, readMessageColumns, readTicketColumns } from './columns';
import { type ActionKind, type Actor, partTickets, stepOf, type TicketAction } from './ticket-actions';
import type { Ticket } from './ticket';
import { type Status, STATUSES } from './vocabulary';

const ME = 'me';
const actor: Actor = {
  userId: ME,
  isOnline: true,
  mayWrite: true,
  mayReply: true,
  names: readTicketColumns(COLUMN_DEFAULTS.ticketColumns),
  messageNames: readMessageColumns(COLUMN_DEFAULTS.messageColumns),
};
const ACTIONS: readonly TicketAction[] = [
  { kind: 'assign_to_me' },
  { kind: 'assign', agentId: 'other', agentName: 'Other' },
  { kind: 'take_up' },
  { kind: 'give_back' },
  { kind: 'escalate' },
  { kind: 'snooze', until: new Date() },
  { kind: 'resolve' },
  { kind: 'correct', intent: 'returns' },
  { kind: 'reply', text: 'Hello' },
];
const step = (action: TicketAction, ticket: Pick<Ticket, 'status' | 'agentId'>, who: Partial<Actor> = {}) =>
  stepOf(action, ticket, { ...actor, ...who });

/** The part of the desk's table of statuses that agents carry out; the other moves belong to flows. */
const MOVES_OF_AGENTS: readonly (readonly [from: Status, to: Status])[] = [
  ['unassigned', 'assigned'],
  ['assigned', 'in_progress'],
  ['assigned', 'unassigned'],
  ['in_progress', 'unassigned'],
  ['escalated', 'in_progress'],
  ['assigned', 'escalated'],
  ['in_progress', 'escalated'],
  ...STATUSES.filter((status) => status !== 'resolved' && status !== 'closed').map(
    (status) => [status, 'resolved'] as const,
  ),
];

describe('what an action does to the status', () => {
  it('is always a move agents may make, whatever the action, the status and the agent', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACTIONS),
        fc.constantFrom(...STATUSES),
        fc.constantFrom(undefined, ME, 'other', 'third'),
        (action, status, agentId) => {
          const found = step(action, { status, agentId });
          if ('refusal' in found || found.to === undefined) return;
          expect(MOVES_OF_AGENTS).toContainEqual([status, found.to]);
        },
      ),
    );
  });

  it('can be every one of these moves', () => {
    for (const [from, to] of MOVES_OF_AGENTS) {
      const found = ACTIONS.map((action) => step(action, { status: from, agentId: ME }));
      expect({ from, reached: found.some((one) => 'to' in one && one.to === to) }).toEqual({ from, reached: true });
    }
  });

  it('is In progress only by the first action of the agent who has it', () => {
    for (const kind of ['snooze', 'correct', 'reply'] as const) {
      const action = ACTIONS.find((one) => one.kind === kind)!;
      expect(step(action, { status: 'assigned', agentId: ME })).toEqual({ to: 'in_progress' });
      expect(step(action, { status: 'assigned', agentId: 'other' })).toEqual({ to: undefined });
      expect(step(action, { status: 'in_progress', agentId: ME })).toEqual({ to: undefined });
    }
  });
});

describe('an action that is not possible', () => {
  const refusals = (ticket: Pick<Ticket, 'status' | 'agentId'>, who?: Partial<Actor>) =>
    Object.fromEntries(
      ACTIONS.flatMap((action) => {
        const found = step(action, ticket, who);
        return 'refusal' in found ? [[action.kind, found.refusal]] : [];
      }),
    ) as Partial<Record<ActionKind, string>>;

  it('says why, by the status the ticket is in', () => {
    const each = (refusal: string) => ({ take_up: refusal, give_back: refusal, escalate: refusal });
    expect(refusals({ status: 'new' })).toEqual({
      ...each('just_arrived'),
      snooze: 'just_arrived',
      reply: 'just_arrived',
    });
    expect(refusals({ status: 'unassigned' })).toEqual({ ...each('nobody_has_it'), give_back: 'is_free' });
    expect(refusals({ status: 'assigned', agentId: ME })).toEqual({ assign_to_me: 'has_it_already' });
    expect(refusals({ status: 'assigned', agentId: 'other' })).toEqual({
      assign: 'has_it_already',
      take_up: 'is_somebody_elses',
    });
    expect(refusals({ status: 'in_progress' })).toEqual({ take_up: 'is_in_progress' });
    expect(refusals({ status: 'escalated' })).toEqual({ give_back: 'is_escalated', escalate: 'is_escalated' });
    expect(refusals({ status: 'waiting' })).toEqual(each('is_with_customer'));
    const all = (refusal: string) => Object.fromEntries(ACTIONS.map(({ kind }) => [kind, refusal]));
    expect(refusals({ status: 'closed' })).toEqual(all('closed'));
    const { correct: _, ...rest } = all('resolved');
    expect(refusals({ status: 'resolved' })).toEqual(rest);
  });

  it('says what is missing around it: the network, the right, the column, the status', () => {
    const open = { status: 'assigned', agentId: ME } as const;
    expect(Object.values(refusals(open, { isOnline: false }))).toEqual(ACTIONS.map(() => 'offline'));
    expect(Object.values(refusals(open, { mayWrite: false }))).toEqual(ACTIONS.map(() => 'no_permission'));
    expect(refusals(open, { mayReply: false })).toEqual({ assign_to_me: 'has_it_already', reply: 'no_permission' });
    expect(refusals(open, { names: {}, messageNames: {} })).toEqual(
      Object.fromEntries(ACTIONS.map(({ kind }) => [kind, 'no_column'])),
    );
    expect(refusals({ status: undefined })).toEqual({
      ...{ take_up: 'no_status', give_back: 'no_status', escalate: 'no_status', resolve: 'no_status' },
    });
  });

  it('does not keep who gave a ticket back from taking it again, while the table still names them', () => {
    expect(step({ kind: 'assign_to_me' }, { status: 'unassigned', agentId: ME })).toEqual({ to: 'assigned' });
  });

  it('leaves the other tickets of a bulk alone', () => {
    const ticket = (id: string, status: Status): Ticket => ({ id, status, reviewReasons: [], labels: {} });
    const { possible, refused } = partTickets(
      { kind: 'resolve' },
      [ticket('1', 'assigned'), ticket('2', 'closed'), ticket('3', 'waiting')],
      actor,
    );
    expect(possible.map(({ id }) => id)).toEqual(['1', '3']);
    expect(refused).toEqual([
      { ticket: expect.objectContaining({ id: '2' }), outcome: { kind: 'refused', refusal: 'closed' } },
    ]);
  });
});

it('Every status an action leads to has a number in our own table', () => {
  const { status } = readChoices((property) => CHOICE_DEFAULTS[property]);
  for (const [, to] of MOVES_OF_AGENTS) expect(status.value(to)).toEqual(expect.any(Number));
});
