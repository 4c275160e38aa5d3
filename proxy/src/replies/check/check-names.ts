import { matches } from './matches';
import type { Finding, Reading } from './finding';

/** A capital inside a sentence: in English and Spanish a name, of a place, a person or a firm. */
const NAME = /(?<=[\p{Ll}\d,)]\s)\p{Lu}[\p{L}'-]*\p{L}/gu;
/** Capitals that name nobody; days and months are looked up as days. */
const ORDINARY = new Set(
  `I I'm I've I'd I'll OK FAQ ID PDF UTC GMT CET CEST VAT IVA EUR USD GBP TKT ORD Customer Care Service Support Team Internet E-mail Email
  English Spanish Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
  October November December`.split(/\s+/),
);

/** What places are also called. */
const ALSO: Record<string, string> = {
  EU: 'European Union',
  UE: 'Unión Europea',
  UK: 'United Kingdom',
  US: 'United States',
  USA: 'United States',
  Britain: 'United Kingdom',
};

/** Looks up names: every one must stand in a fact, a policy or the names given. */
export function checkNames(reading: Reading, names: readonly string[]): Finding[] {
  if (reading.verbatim) return [];
  const spans = [...reading.statements, ...reading.quoted];
  const allowed = names.flatMap((name) => name.split(/\s+/));
  return matches(NAME, reading.text)
    .filter((match) => !spans.some((span) => match.index < span.end && span.start < match.index + match[0].length))
    .filter((match) => !ORDINARY.has(match[0]) && !allowed.includes(match[0].replace(/'s$/, '')))
    .map((match) => {
      const spellings = [match[0], ALSO[match[0]] ?? match[0]];
      const known = reading.evidence.find((one) =>
        spellings.some((name) => `${one.fact.label} ${one.text}`.includes(name)),
      );
      return { kind: 'name', text: match[0], start: match.index, support: known ? [known.fact] : null };
    });
}
