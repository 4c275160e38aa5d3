import { isFlowObject } from '../../expressions/value-types';
import { below } from '../../file/json-pointer';
import { type Rule } from '../rule';

/** Rules about schedules. */
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
];
