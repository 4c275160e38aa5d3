import type { Fact } from '../../contract/order-context';
import { PARCEL_STATUSES, type ParcelStatus } from '../../contract/vocabulary';
import { claimsOf, type Claim } from './claims';
import { extractStatements } from './extract-statements';
import { factStatements, instantStatements } from './fact-statements';
import { plainText } from './plain-text';
import { roleOfFact, type Role } from './roles';
import { allWords, contentWords, sentencesOf } from './sentences';
import type { Statement } from './statement';
import { STATES_OF_PARCEL, type ClaimedState } from './status-words';

/** One fact, or one sentence of a policy, as something statements are compared with. */
export interface Evidence {
  fact: Fact;
  /** Which parcel the fact is about, or null. */
  parcel: number | null;
  policy: boolean;
  /** The plain text of the fact or sentence. */
  text: string;
  /** The telling words of a policy sentence; facts are told apart by kind and role. */
  words: ReadonlySet<string>;
  /** All its words, cut like those; a reply may use them. */
  vocabulary: ReadonlySet<string>;
  /** What may be taken over word for word, whatever it contains. */
  quotable: readonly string[];
  statements: readonly Statement[];
  dayRole: Role | null;
  amountRole: Role | null;
  /** States that are so (`is`) and states that are not (`not`), of a status fact. */
  is: ReadonlySet<ClaimedState>;
  not: ReadonlySet<ClaimedState>;
  /** What a policy sentence says about states. */
  claims: readonly Claim[];
}

const NO_STATES: ReadonlySet<ClaimedState> = new Set();
const NO_WORDS: ReadonlySet<string> = new Set();
const isParcelStatus = (value: string): value is ParcelStatus => (PARCEL_STATUSES as readonly string[]).includes(value);

/** Words of shops and payment providers that are no sentence, next to the parcel states of our own vocabulary. */
const CODES: Record<string, readonly ClaimedState[]> = {
  fulfilled: ['shipped'],
  shipped: ['shipped'],
  partially_fulfilled: ['partly_shipped'],
  partly_shipped: ['partly_shipped'],
  partially_refunded: [],
  partly_refunded: [],
  in_progress: ['preparing'],
  being_prepared: ['preparing'],
  open: ['preparing'],
  succeeded: ['paid'],
  duplicate_charge: ['duplicate'],
  dispute_open: ['disputed'],
  refund_pending: ['refund_pending'],
};
const CODES_THAT_DENY: Record<string, readonly ClaimedState[]> = {
  unfulfilled: ['shipped'],
  in_progress: ['shipped'],
  being_prepared: ['shipped'],
  label_created: ['shipped'],
  not_found: ['known_to_carrier'],
  partially_refunded: ['refunded'],
  partly_refunded: ['refunded'],
  voided: ['paid'],
};

function statesOf(value: string): { is: Set<ClaimedState>; not: Set<ClaimedState> } {
  const code = value.trim().toLowerCase().replace(/[ -]/g, '_');
  const is = new Set<ClaimedState>([...(CODES[code] ?? []), ...(isParcelStatus(code) ? STATES_OF_PARCEL[code] : [])]);
  const not = new Set<ClaimedState>(CODES_THAT_DENY[code] ?? []);
  if (is.size > 0 || not.size > 0) return { is, not };
  for (const claim of claimsOf(plainText(value).replace(/_/g, ' '))) {
    if (claim.polarity === 'not') {
      not.add(claim.state);
      continue;
    }
    is.add(claim.state);
    if (claim.state === 'label_created') not.add('shipped');
    if (isParcelStatus(claim.state)) for (const implied of STATES_OF_PARCEL[claim.state]) is.add(implied);
  }
  return { is, not };
}

/** At least two words, or a word with a figure: a single common word proves nothing. */
const TELLING = /\p{L}.*[\s\d]|\d.*\p{L}/u;

function quotableOf(fact: Fact, text: string): string[] {
  if (!['text', 'place'].includes(fact.kind) || fact.id.includes('event')) return [];
  return sentencesOf(text)
    .map((sentence) => sentence.text.replace(/[.!?]+$/, ''))
    .filter((words) => TELLING.test(words));
}

function evidenceOfFact(fact: Fact): Evidence[] {
  const name = `${fact.id} ${fact.label}`;
  const text = plainText(fact.value);
  const base = {
    fact,
    parcel: null,
    dayRole: null,
    amountRole: null,
    is: NO_STATES,
    not: NO_STATES,
    claims: [],
    quotable: [],
    // The title of a policy only says what it is about: the text may deny it.
    vocabulary: allWords(fact.id.startsWith('policy.') ? text : `${fact.label} ${text}`),
  };
  if (fact.id.startsWith('policy.')) {
    return sentencesOf(text).map((sentence) => ({
      ...base,
      policy: true,
      text: sentence.text,
      words: contentWords(`${fact.label} ${sentence.text}`),
      statements: extractStatements(sentence.text),
      claims: claimsOf(sentence.text),
    }));
  }
  const parcel = /^parcels?\.(\d+)\./.exec(fact.id)?.[1];
  const states = fact.kind === 'status' ? statesOf(fact.value) : { is: NO_STATES, not: NO_STATES };
  const own: Evidence = {
    ...base,
    parcel: parcel === undefined ? null : Number(parcel),
    policy: false,
    text,
    quotable: quotableOf(fact, text),
    words: NO_WORDS,
    statements: factStatements(fact),
    dayRole: roleOfFact('date', name),
    amountRole: roleOfFact('amount', name),
    ...states,
  };
  if (fact.as_of === null) return [own];
  const asOf = instantStatements(fact.as_of);
  return [own, { ...base, policy: false, text: '', words: NO_WORDS, statements: asOf, dayRole: 'as_of' }];
}

/** Policy facts are the same frozen objects in every reply; theirs is kept. */
const kept = new WeakMap<Fact, Evidence[]>();

/** Everything the facts say, in the form statements are compared with. */
export function evidenceOf(facts: readonly Fact[]): Evidence[] {
  return facts.flatMap((fact) => {
    const known = kept.get(fact);
    if (known) return known;
    const evidence = evidenceOfFact(fact);
    if (fact.id.startsWith('policy.')) kept.set(fact, evidence);
    return evidence;
  });
}
