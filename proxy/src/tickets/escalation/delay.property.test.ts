import fc from 'fast-check';
import type { TicketRow } from '../../contract/desk';
import { readDeskTimes } from '../desk/read-desk-times';
import { escalation } from './escalate-ticket';

const MINUTE = 60_000;
const START = Date.parse('2026-03-02T09:00:00Z');
const REMIND = 48 * 60;
const ESCALATE = 72 * 60;
const times = readDeskTimes({}, { timeZone: 'UTC' });

/** What happens to a ticket while time goes by; the look comes after it. */
const steps = fc.array(
  fc.record({
    minutes: fc.oneof(fc.nat(600), fc.nat(6000)),
    event: fc.constantFrom('none', 'none', 'none', 'agent acts', 'given to another', 'supervisor gives it back'),
    look: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

it('each delay is reminded once and escalated once, as soon as somebody looks, and only an act begins another', () => {
  fc.assert(
    fc.property(steps, (course) => {
      let row: TicketRow = {
        ticket_id: 'ticket-1',
        status: 'assigned',
        status_version: 2,
        assigned_at: new Date(START).toISOString(),
      };
      let now = START;
      // The oracle: how long it has been silent, and what was done about it.
      let silence = { since: START, reminded: false, escalated: false };
      const keys = new Map<string, number>();
      for (const { minutes, event, look } of course) {
        now += minutes * MINUTE;
        const at = new Date(now).toISOString();
        if (event === 'agent acts') row = { ...row, last_agent_activity_at: at };
        if (event === 'given to another') row = { ...row, assigned_at: at };
        if (event === 'supervisor gives it back' && row.status === 'escalated') row = { ...row, status: 'in_progress' };
        if (event === 'agent acts' || event === 'given to another') {
          row = { ...row, status: 'in_progress' };
          silence = { since: now, reminded: false, escalated: false };
        }
        if (!look) continue;

        const silent = (now - silence.since) / MINUTE;
        const idle = row.status === 'escalated' || silence.escalated;
        const due = silent >= ESCALATE ? 'escalate' : silent >= REMIND && !silence.reminded ? 'remind_agent' : 'none';
        const { answer } = escalation({ ticket: row, at }, times, new Date(0));
        expect(answer.action).toBe(idle ? 'none' : due);
        expect(answer.silent_hours).toBe(Math.floor(silent / 60));
        expect(keys.get(answer.delay_key) ?? silence.since).toBe(silence.since);
        keys.set(answer.delay_key, silence.since);

        if (answer.action === 'remind_agent') {
          silence.reminded = true;
          row = { ...row, reminded_at: at };
        }
        if (answer.action === 'escalate') {
          silence.escalated = true;
          row = { ...row, escalated_at: at };
        }
        row = {
          ...row,
          status: answer.status,
          status_version: answer.status_version,
          escalation_level: answer.escalation_level,
        };
      }
      expect(new Set(keys.values()).size).toBe(keys.size);
    }),
    { numRuns: 300 },
  );
});

const FIRST_RESPONSE = 480;
const RESOLUTION = 2881;

/** What happens to a ticket nobody has; an even number of minutes after another, so that nothing falls on a due time. */
const unassignedSteps = fc.array(
  fc.record({
    minutes: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1500 })).map((half) => 2 * half),
    event: fc.constantFrom('none', 'none', 'customer writes', 'answered automatically'),
    look: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

it('of a ticket nobody has a supervisor hears once for each message that waits too long, as soon as somebody looks', () => {
  fc.assert(
    fc.property(unassignedSteps, (course) => {
      const instant = (minute: number) => new Date(START + minute * MINUTE).toISOString();
      let row: TicketRow = {
        ...{ ticket_id: 'ticket-1', status: 'unassigned', status_version: 2, created_at: instant(0) },
        ...{ first_response_due: instant(FIRST_RESPONSE), resolution_due: instant(RESOLUTION) },
      };
      let now = 0;
      let wrote = 0;
      let answered: number | undefined;
      let told = -1;
      /** The oracle: whether the ticket, as it stands, is late at a minute. */
      const isLate = (minute: number): boolean =>
        answered === undefined
          ? minute > FIRST_RESPONSE
          : wrote > answered
            ? minute > wrote && (minute > wrote + FIRST_RESPONSE || minute > RESOLUTION)
            : minute > RESOLUTION;
      const keys: string[] = [];
      for (const { minutes, event, look } of course) {
        now += minutes;
        if (event === 'customer writes') {
          wrote = now;
          row = { ...row, last_customer_activity_at: instant(now) };
        }
        if (event === 'answered automatically' && answered === undefined) {
          answered = now;
          row = { ...row, first_responded_at: instant(now) };
        }
        if (!look) continue;

        let since = 0;
        while (since <= now && !isLate(since)) since += 1;
        const { action, delay_key, status } = escalation({ ticket: row, at: instant(now) }, times, new Date(0)).answer;
        expect([action, status]).toEqual([since <= now && told < since ? 'tell_supervisor' : 'none', 'unassigned']);
        if (action === 'none') continue;
        keys.push(delay_key);
        told = now;
        row = { ...row, reminded_at: instant(now) };
      }
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 300 },
  );
});
