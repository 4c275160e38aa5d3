import type { Journal } from '../state/journal';
import { OutlookError } from './outlook-error';
import { choiceOf, groupOf, requiredText, textOf, type Arguments } from './read-arguments';

/** An event as `V4CalendarPostItem` answers it. */
export type CalendarEvent = Readonly<Record<string, unknown>> & { id: string };

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const UTC_ZONE = '(UTC) Coordinated Universal Time';

function localTime(item: Arguments, name: string): string {
  const text = requiredText(item, name);
  if (!LOCAL_TIME.test(text) || Number.isNaN(Date.parse(`${text}Z`))) {
    throw new OutlookError(
      400,
      'ErrorInvalidRequest',
      `The parameter 'item/${name}' has to be a date and time without offset.`,
    );
  }
  return text;
}

/**
 * `V4CalendarPostItem`: stores an event of the mailbox's calendar.
 * @throws {OutlookError} 400 for a missing or bad time, a zone other than UTC, or an end before the start
 */
export function createEvent(journal: Journal, args: Arguments, id: string, now: Date): CalendarEvent {
  requiredText(args, 'table');
  const item = groupOf(args, 'item');
  const timeZone = requiredText(item, 'timeZone');
  if (timeZone !== UTC_ZONE) {
    throw new OutlookError(
      400,
      'ErrorInvalidRequest',
      `The calendar stand-in takes times in '${UTC_ZONE}' only, not '${timeZone}'.`,
    );
  }
  const [start, end] = [localTime(item, 'start'), localTime(item, 'end')];
  if (Date.parse(`${end}Z`) < Date.parse(`${start}Z`)) {
    throw new OutlookError(400, 'ErrorPropertyValidationFailure', 'The end of the event is before its start.');
  }
  const event: CalendarEvent = {
    id,
    iCalUId: id,
    subject: requiredText(item, 'subject'),
    start,
    end,
    startWithTimeZone: `${start}+00:00`,
    endWithTimeZone: `${end}+00:00`,
    timeZone: 'UTC',
    body: textOf(item, 'body'),
    isHtml: true,
    location: textOf(item, 'location'),
    requiredAttendees: textOf(item, 'requiredAttendees'),
    optionalAttendees: textOf(item, 'optionalAttendees'),
    importance: choiceOf(item, 'importance', ['low', 'normal', 'high']) ?? 'normal',
    showAs: choiceOf(item, 'showAs', ['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']) ?? 'busy',
    isAllDay: item.isAllDay === true,
    isReminderOn: item.isReminderOn !== false,
    reminderMinutesBeforeStart: Number(item.reminderMinutesBeforeStart ?? 15),
    recurrence: 'none',
    createdDateTime: now.toISOString(),
    lastModifiedDateTime: now.toISOString(),
  };
  journal.collection<CalendarEvent>('outlook/events').put(id, event);
  return event;
}
