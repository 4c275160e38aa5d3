import * as fc from 'fast-check';
import { slaOf } from './sla';
import type { Ticket } from './ticket';
import { STATUSES } from './vocabulary';

const NOON = new Date('2026-03-02T12:00:00Z');
const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(NOON.getTime() + hours * HOUR);
const ticket = (values: Partial<Ticket>): Ticket => ({ id: '1', reviewReasons: [], labels: {}, ...values });
const read = (values: Partial<Ticket>) => slaOf(ticket(values), NOON, 0.2);

describe('the clock of a ticket', () => {
  it('is that of the first response until somebody has answered, then that of the resolution', () => {
    const dues = { firstResponseDue: inHours(1), resolutionDue: inHours(8), createdOn: inHours(-1) };
    expect(read(dues)).toEqual({ state: 'on_track', clock: 'first_response', due: inHours(1), left: HOUR });
    expect(read({ ...dues, firstRespondedOn: inHours(-0.5) })).toMatchObject({ clock: 'resolution', left: 8 * HOUR });
  });

  it('takes the resolution where the view has no first response', () => {
    expect(read({ resolutionDue: inHours(2) })).toMatchObject({ clock: 'resolution', left: 2 * HOUR });
  });

  it('is in time at the very instant it is due, and late after it', () => {
    expect(read({ resolutionDue: NOON }).state).toBe('nearing');
    expect(read({ resolutionDue: new Date(NOON.getTime() - 1) })).toMatchObject({ state: 'breached', left: -1 });
  });

  it('is nearing when a fifth of its time is left', () => {
    expect(read({ resolutionDue: inHours(2), createdOn: inHours(-8) }).state).toBe('nearing');
    expect(read({ resolutionDue: inHours(2), createdOn: inHours(-7) }).state).toBe('on_track');
  });

  it('without the time of creation is nearing in its last hour', () => {
    expect(read({ resolutionDue: inHours(1) }).state).toBe('nearing');
    expect(read({ resolutionDue: inHours(1.1) }).state).toBe('on_track');
  });

  it('stands still with what was left while the customer is waited for', () => {
    const paused = { status: 'waiting', resolutionDue: inHours(1), slaPausedSince: inHours(-3) } as const;
    expect(read(paused)).toMatchObject({ state: 'paused', left: 4 * HOUR });
    expect(read({ status: 'waiting', resolutionDue: inHours(1) })).toMatchObject({ state: 'paused', left: HOUR });
  });

  it('does not pause when it was due as the pause began', () => {
    expect(read({ resolutionDue: inHours(-1), slaPausedSince: inHours(-1) }).state).toBe('breached');
  });

  it('stays late when it was late before the pause, and pauses when it became due in it', () => {
    expect(read({ resolutionDue: inHours(-2), slaPausedSince: inHours(-1) }).state).toBe('breached');
    expect(read({ resolutionDue: inHours(-1), slaPausedSince: inHours(-2) })).toMatchObject({
      state: 'paused',
      left: HOUR,
    });
  });

  it('counts nothing of a ticket that is resolved, closed or has no due time', () => {
    expect(read({ status: 'resolved', resolutionDue: inHours(-1) }).state).toBe('none');
    expect(read({ status: 'closed', resolutionDue: inHours(-1) }).state).toBe('none');
    expect(read({ status: 'assigned' }).state).toBe('none');
  });

  it('agrees with the plain reading of its columns, whatever they hold', () => {
    const hours = fc.integer({ min: -50, max: 50 });
    const maybe = fc.option(hours, { nil: undefined });
    const values = fc.record({
      status: fc.constantFrom(...STATUSES),
      first: maybe,
      last: maybe,
      answered: maybe,
      paused: maybe,
      created: maybe,
    });
    fc.assert(
      fc.property(values, ({ status, first, last, answered, paused, created }) => {
        const at = (value: number | undefined) => (value === undefined ? undefined : inHours(value));
        const { state, left } = slaOf(
          ticket({
            status,
            firstResponseDue: at(first),
            resolutionDue: at(last),
            firstRespondedOn: at(answered),
            slaPausedSince: at(paused),
            createdOn: at(created),
          }),
          NOON,
          0.2,
        );
        const due = answered === undefined && first !== undefined ? first : last;
        if (due === undefined || status === 'resolved' || status === 'closed') return expect(state).toBe('none');
        // Hour by hour: the clock runs from now to the due time, or from where it stopped.
        const stop = paused !== undefined && paused < 0 ? paused : 0;
        const waits = (paused !== undefined || status === 'waiting') && stop < due;
        if (!waits && due < 0) expect(state).toBe('breached');
        else if (waits) expect([state, left]).toEqual(['paused', (due - stop) * HOUR]);
        else expect(['on_track', 'nearing']).toContain(state);
        return undefined;
      }),
    );
  });
});
