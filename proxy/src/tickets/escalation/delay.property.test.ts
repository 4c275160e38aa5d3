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
