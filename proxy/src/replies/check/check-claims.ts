import { claimsOf, type Claim } from './claims';
import type { Evidence } from './evidence';
import type { Finding, Reading } from './finding';
import { isUnshipped, NOT_SHIPPED } from './scope';
import { promisesOf, type Promised } from './promises';
import type { ClaimedState } from './status-words';

/** Said of a part only: one parcel is enough then. */
const OF_A_PART =
  /(?<!\p{L})(?:one|another|other|some|part|parts|partly|partially|remaining|rest|un|uno|otro|otra|parte|resto|parcialmente)(?!\p{L})/iu;
/** States that carriers report; where a parcel's status is known, "not yet" follows from it. */
const ON_THE_ROAD: ReadonlySet<ClaimedState> = new Set([
  'delivered',
  'out_for_delivery',
  'in_transit',
  'picked_up',
  'shipped',
  'on_the_way',
  'returned',
  'returning',
]);
const OF_THE_ORDER: ReadonlySet<ClaimedState> = new Set(['refunded', 'paid', 'cancelled', 'shipped']);
/** Rules about these are never harmless: a policy must say them. */
const RULES_THAT_BIND: ReadonlySet<ClaimedState> = new Set([
  'refunded',
  'refund_pending',
  'returned',
  'cancelled',
  'free',
  'available',
  'granted',
  'ready_for_pickup',
  'returnable',
]);
/** States of offers, not of an order: a policy may state them even where the sentence is about the customer's order. */
const OF_OFFERS: ReadonlySet<ClaimedState> = new Set(['free', 'available']);

/** A cancelled order is no cancelled payment. */
const MONEY =
  /(?<!\p{L})(?:payments?|charges?|refunds?|amount|pagos?|cargos?|cobros?|reembolsos?|importe|EUR|USD|GBP|CHF|CAD|AUD|MXN|euros?|dollars?|dólares)(?!\p{L})[^.,;]*$|[€$£][^.,;]*$/u;

const factsOf = (evidence: readonly Evidence[]) => [...new Set(evidence.map((one) => one.fact))];

/** Whether something holds up to an event or from it on; null when a sentence says neither, or both. */
function sideOf(sentence: string): 'before' | 'after' | null {
  const isBefore = /(?<!\p{L})(?:until|before|hasta|antes)(?!\p{L})/iu.test(sentence);
  const isAfter = /(?<!\p{L})(?:after|once|después|tras)(?!\p{L})/iu.test(sentence);
  return isBefore === isAfter ? null : isBefore ? 'before' : 'after';
}

function ruleSupport(claim: Claim, reading: Reading): Evidence[] {
  const side = claim.polarity === 'not' ? null : sideOf(reading.text);
  const isOtherSide = (text: string) => side !== null && ![null, side].includes(sideOf(text));
  return reading.evidence.filter(
    (one) =>
      one.policy &&
      !isOtherSide(one.text) &&
      one.claims.some(
        (known) => known.state === claim.state && (claim.mood === 'rule' || known.polarity === claim.polarity),
      ),
  );
}

function denialSupport(claim: Claim, reading: Reading): Evidence[] {
  if (reading.parcel === NOT_SHIPPED) {
    return ON_THE_ROAD.has(claim.state) ? reading.evidence.filter((one) => isUnshipped(one.fact)) : [];
  }
  const explicit = reading.evidence.filter((one) => one.not.has(claim.state));
  if (explicit.length > 0) return explicit;
  const statuses = reading.evidence.filter((one) => one.is.size > 0 || one.not.size > 0);
  if (OF_A_PART.test(reading.text)) {
    if (claim.state === 'shipped') return statuses.filter((one) => one.is.has('partly_shipped'));
    return statuses.filter((one) => one.parcel !== null && ON_THE_ROAD.has(claim.state) && !one.is.has(claim.state));
  }
  if (statuses.some((one) => one.is.has(claim.state))) return [];
  const ofParcels = statuses.filter((one) => one.parcel !== null);
  if (ON_THE_ROAD.has(claim.state) && ofParcels.length > 0) return ofParcels;
  return OF_THE_ORDER.has(claim.state) ? statuses.filter((one) => one.parcel === null) : [];
}

function stateSupport(claim: Claim, reading: Reading): Evidence[] {
  const isAboutMoney = claim.state === 'cancelled' && MONEY.test(reading.text.slice(0, claim.start));
  const found = reading.evidence.filter(
    (one) => one.is.has(claim.state) && (!isAboutMoney || /payment|charge|refund/.test(one.fact.id)),
  );
  if (OF_A_PART.test(reading.text) || reading.parcel !== null || !ON_THE_ROAD.has(claim.state)) return found;
  // Said of the order as a whole: every parcel, and nothing left to ship.
  if (reading.evidence.some((one) => one.is.has('partly_shipped'))) return [];
  const missing = [...reading.parcels].some((parcel) => !found.some((one) => one.parcel === parcel));
  return missing ? [] : found;
}

function claimSupport(claim: Claim, reading: Reading): Finding['support'] {
  if (reading.verbatim) return [reading.verbatim];
  const place = reading.quoted.find((quote) => quote.fact.id.endsWith('.delivered_to'));
  if (claim.state === 'left_somewhere' && place) return [place.fact];
  if (claim.mood === 'rule') {
    const rules = [...ruleSupport(claim, reading), ...(claim.polarity === 'is' ? stateSupport(claim, reading) : [])];
    return rules.length > 0 || !RULES_THAT_BIND.has(claim.state) ? factsOf(rules) : null;
  }
  const facts = claim.polarity === 'not' ? denialSupport(claim, reading) : stateSupport(claim, reading);
  if (facts.length > 0) return factsOf(facts);
  const rules = OF_OFFERS.has(claim.state) || !reading.own ? ruleSupport(claim, reading) : [];
  return rules.length > 0 ? factsOf(rules) : null;
}

function promiseSupport(promise: Promised, reading: Reading, looked: readonly Finding[]): Finding['support'] {
  // No fact can support that money will be given; a policy worded like this is caught too.
  if (promise.kind === 'refund') return null;
  if (reading.verbatim) return [reading.verbatim];
  if (promise.kind !== 'arrival') return null;
  // "It should arrive on …": the day was looked up among the expected ones; without a day it is an empty promise.
  const named = looked.filter((finding) => finding.kind === 'date' || (finding.kind === 'duration' && !reading.own));
  return named.length > 0 && named.every((finding) => finding.support !== null)
    ? named.flatMap((finding) => finding.support ?? [])
    : null;
}

/**
 * Looks up what a sentence claims about states and what it promises.
 *
 * @param looked what was found out about the values of the same sentence
 */
export function checkClaims(reading: Reading, looked: readonly Finding[]): Finding[] {
  const isQuoted = ({ start, end }: { start: number; end: number }) =>
    reading.quoted.some((quote) => quote.start <= start && end <= quote.end);
  // What a carrier says it does may be quoted; money never.
  const promises = promisesOf(reading.text).filter((promise) => promise.kind === 'refund' || !isQuoted(promise));
  const claims = claimsOf(reading.text).filter(
    (claim) => !promises.some((promise) => claim.start < promise.end && promise.start < claim.end) && !isQuoted(claim),
  );
  return [
    ...promises.map((promise) => ({
      kind: 'promise' as const,
      text: promise.text,
      start: promise.start,
      support: promiseSupport(promise, reading, looked),
    })),
    ...claims.map((claim) => ({
      kind: 'status' as const,
      text: claim.text,
      start: claim.start,
      support: claimSupport(claim, reading),
    })),
  ];
}
