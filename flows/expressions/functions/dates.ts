import { type ExpressionContext } from '../context';
import { atWall, type FlowTime, fromDate, fromZone, moveTime, ticksOf, toZone } from '../dates/flow-time';
import { formatTime } from '../dates/format-time';
import { parseTime } from '../dates/parse-time';
import { parseTimeExactly } from '../dates/parse-exact';
import { findZone } from '../dates/windows-zones';
import { define, type FlowFunction } from '../function-table';
import { makeInteger } from '../numbers';
import { wantCount, wantText } from '../value-types';

const time = (owner: string, value: unknown): FlowTime => parseTime(wantText(owner, value));

function write(owner: string, value: FlowTime, format: unknown, locale?: unknown): string {
  return formatTime(
    value,
    format === undefined || format === null ? undefined : wantText(owner, format),
    locale === undefined || locale === null ? undefined : wantText(owner, locale),
  );
}

/** `addDays(timestamp, count, format?)` and its sisters. */
function adder(name: string, unit: string): FlowFunction {
  return define(name, 'time, integer, dateFormat|null?', ([timestamp, count, format]) =>
    write(name, moveTime(time(name, timestamp), wantCount(name, count), unit), format),
  );
}

/** `addToTime(timestamp, count, unit, format?)`. */
function mover(name: string, sign: 1 | -1): FlowFunction {
  return define(name, 'time, integer, unit, dateFormat|null?', ([timestamp, count, unit, format]) =>
    write(name, moveTime(time(name, timestamp), sign * wantCount(name, count), wantText(name, unit)), format),
  );
}

/** `getFutureTime(count, unit, format?)`. */
function fromNow(name: string, sign: 1 | -1): FlowFunction {
  return define(name, 'integer, unit, dateFormat|null?', ([count, unit, format], context) =>
    write(name, moveTime(now(context), sign * wantCount(name, count), wantText(name, unit)), format),
  );
}

function startOf(name: string, floor: (date: Date) => void): FlowFunction {
  return define(name, 'time, dateFormat|null?', ([timestamp, format]) => {
    const value = time(name, timestamp);
    const date = new Date(value.wall);
    floor(date);
    return write(name, { ...atWall(value, date.getTime()), fraction: 0 }, format);
  });
}

function part(name: string, read: (date: Date) => number): FlowFunction {
  return define(name, 'time', ([timestamp]) => read(new Date(time(name, timestamp).wall)));
}

const now = (context: ExpressionContext): FlowTime => fromDate(context.now());

/** `D.HH:mm:ss.fffffff` as .NET writes a time span. */
function dateDifference([start, end]: unknown[]): string {
  const span = ticksOf(time('dateDifference', end)) - ticksOf(time('dateDifference', start));
  const size = span < 0n ? -span : span;
  const seconds = Number(size / 10_000_000n);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  const days = Math.floor(seconds / 86_400);
  const fraction = size % 10_000_000n;
  return [
    span < 0n ? '-' : '',
    days > 0 ? `${days}.` : '',
    clock,
    fraction > 0n ? `.${String(fraction).padStart(7, '0')}` : '',
  ].join('');
}

function parseDateTime([timestamp, locale, format]: unknown[]): string {
  const text = wantText('parseDateTime', timestamp);
  const culture = locale === undefined || locale === null ? undefined : wantText('parseDateTime', locale);
  if (format !== undefined && format !== null) {
    return formatTime(parseTimeExactly(text, wantText('parseDateTime', format), culture));
  }
  return formatTime(parseTime(text, culture));
}

/** The digits of the timestamp are local to the source zone, whatever zone they name. Unconfirmed for a trailing `Z`. */
function convertTimeZone([timestamp, source, target, format]: unknown[]): string {
  const owner = 'convertTimeZone';
  const utc = fromZone(time(owner, timestamp), findZone(wantText(owner, source)));
  return write(owner, toZone(utc, findZone(wantText(owner, target))), format);
}

export const dateFunctions = [
  define('utcNow', 'dateFormat|null?', ([format], context) => write('utcNow', now(context), format)),
  define('formatDateTime', 'time, dateFormat|null?, culture|null?', ([timestamp, format, locale]) =>
    write('formatDateTime', time('formatDateTime', timestamp), format, locale),
  ),
  define('parseDateTime', 'text, culture|null?, dateFormat|null?', parseDateTime),
  adder('addDays', 'day'),
  adder('addHours', 'hour'),
  adder('addMinutes', 'minute'),
  adder('addSeconds', 'second'),
  mover('addToTime', 1),
  mover('subtractFromTime', -1),
  fromNow('getFutureTime', 1),
  fromNow('getPastTime', -1),
  startOf('startOfDay', (date) => date.setUTCHours(0, 0, 0, 0)),
  startOf('startOfHour', (date) => date.setUTCMinutes(0, 0, 0)),
  startOf('startOfMonth', (date) => {
    date.setUTCDate(1);
    date.setUTCHours(0, 0, 0, 0);
  }),
  part('dayOfWeek', (date) => date.getUTCDay()),
  part('dayOfMonth', (date) => date.getUTCDate()),
  part('dayOfYear', (date) => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1),
  define('ticks', 'time', ([timestamp]) => makeInteger(ticksOf(time('ticks', timestamp)))),
  define('dateDifference', 'time, time', dateDifference),
  define('convertTimeZone', 'time, zone, zone, dateFormat|null?', convertTimeZone),
  define('convertFromUtc', 'time, zone, dateFormat|null?', ([timestamp, target, format]) => {
    const zone = findZone(wantText('convertFromUtc', target));
    return write('convertFromUtc', toZone(time('convertFromUtc', timestamp), zone), format);
  }),
  define('convertToUtc', 'time, zone, dateFormat|null?', ([timestamp, source, format]) => {
    const zone = findZone(wantText('convertToUtc', source));
    return write('convertToUtc', fromZone(time('convertToUtc', timestamp), zone), format);
  }),
];
