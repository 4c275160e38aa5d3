import { connectorCalls, parameterPointer } from '../connector-call';
import { partsOfText } from '../literal';
import { type Rule } from '../rule';

const OFFSET = /(?:\d|^)(Z|[+-]\d\d:?\d\d)$/i;
const WITHOUT_ZONE = 'date-no-tz';

/** Rules about the times of calendar events. */
export const calendarTimeRules: Rule[] = [
  {
    code: 'F031',
    severity: 'error',
    title:
      'The start and end of a calendar event are written without `Z` or an offset: the event’s own time zone says what they mean.',
    *check(flow, around) {
      for (const call of connectorCalls(flow, around)) {
        for (const { name, format } of call.operation?.parameters ?? []) {
          const written = call.parameters[name];
          if (format !== WITHOUT_ZONE || typeof written !== 'string') continue;
          const last = partsOfText(written)?.at(-1);
          const offset = typeof last === 'string' ? OFFSET.exec(last)?.[1] : undefined;
          if (offset === undefined) continue;
          yield {
            pointer: parameterPointer(call, name),
            message: `'${name}' of '${call.name}' ends in '${offset}', but a time without an offset is wanted there.`,
            fix: `Remove '${offset}' and say the time zone in the parameter for it.`,
          };
        }
      }
    },
  },
];
