/** How far the clocks of a zone are ahead of UTC at an instant. Both are milliseconds. */
export type UtcOffset = (instant: number) => number;

const offsets = new Map<string, UtcOffset>();

/**
 * The zone of an IANA name, which is what the tables of the solution hold.
 * @returns nothing when the name means no zone
 */
export function ianaZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name.trim() }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** @param zone an IANA zone, as `ianaZone` returns it */
export function utcOffsetOf(zone: string): UtcOffset {
  const known = offsets.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset: UtcOffset = (instant) => {
    // "GMT" at Greenwich time, else "GMT+05:45"; seconds only in the nineteenth century.
    const parts = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(instant));
    if (!parts) return 0;
    const [, sign, hours, minutes, seconds = '0'] = parts;
    return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  };
  offsets.set(zone, offset);
  return offset;
}
