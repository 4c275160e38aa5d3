import { FAULT_KINDS, type Fault, type VendorName } from '../scenarios/scenario-order';

/** Faults set from outside: at most one per vendor, from a certain call on, for a number of calls or until it is taken back. */
export interface FaultPlan {
  set(vendor: VendorName, fault: Fault | null): void;
  /** The fault for the next call of a vendor; counts down `after`, then `times`. */
  next(vendor: VendorName): Fault | null;
}

export function createFaultPlan(): FaultPlan {
  const active = new Map<VendorName, { fault: Fault; before: number; left: number }>();
  return {
    set(vendor, fault) {
      if (fault) active.set(vendor, { fault, before: fault.after ?? 0, left: fault.times ?? Infinity });
      else active.delete(vendor);
    },
    next(vendor) {
      const entry = active.get(vendor);
      if (!entry) return null;
      if (entry.before > 0) {
        entry.before -= 1;
        return null;
      }
      entry.left -= 1;
      if (entry.left <= 0) active.delete(vendor);
      return entry.fault;
    },
  };
}

/**
 * Reads a fault sent to the administrator's route.
 * @param ownKinds kinds of the vendor beside those of all vendors
 * @throws {Error} naming the field that is wrong and what it may be
 */
export function readFault(text: string, ownKinds: readonly string[] = []): Fault | null {
  const value = JSON.parse(text) as unknown;
  if (value === null) return null;
  if (typeof value !== 'object') throw new Error('The body must be null or an object with kind.');
  const { kind, after, times, retryAfterSeconds, delayMs, headers } = value as Record<string, unknown>;
  const kinds: readonly string[] = [...FAULT_KINDS, ...ownKinds];
  if (!kinds.includes(kind as string)) throw new Error(`kind must be one of ${kinds.join(', ')}.`);
  return {
    kind: kind as Fault['kind'],
    after: wholeNumber('after', after),
    times: wholeNumber('times', times),
    retryAfterSeconds: wholeNumber('retryAfterSeconds', retryAfterSeconds),
    delayMs: wholeNumber('delayMs', delayMs),
    headers: texts('headers', headers),
  };
}

/** Reads the fault of one call from its header: a kind alone, or the JSON of the administrator's route. */
export const readFaultHeader = (text: string, ownKinds?: readonly string[]): Fault | null =>
  readFault(text.trimStart().startsWith('{') ? text : JSON.stringify({ kind: text.trim() }), ownKinds);

function wholeNumber(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (!Number.isInteger(value) || (value as number) < 0) throw new Error(`${name} must be a whole number, 0 or more.`);
  return value as number;
}

function texts(name: string, value: unknown): Record<string, string> | undefined {
  if (value === undefined) return undefined;
  const right = typeof value === 'object' && value !== null && Object.values(value).every((v) => typeof v === 'string');
  if (!right) throw new Error(`${name} must be an object whose values are texts.`);
  return value as Record<string, string>;
}
