import { RccError } from '../../errors/rcc-error';
import { addBusinessMinutes, type BusinessCalendar } from './business-calendar';
import { type ClockReading, type ClockState, dueAfterPause, readDueClock } from './sla-clock';
import type { SlaMinutes } from './sla-policy';

/** What a ticket's row says about its clocks; instants in ISO 8601 with `Z` or an offset. Empty columns may be null. */
export interface TicketClockRow {
  created_at: string;
  /** Worked out from `created_at` when empty. */
  first_response_due?: string | null;
  resolution_due?: string | null;
  first_responded_at?: string | null;
  resolved_at?: string | null;
  /** Since when the ticket has been waiting for the customer. */
  sla_paused_since?: string | null;
}

/** When a ticket should have its first answer and its solution; ISO 8601, UTC. */
export interface TicketDues {
  first_response_due: string;
  resolution_due: string;
}

/** Both clocks of a ticket at an instant. Minutes are business minutes, negative by what the ticket is overdue. */
export interface TicketSla extends TicketDues {
  first_response_state: ClockState;
  first_response_remaining_minutes: number;
  resolution_state: ClockState;
  resolution_remaining_minutes: number;
}

function instantOf(row: TicketClockRow, column: keyof TicketClockRow): Date | undefined {
  const text = row[column]?.trim();
  if (!text) return undefined;
  const instant = new Date(text);
  // Without a zone the text would mean the time of the machine.
  if (Number.isNaN(instant.getTime()) || !/T.*(Z|[+-]\d\d:\d\d)$/i.test(text)) {
    const message = `${column} must be an instant, written like 2026-03-01T09:30:00Z, not "${text}".`;
    throw new RccError('RCC_INVALID_REQUEST', message, column);
  }
  return instant;
}

function createdAt(row: TicketClockRow): Date {
  const created = instantOf(row, 'created_at');
  if (created) return created;
  throw new RccError('RCC_INVALID_REQUEST', 'created_at must be given: the clocks start there.', 'created_at');
}

function currentDues(calendar: BusinessCalendar, row: TicketClockRow, minutes: SlaMinutes): [first: Date, last: Date] {
  const after = (count: number): Date => addBusinessMinutes(calendar, createdAt(row), count);
  return [
    instantOf(row, 'first_response_due') ?? after(minutes.firstResponse),
    instantOf(row, 'resolution_due') ?? after(minutes.resolution),
  ];
}

const asDues = (firstResponse: Date, resolution: Date): TicketDues => ({
  first_response_due: firstResponse.toISOString(),
  resolution_due: resolution.toISOString(),
});

/** When a new ticket is due. */
export function openingDues(calendar: BusinessCalendar, created: Date, minutes: SlaMinutes): TicketDues {
  return asDues(
    addBusinessMinutes(calendar, created, minutes.firstResponse),
    addBusinessMinutes(calendar, created, minutes.resolution),
  );
}

/**
 * When a ticket is due that goes on after a pause; of a ticket that was not paused, or of a clock that had stopped or had
 * been breached before, as before.
 */
export function duesAfterPause(
  calendar: BusinessCalendar,
  row: TicketClockRow,
  minutes: SlaMinutes,
  resumed: Date,
): TicketDues {
  const [firstResponse, resolution] = currentDues(calendar, row, minutes);
  const pausedSince = instantOf(row, 'sla_paused_since');
  if (!pausedSince) return asDues(firstResponse, resolution);
  const moved = (due: Date): Date => dueAfterPause(calendar, due, pausedSince, resumed);
  const responded = instantOf(row, 'first_responded_at');
  return asDues(responded && responded <= pausedSince ? firstResponse : moved(firstResponse), moved(resolution));
}

/**
 * Both clocks of a ticket at an instant. The first response stops the first clock, the resolution both.
 * @throws {RccError} `RCC_INVALID_REQUEST` naming the column that is no instant
 */
export function ticketSla(
  calendar: BusinessCalendar,
  row: TicketClockRow,
  minutes: SlaMinutes,
  now: Date,
  nearingShare?: number,
): TicketSla {
  const [firstDue, resolutionDue] = currentDues(calendar, row, minutes);
  const resolvedAt = instantOf(row, 'resolved_at');
  const respondedAt = instantOf(row, 'first_responded_at') ?? resolvedAt;
  const pausedSince = instantOf(row, 'sla_paused_since');
  const read = (due: Date, count: number, stoppedAt: Date | undefined): ClockReading =>
    readDueClock(calendar, { due, minutes: count, pausedSince, stoppedAt }, now, nearingShare);
  const first = read(firstDue, minutes.firstResponse, respondedAt);
  const resolution = read(resolutionDue, minutes.resolution, resolvedAt);
  return {
    ...asDues(first.due, resolution.due),
    first_response_state: first.state,
    first_response_remaining_minutes: first.remainingMinutes,
    resolution_state: resolution.state,
    resolution_remaining_minutes: resolution.remainingMinutes,
  };
}
