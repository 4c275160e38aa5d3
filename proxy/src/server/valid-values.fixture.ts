import fc from 'fast-check';
import type { ValueRules } from '../contract/schema-arbitrary';
import { PRIORITIES, TICKET_STATUSES, type TicketStatus } from '../contract/vocabulary';

const hours = fc.constantFrom(
  null,
  '',
  '{"monday":[{"from":"09:00","to":"12:30"},{"from":"13:30","to":"17:00"}],"saturday":[{"from":"10:00","to":"24:00"}]}',
  '{"tuesday":[{"from":"00:00","to":"24:00"}],"sunday":[]}',
);
const minutes = fc.integer({ min: 1, max: 20_000 });

const policy = (priority: (typeof PRIORITIES)[number]) =>
  fc.record(
    {
      priority: fc.constant(priority),
      first_response_minutes: minutes,
      resolution_minutes: minutes,
      business_hours_only: fc.option(fc.boolean()),
    },
    { requiredKeys: ['priority', 'first_response_minutes', 'resolution_minutes'] },
  );

const named = {
  time_zone: fc.constantFrom(null, '', 'UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'),
  weekly_intervals: hours,
  shift: hours,
  holidays: fc.constantFrom(null, '', '[]', '[{"date":"2026-12-25","name":"Christmas Day"}]'),
  sla_policies: fc.subarray([...PRIORITIES]).chain((some) => fc.tuple(...some.map(policy))),
  remind_after_hours: fc.integer({ min: 1, max: 47 }),
  escalate_after_hours: fc.integer({ min: 49, max: 8760 }),
};

const statusBut = (...excluded: TicketStatus[]): ValueRules['named'] => ({
  status: fc.constantFrom(...TICKET_STATUSES.filter((status) => !excluded.includes(status))),
});

const ofOperation: Record<string, ValueRules['named']> = {
  AssignTicket: statusBut('resolved', 'closed'),
  // A person may escalate less than a clock may be asked about.
  EscalateTicket: { manual: fc.constant(false) },
  ResolveTicket: statusBut('closed'),
};

/**
 * What a body must keep to beyond its schema: zones, hours and holidays are written in forms of their own, a priority has
 * one policy, a reminder comes before the escalation, the instants of a ticket are less than ten years apart, and what has
 * ended goes no further.
 */
export const validValues = (operationId: string): ValueRules => ({
  instants: { min: new Date('2022-01-01'), max: new Date('2029-12-31') },
  named: { ...named, ...ofOperation[operationId] },
});
