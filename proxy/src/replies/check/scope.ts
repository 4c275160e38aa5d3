import type { Fact } from '../../contract/order-context';
import type { Evidence } from './evidence';
import type { Statement } from './statement';

const NUMBERED =
  /(?<!\p{L})(?:parcels?|packages?|shipments?|paquetes?|envíos?|bultos?)(?: (?:no\.?|number|número|nº))? ?#?(\d{1,2})(?!\d)/iu;
const NTH: [RegExp, number][] = [
  [/(?<!\p{L})(?:first|1st|primer) (?:parcel|package|shipment|one|paquete|envío)/iu, 0],
  [/(?<!\p{L})(?:second|2nd|segundo) (?:parcel|package|shipment|one|paquete|envío)/iu, 1],
  [/(?<!\p{L})(?:third|3rd|tercer) (?:parcel|package|shipment|one|paquete|envío)/iu, 2],
];

/** In the place of a parcel: the sentence is about an item that is in none yet. */
export const NOT_SHIPPED = -1;
/** The sentence names a parcel and an item that is not in it: nothing is known of such a thing. */
export const CONTRADICTION = -2;

export const isUnshipped = (fact: Fact): boolean => /^order\.lines\.\d+\.unfulfilled$/.test(fact.id);

/** Which parcels hold the items a sentence names; those that nobody sent yet are in {@link NOT_SHIPPED}. */
function parcelsOfItems(sentence: string, evidence: readonly Evidence[]): Set<number> {
  const said = sentence.toLowerCase();
  const named = evidence.filter(
    ({ fact, text }) => /\.lines\.\d+\.title$/.test(fact.id) && text !== '' && said.includes(text.toLowerCase()),
  );
  const shipped = named.filter((one) => one.parcel !== null);
  const isSent = (title: string) => shipped.some((one) => one.text === title);
  const waiting = named.filter(
    ({ fact, text }) =>
      !isSent(text) &&
      evidence.some((one) => isUnshipped(one.fact) && one.fact.id === fact.id.replace(/title$/, 'unfulfilled')),
  );
  return new Set([...shipped.map((one) => one.parcel ?? NOT_SHIPPED), ...waiting.map(() => NOT_SHIPPED)]);
}

/**
 * The parcel a sentence is about: by its tracking number, by "parcel 2", by a carrier that only one parcel has, or by the
 * item in it. Null when it names none, none that is known, or several.
 */
export function scopeOf(
  sentence: string,
  statements: readonly Statement[],
  evidence: readonly Evidence[],
): number | null {
  const items = parcelsOfItems(sentence, evidence);
  const named = namedParcel(sentence, statements, evidence);
  if (named !== null) return items.size === 0 || items.has(named) ? named : CONTRADICTION;
  const [parcel, ...others] = items;
  return others.length === 0 ? (parcel ?? null) : null;
}

/** The parcel that words other than its items name. */
function namedParcel(sentence: string, statements: readonly Statement[], evidence: readonly Evidence[]): number | null {
  const ofParcels = evidence.filter((one) => one.parcel !== null);
  const owner = (kind: Statement['kind'], value: string): number | null => {
    const owners = new Set(
      ofParcels
        .filter((one) => one.statements.some((known) => known.kind === kind && known.value === value))
        .map((one) => one.parcel),
    );
    return owners.size === 1 ? ([...owners][0] ?? null) : null;
  };
  const numbered = NUMBERED.exec(sentence)?.[1];
  const nth = NTH.find(([pattern]) => pattern.test(sentence))?.[1];
  if (numbered !== undefined || nth !== undefined) return numbered === undefined ? (nth ?? null) : Number(numbered) - 1;
  for (const kind of ['identifier', 'carrier'] as const) {
    const named = new Set(
      statements
        .filter((statement) => statement.kind === kind)
        .map((statement) => owner(kind, statement.value))
        .filter((parcel) => parcel !== null),
    );
    // Two parcels in one sentence: neither alone is meant.
    if (named.size > 1) return null;
    if (named.size === 1) return [...named][0] ?? null;
  }
  return null;
}
