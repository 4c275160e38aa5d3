import { nextAction } from './next-action';
import type { Ticket } from './ticket';

const NOW = new Date('2026-03-02T12:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const next = (values: Partial<Ticket>) => nextAction({ id: '1', reviewReasons: [], labels: {}, ...values }, NOW);

describe('the next action', () => {
  it('is to review what was held, before anything is sent', () => {
    expect(next({ status: 'unassigned', requiresReview: true, draftReply: 'Hello' })).toBe('review');
    expect(next({ status: 'escalated' })).toBe('review');
  });

  it('is to send the draft where there is one, else to write', () => {
    expect(next({ status: 'assigned', draftReply: 'Hello' })).toBe('send_draft');
    expect(next({ status: 'assigned' })).toBe('reply');
  });

  it('is to write again when the customer wrote after us', () => {
    const both = { firstRespondedOn: ago(9), lastAgentActivityOn: ago(9) };
    expect(next({ ...both, lastCustomerActivityOn: ago(1) })).toBe('reply');
    expect(next({ ...both, lastCustomerActivityOn: ago(10) })).toBe('wait');
  });

  it('follows the status where there is one: what an agent did beside writing is no answer', () => {
    const busy = { firstRespondedOn: ago(9), lastCustomerActivityOn: ago(2), lastAgentActivityOn: ago(1) };
    expect(next({ ...busy, status: 'assigned' })).toBe('reply');
    expect(next({ ...busy, status: 'waiting' })).toBe('wait');
  });

  it('is to write while nobody has, even when an agent has looked at the ticket', () => {
    expect(next({ status: 'in_progress', lastAgentActivityOn: ago(1), lastCustomerActivityOn: ago(2) })).toBe('reply');
  });

  it('is to wait for the customer, and after two days of silence to propose that it is solved', () => {
    expect(next({ status: 'waiting', lastAgentActivityOn: ago(47) })).toBe('wait');
    expect(next({ status: 'waiting', lastAgentActivityOn: ago(48), lastCustomerActivityOn: ago(60) })).toBe(
      'propose_resolution',
    );
    expect(next({ status: 'waiting' })).toBe('wait');
  });

  it('is to close an answered question about a parcel that has arrived', () => {
    const arrived = { intent: 'order_tracking', trackingState: 'delivered' } as const;
    expect(next({ status: 'answered', ...arrived })).toBe('close');
    expect(next({ status: 'waiting', ...arrived })).toBe('wait');
  });

  it('is to wait while the ticket is snoozed, and nothing when it is resolved', () => {
    expect(next({ status: 'assigned', snoozedUntil: new Date(NOW.getTime() + 1) })).toBe('wait');
    expect(next({ status: 'assigned', snoozedUntil: NOW })).toBe('reply');
    expect(next({ status: 'resolved' })).toBeUndefined();
    expect(next({ status: 'closed', requiresReview: true })).toBeUndefined();
  });
});
