import { type Day, isoDay } from './day';

/** Which tickets stand behind a mark. */
export interface Drill {
  /** The chart the mark is of. */
  readonly chart: string;
  readonly from: Day;
  readonly to: Day;
  readonly channel?: number | undefined;
  readonly intent?: number | undefined;
  /** The key of the agent's rows: the id of the agent's user. */
  readonly agent?: string | undefined;
  /** 0 is Monday. */
  readonly weekday?: number | undefined;
  readonly hour?: number | undefined;
}

/** The output of the control, as JSON; what a mark does not tell is left out. */
export const drillText = ({ from, to, ...rest }: Drill): string =>
  JSON.stringify({ ...rest, from: isoDay(from), to: isoDay(to) });

/**
 * The address a mark leads to: `{from}`, `{to}`, `{channel}`, `{intent}`, `{agent}`, `{weekday}`, `{hour}` and `{chart}`
 * in the maker's address are filled in, with nothing where the mark does not tell it.
 */
export function drillAddress(address: string, drill: Drill): string {
  const values: Record<string, string | number | undefined> = {
    ...drill,
    from: isoDay(drill.from),
    to: isoDay(drill.to),
  };
  return address.replace(/\{(from|to|channel|intent|agent|weekday|hour|chart)\}/g, (_hole, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
}
