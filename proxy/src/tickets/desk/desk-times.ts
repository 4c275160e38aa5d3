import type { BusinessHoursRow, SlaPolicyRow } from '../../contract/desk';
import type { Priority } from '../../contract/vocabulary';
import type { NewEvent } from '../../events/event';
import type { BusinessCalendar } from '../sla/business-calendar';
import type { SlaMinutes } from '../sla/sla-policy';

/** The rows of a request that say when the desk works; both may be left out. */
export interface DeskRows {
  business_hours?: BusinessHoursRow;
  sla_policies?: readonly SlaPolicyRow[];
}

/** The desk's times an operation works with. */
export interface DeskTimes {
  /** The desk's business hours. */
  calendar: BusinessCalendar;
  /** IANA zone of the desk: its days begin and end there. */
  timeZone: string;
  /** The clock of a priority: the desk's hours, or around the clock when its policy says so. */
  clock(priority: Priority): { calendar: BusinessCalendar; minutes: SlaMinutes };
}

/** Knows the desk's times although most requests do not carry them. */
export interface DeskMemory {
  /**
   * The times of the rows; what is left out is as it was last told by any request, else as the settings say.
   * @returns the times, and the event to store with the answer when the rows differ from what was known
   * @throws {RccError} `RCC_INVALID_REQUEST` naming the part of the body that is wrong
   */
  timesFor(rows: DeskRows): Promise<{ times: DeskTimes; events: NewEvent[] }>;
}
