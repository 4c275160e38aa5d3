import { vendorLink } from './vendor-link';

/** What a maker can set. */
export interface Given {
  readonly orderAddress: string | null;
  readonly chargeAddress: string | null;
  readonly staleHours: number | null;
  readonly waitMinutes: number | null;
}

export interface Settings {
  /** With `{id}` where the id belongs; nothing when no link is wanted or possible. */
  readonly orderAddress: string | null;
  readonly chargeAddress: string | null;
  readonly staleHours: number;
  readonly waitMinutes: number;
  /** What cannot be used, and the key of the text that says how it would be; a default stands in for it. */
  readonly faults: readonly { readonly property: string; readonly remedy: 'Fault_address' | 'Fault_positive' }[];
}

const STALE_HOURS = 12;
const WAIT_MINUTES = 5;

/** Reads the properties of the control; a wrong one costs only itself. */
export function readSettings(given: Given): Settings {
  const faults: Settings['faults'][number][] = [];
  const address = (property: 'orderAddress' | 'chargeAddress') => {
    const text = given[property]?.trim() ?? '';
    if (text === '') return null;
    if (vendorLink(text, '1') !== undefined) return text;
    faults.push({ property, remedy: 'Fault_address' });
    return null;
  };
  const positive = (property: 'staleHours' | 'waitMinutes', standard: number) => {
    const value = given[property] ?? standard;
    if (value > 0) return value;
    faults.push({ property, remedy: 'Fault_positive' });
    return standard;
  };
  return {
    orderAddress: address('orderAddress'),
    chargeAddress: address('chargeAddress'),
    staleHours: positive('staleHours', STALE_HOURS),
    waitMinutes: positive('waitMinutes', WAIT_MINUTES),
    faults,
  };
}
