import { extractStatements } from '../check/extract-statements';
import type { PolicyBook } from '../policy/policy-folder';
import type { TemplateInput, TemplateResult } from './template';

const word = (stems: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${stems})(?!\p{L})`, 'iu');

/** Kinds of items shops make exceptions for, as customers and policies name them. */
const KINDS = [
  word(
    String.raw`personali[sz]\p{L}*|custom(?:i[sz]ed|[ -]made)?|engrav\p{L}*|monogram\p{L}*|made[ -]to[ -](?:order|measure)|grabad[oa]s?|a medida`,
  ),
  word(
    String.raw`underwear|lingerie|knickers|panties|briefs|boxers?|bras?|ropa interior|lencería|lenceria|bragas?|calzoncillos?|sujetador(?:es)?|b[oó]xers?`,
  ),
  word(String.raw`swimwear|swimsuits?|bikinis?|bañador(?:es)?|trajes? de baño`),
  word(String.raw`hygien\p{L}*|higi[eé]n\p{L}*`),
  word(String.raw`cosmetics?|make-?up|perfumes?|cosm[eé]tic[oa]s?|maquillaje`),
  word(String.raw`opened|unsealed|unwrapped|abiert[oa]s?|precintad\p{L}*|desprecintad\p{L}*`),
  word(
    String.raw`sale|discounted|reduced|clearance|outlet|promotional|rebajad[oa]s?|rebajas?|de oferta|en oferta|descuento`,
  ),
  word(String.raw`perishables?|food|perecederos?|alimentos?|comida`),
  word(String.raw`earrings?|pendientes|piercings?`),
  word(String.raw`downloads?|digital(?:es)?|descargas?`),
];

/** True when the text names a kind of item that the section about exceptions speaks of. */
export function namesExcludedItem(text: string, book: PolicyBook): boolean {
  const section = book.section('returns#excluded').text;
  return KINDS.some((kind) => kind.test(text) && kind.test(section));
}

const DAYS: Record<string, number> = { day: 1, 'business day': 7 / 5, month: 31 };
/** "A few" is read as at least three. */
const FEW = 3;
const ONE_LONG_UNIT = word(
  String.raw`(?:an?|one|last|un|el) (?:month|year|mes|año)|(?:mes|año) pasado|half a year|medio año`,
);

/** The longest time a text names, in days; 0 when it names none. */
export function longestDuration(text: string): number {
  const days = extractStatements(text)
    .filter((statement) => statement.kind === 'duration')
    .map(({ value }) => {
      const match = /^(few )?(?:[\d.]+-)?([\d.]+) (.+)$/.exec(value);
      return Number(match?.[2] ?? 0) * (DAYS[match?.[3] ?? ''] ?? 0) * (match?.[1] ? FEW : 1);
    });
  return Math.max(0, ...days, ONE_LONG_UNIT.test(text) ? 31 : 0);
}

const SAYS_RETURNABLE: ReadonlySet<string> = new Set([
  'policy.returns.how-to-return',
  'policy.returns.exchange',
  'policy.returns.return-cost',
  'policy.returns.excluded',
]);

/**
 * A reply about returning something, with the limits the question touches: the exceptions when it names such an item,
 * and a person when it names a time longer than the return window.
 */
export function withReturnLimits(result: TemplateResult, { request, book }: TemplateInput): TemplateResult {
  if (!result.facts.some((fact) => SAYS_RETURNABLE.has(fact.id))) return result;
  const text = `${request.subject ?? ''} ${request.text}`.slice(0, 4000);
  const excluded = book.section('returns#excluded');
  const isMissing = namesExcludedItem(text, book) && !result.facts.includes(excluded.fact);
  const isLate = longestDuration(text) > book.figure('returns', 'return_window_days');
  return {
    ...result,
    paragraphs: isMissing ? [...result.paragraphs, excluded.text] : result.paragraphs,
    facts: isMissing ? [...result.facts, excluded.fact] : result.facts,
    holds: isLate ? [...result.holds, 'review_required'] : result.holds,
  };
}
