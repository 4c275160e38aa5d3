import type { Fact } from '../contract/order-context';
import { checkClaims } from './check/check-claims';
import { checkNames } from './check/check-names';
import { checkStatements } from './check/check-statements';
import { checkWording } from './check/check-wording';
import { evidenceOf } from './check/evidence';
import { extractStatements } from './check/extract-statements';
import type { Finding, Reading } from './check/finding';
import { isoDay } from './check/match-days';
import { plainText } from './check/plain-text';
import { quotesIn } from './check/quotes';
import { CONTRADICTION, scopeOf } from './check/scope';
import { sentencesOf, speaksOfOwnOrder } from './check/sentences';

/** Nobody writes longer ones to a customer; what cannot be read is not supported. */
const LONGEST_SENTENCE = 1500;

export interface CheckOptions {
  /** The day "today" means, as `2026-03-01`; without it words like "tomorrow" are never supported. */
  today?: string;
  /** What the customer wrote: an order or parcel number they named may be repeated. */
  customerText?: string;
  /** Further numbers that may be repeated, for example the order number asked for. */
  identifiers?: readonly string[];
  /** The reference token of the ticket, `[TKT-000123]`. */
  reference?: string;
  /** Names that may be used, for example the customer's. */
  names?: readonly string[];
}

export interface ReplyExamination {
  passed: boolean;
  /** How many statements were looked up. */
  statements: number;
  /** The words without a fact behind them, each with its kind. */
  unsupported: { kind: Finding['kind']; text: string }[];
  /** The facts that statements were found in. */
  used: Fact[];
}

/**
 * Looks every statement of a reply up in the facts: numbers, days, times, durations, amounts, carriers, links,
 * addresses, order and parcel numbers, names, claims about a state, promises, and every word that is no ordinary one.
 * It knows nothing of the templates, so it
 * judges text written by a model in the same way. English and Spanish.
 *
 * A statement is supported when a fact of the same role says the same in any spelling. A sentence taken word for word
 * from a policy section is supported as it is. A promise of money is never supported;
 * that money was paid back is a claim, which needs the fact.
 */
export function examineReply(text: string, facts: readonly Fact[], options: CheckOptions = {}): ReplyExamination {
  const reply = plainText(options.reference ? text.replaceAll(options.reference, '') : text);
  const evidence = evidenceOf(facts);
  const policySentences = new Map(evidence.filter((one) => one.policy).map((one) => [one.text, one.fact] as const));
  const repeatable = new Set(
    [...(options.identifiers ?? []), options.customerText ?? '']
      .flatMap((source) => extractStatements(plainText(source.slice(0, 5000))))
      .filter((statement) => statement.kind === 'identifier')
      .map((statement) => statement.value),
  );
  const parcels = new Set(evidence.flatMap((one) => (one.parcel === null ? [] : [one.parcel])));
  const today = isoDay(options.today);
  const hasOrder = evidence.some((one) => !one.policy);

  const findings: Finding[] = [];
  const quotedPolicies = new Set<Fact>();
  let line = -1;
  let inherited: number | null = null;
  for (const sentence of sentencesOf(reply)) {
    if (sentence.text.length > LONGEST_SENTENCE) {
      findings.push({ kind: 'wording', text: `${sentence.text.slice(0, 60)}…`, start: 0, support: null });
      continue;
    }
    const verbatim = policySentences.get(sentence.text.replace(/^- /, '')) ?? null;
    if (verbatim) quotedPolicies.add(verbatim);
    const statements = extractStatements(sentence.text);
    if (sentence.line !== line) inherited = null;
    line = sentence.line;
    const parcel: number | null = scopeOf(sentence.text, statements, evidence) ?? inherited;
    inherited = parcel === CONTRADICTION ? null : parcel;
    if (parcel === CONTRADICTION) {
      findings.push({ kind: 'status', text: sentence.text, start: 0, support: null });
    }
    const inScope = evidence.filter((one) => one.parcel === null || parcel === null || one.parcel === parcel);
    const reading: Reading = {
      text: sentence.text,
      statements,
      evidence: inScope,
      own: speaksOfOwnOrder(sentence.text, hasOrder),
      parcel,
      parcels,
      today,
      repeatable,
      verbatim,
      quoted: quotesIn(sentence.text, inScope),
    };
    const looked = checkStatements(reading);
    const names = checkNames(reading, options.names ?? []);
    findings.push(
      ...looked,
      ...checkClaims(reading, looked),
      ...names,
      ...checkWording(reading, names, options.names ?? []),
    );
  }
  const unsupported = findings.filter((finding) => finding.support === null);
  const used = new Set([...quotedPolicies, ...findings.flatMap((finding) => finding.support ?? [])]);
  return {
    passed: unsupported.length === 0,
    // Words that stand in a fact state nothing by themselves.
    statements: findings.filter((one) => one.kind !== 'wording' || one.support === null).length,
    unsupported: unsupported.map(({ kind, text: words }) => ({ kind, text: words })),
    used: facts.filter((fact) => used.has(fact)),
  };
}

/**
 * Whether every statement of a reply is found in the facts.
 *
 * @returns the answer in the contract's form; `unsupported` names the words and their kind, "3 March (date)"
 * @see examineReply for the rules
 */
export function checkReply(
  text: string,
  facts: readonly Fact[],
  options: CheckOptions = {},
): { passed: boolean; statements: number; unsupported: string[] } {
  const { passed, statements, unsupported } = examineReply(text, facts, options);
  return { passed, statements, unsupported: unsupported.map((one) => `${one.text} (${one.kind})`) };
}
