import { DateTime, IANAZone } from 'luxon';
import { windowsNameOf, windowsZones } from '../../expressions/dates/windows-zones';
import { isFlowObject } from '../../expressions/value-types';
import { type FlowDocument, type JsonObject } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { type Frequency, LONGEST_INTERVAL, SCHEDULE_LISTS, type ScheduleList } from '../../file/recurrence-limits';
import { type Detail, type Rule } from '../rule';
import { literalText } from '../literal';

/** Rules about schedules and time zones. */
export const scheduleRules: Rule[] = [
  {
    code: 'F027',
    severity: 'warning',
    title: 'A `Recurrence` with hours or days names its time zone; without one they are UTC, whatever the season.',
    *check({ trigger }) {
      const { recurrence } = trigger?.definition ?? {};
      if (trigger?.type !== 'Recurrence' || !isFlowObject(recurrence) || !isFlowObject(recurrence.schedule)) return;
      if (typeof recurrence.timeZone === 'string' && recurrence.timeZone !== '') return;
      yield {
        pointer: below(trigger.pointer, 'recurrence'),
        message: `The schedule of '${trigger.name}' names no time zone, so its hours are UTC.`,
        fix: "Add timeZone with a Windows zone such as 'Pacific Standard Time', or 'UTC' if that is meant.",
      };
    },
  },
  {
    code: 'F043',
    severity: 'error',
    title: 'The time zone of a schedule or of a ConvertTimeZone action has the name Windows gives it.',
    *check(flow) {
      for (const { owner, zone, pointer } of zonesOf(flow)) {
        const name = literalText(zone);
        if (name === undefined || name === '' || windowsZones().has(name.toLowerCase())) continue;
        const windows = windowsNameOf(name);
        const what = IANAZone.isValidZone(name) ? 'is an IANA name, not one of Windows' : 'is not known';
        yield {
          pointer,
          message: `The time zone '${name}' of '${owner}' ${what}.`,
          fix: windows ? `Write '${windows}'.` : "Write the zone's Windows name, such as 'W. Europe Standard Time'.",
        };
      }
    },
  },
  {
    code: 'F048',
    severity: 'error',
    title:
      'The start and end of a schedule are times without an offset, in UTC (`Z`) or in its time zone, and it has an interval and lists that its frequency allows.',
    *check({ trigger }) {
      const { recurrence } = trigger?.definition ?? {};
      if (!trigger || !isFlowObject(recurrence)) return;
      const schedule: Schedule = { owner: trigger.name, recurrence, pointer: below(trigger.pointer, 'recurrence') };
      for (const field of ['startTime', 'endTime']) yield* timeProblem(schedule, field);
      yield* endProblem(schedule);
      const { frequency } = recurrence;
      if (typeof frequency !== 'string' || !Object.hasOwn(LONGEST_INTERVAL, frequency)) return;
      yield* intervalProblem(schedule, frequency as Frequency);
      yield* listProblems(schedule, frequency as Frequency);
    },
  },
];

interface Zone {
  owner: string;
  zone: unknown;
  pointer: string;
}

function* zonesOf({ trigger, actions }: FlowDocument): Generator<Zone> {
  const { recurrence } = trigger?.definition ?? {};
  if (trigger && isFlowObject(recurrence)) {
    yield { owner: trigger.name, zone: recurrence.timeZone, pointer: below(trigger.pointer, 'recurrence', 'timeZone') };
  }
  for (const { name, type, pointer, definition } of actions) {
    if (type !== 'Expression' || definition.kind !== 'ConvertTimeZone' || !isFlowObject(definition.inputs)) continue;
    for (const field of ['sourceTimeZone', 'destinationTimeZone']) {
      yield { owner: name, zone: definition.inputs[field], pointer: below(pointer, 'inputs', field) };
    }
  }
}

interface Schedule {
  owner: string;
  recurrence: JsonObject;
  pointer: string;
}

const ENDS_IN_UTC = /Z$/i;
const ENDS_IN_OFFSET = /T.*[+-]\d\d:?\d\d$/i;

function* timeProblem({ owner, recurrence, pointer }: Schedule, field: string): Generator<Detail> {
  const written = literalText(recurrence[field]);
  if (written === undefined || written === '') return;
  const place = below(pointer, field);
  const inZone = typeof recurrence.timeZone === 'string' && !/^(UTC)?$/i.test(recurrence.timeZone);
  if (!DateTime.fromISO(written).isValid || ENDS_IN_OFFSET.test(written)) {
    yield {
      pointer: place,
      message: `'${field}' of '${owner}' is '${written}', which is no time a schedule can have.`,
      fix: `Write it as 2026-03-08T09:00:00${inZone ? ', a time of its time zone' : 'Z, in UTC, or without Z and with a timeZone'}.`,
    };
  } else if (inZone && ENDS_IN_UTC.test(written)) {
    yield {
      pointer: place,
      message: `'${field}' of '${owner}' ends in Z, which means UTC, but the schedule has the time zone '${String(recurrence.timeZone)}'.`,
      fix: 'Write the local time without Z, or remove timeZone.',
      // Exports hold both, and the schedule runs; only which of them counts is easily mistaken.
      severity: 'warning',
    };
  }
}

function* endProblem({ owner, recurrence, pointer }: Schedule): Generator<Detail> {
  const [start, end] = [recurrence.startTime, recurrence.endTime].map(literalText);
  // A time that cannot be read is neither before nor after another one.
  if (!start || !end || !(DateTime.fromISO(end, { zone: 'utc' }) < DateTime.fromISO(start, { zone: 'utc' }))) return;
  yield {
    pointer: below(pointer, 'endTime'),
    message: `The schedule of '${owner}' ends at ${end}, before it starts at ${start}.`,
    fix: 'Write an end after the start, or remove one of them.',
  };
}

function* intervalProblem({ owner, recurrence, pointer }: Schedule, frequency: Frequency): Generator<Detail> {
  const longest = LONGEST_INTERVAL[frequency];
  // What is no number is a matter of the file's form.
  if (!(Number(recurrence.interval) > longest)) return;
  yield {
    pointer: below(pointer, 'interval'),
    message: `The interval of '${owner}' is ${String(recurrence.interval)}, but with the frequency ${frequency} it is at most ${longest}.`,
    fix: `Write ${longest} or less, or use a longer frequency.`,
  };
}

/** Any other member is a matter of the file's form. */
const LISTS: ReadonlySet<string> = new Set(Object.values(SCHEDULE_LISTS).flat());

function* listProblems({ owner, recurrence, pointer }: Schedule, frequency: Frequency): Generator<Detail> {
  const allowed = SCHEDULE_LISTS[frequency];
  for (const [name, list] of Object.entries(isFlowObject(recurrence.schedule) ? recurrence.schedule : {})) {
    // The designer leaves empty lists behind.
    if (!Array.isArray(list) || list.length === 0 || !LISTS.has(name) || allowed.includes(name as ScheduleList))
      continue;
    const those = allowed.length === 0 ? 'no schedule' : `a schedule of ${allowed.join(', ')}`;
    yield {
      pointer: below(pointer, 'schedule', name),
      message: `The schedule of '${owner}' lists '${name}', but with the frequency ${frequency} there is ${those}.`,
      fix: `Remove '${name}', or use a frequency that has it.`,
    };
  }
}
