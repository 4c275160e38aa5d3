import type { Evidence } from './evidence';
import type { Statement } from './statement';

const NUMBERED =
  /(?<!\p{L})(?:parcels?|packages?|shipments?|paquetes?|envíos?|bultos?)(?: (?:no\.?|number|número|nº))? ?#?(\d{1,2})(?!\d)/iu;
const NTH: [RegExp, number][] = [
  [/(?<!\p{L})(?:first|1st|primer) (?:parcel|package|shipment|one|paquete|envío)/iu, 0],
  [/(?<!\p{L})(?:second|2nd|segundo) (?:parcel|package|shipment|one|paquete|envío)/iu, 1],
  [/(?<!\p{L})(?:third|3rd|tercer) (?:parcel|package|shipment|one|paquete|envío)/iu, 2],
];

/**
 * The parcel a sentence is about: by its tracking number, by "parcel 2", or by a carrier that only one parcel has.
 * Null when it names none, or none that is known.
 */
export function scopeOf(
  sentence: string,
  statements: readonly Statement[],
  evidence: readonly Evidence[],
): number | null {
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
