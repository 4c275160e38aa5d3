import type { Parcel } from '../../contract/order-context';
import { MOVING_STATUSES } from '../../contract/vocabulary';
import type { HoldReason, VerifiedOrder } from './template';
import type { Phrases } from './phrases';

/** Parcels whose state a person should explain. */
const NEEDS_A_PERSON: ReadonlySet<Parcel['status']> = new Set(['returning', 'returned', 'cancelled']);

/** Values of `order.lines.N.title` or of a parcel's lines, in order. */
function titles(order: VerifiedOrder, prefix: string, only: (index: number) => boolean = () => true): string {
  const found: string[] = [];
  for (let index = 0; ; index += 1) {
    const title = order.fact(`${prefix}.lines.${index}.title`);
    if (title === undefined) return found.join(', ');
    if (only(index)) found.push(title);
  }
}

/** Everything to say about one parcel, sentence by sentence. */
function parcelSentences(order: VerifiedOrder, index: number, subject: string, say: Phrases): string[] {
  const parcel = order.context.parcels[index];
  if (!parcel) return [];
  const value = (name: string): string | undefined => order.fact(`parcels.${index}.${name}`);
  const delivered = value('delivered_at');
  const expected = value('estimated_delivery');
  const reason = value('exception');
  const number = value('tracking_number');
  const link = value('link');
  const asOf = order.context.facts.find((fact) => fact.id === `parcels.${index}.status`)?.as_of;
  const isLate = expected !== undefined && expected.slice(0, 10) < order.context.fetched_at.slice(0, 10);
  const sentences = [
    say.parcel[parcel.status]({ subject, carrier: value('carrier'), deliveredOn: delivered && say.day(delivered) }),
  ];
  if (reason && !['delivered', 'out_for_delivery'].includes(parcel.status)) {
    sentences.push(say.reason(reason.split(/[.!?]\s/)[0]?.replace(/[.\s]+$/, '') ?? reason));
  }
  if (expected && MOVING_STATUSES.has(parcel.status)) {
    sentences.push(isLate ? say.wasExpected(say.day(expected)) : say.expected(say.day(expected)));
  }
  if (number) sentences.push(say.trackingNumber(number));
  if (asOf && parcel.status !== 'delivered') sentences.push(say.asOf(say.instant(new Date(asOf).toISOString())));
  if (link?.startsWith('https://') && parcel.status !== 'cancelled') sentences.push(say.follow(link));
  return sentences;
}

function parcelParagraphs(order: VerifiedOrder, say: Phrases): string[] {
  const { parcels } = order.context;
  if (parcels.length === 1) {
    const paragraphs = [parcelSentences(order, 0, say.order(order.id), say).join(' ')];
    if (parcels[0]?.status === 'delivered') paragraphs.push(say.notArrived);
    return paragraphs;
  }
  const lines = parcels.map((_, index) => {
    const contents = titles(order, `parcels.${index}`);
    const sentences = parcelSentences(order, index, say.parcelOf(index + 1, parcels.length), say);
    return `- ${[...sentences.slice(0, 1), ...(contents ? [say.contents(contents)] : []), ...sentences.slice(1)].join(' ')}`;
  });
  return [say.sentInParcels(order.id, parcels.length), lines.join('\n')];
}

function cancelledParagraphs(order: VerifiedOrder, say: Phrases): string[] {
  const on = order.fact('order.cancelled_at');
  const refunded = order.fact('order.refunded');
  const isRefunded =
    refunded !== undefined &&
    order.fact('order.payment_status') === 'refunded' &&
    !order.context.findings.some((finding) => finding.code === 'refund_pending');
  return [[say.cancelled(order.id, on && say.day(on)), ...(isRefunded ? [say.refunded(refunded)] : [])].join(' ')];
}

/** What the facts say about where an order is, and why a person should look at it, if at all. */
export function orderState(
  order: VerifiedOrder,
  say: Phrases,
): { paragraphs: string[]; holds: HoldReason[]; isPacking: boolean } {
  const { context } = order;
  if (context.order?.cancelled_at) return { paragraphs: cancelledParagraphs(order, say), holds: [], isPacking: false };
  const holds = new Set<HoldReason>();
  const isShopsWord = context.parcels.length === 0 || context.parcels.some((parcel) => parcel.source === 'Shopify');
  // A carrier that failed does not matter when another one knew every parcel, but its older word may be overtaken.
  const isAmiss = context.degraded.some(
    ({ part, shown_as_of }) => part !== 'payment' && (isShopsWord || shown_as_of !== undefined),
  );
  if (isAmiss) holds.add('context_degraded');
  if (context.parcels.length === 0) {
    const orderedOn = order.fact('order.created_at');
    const shipped = context.order?.lines.some((line) => line.unfulfilled < line.quantity) ?? true;
    // Shipped without a tracking number: nothing can be said about where it is.
    if (shipped)
      return { paragraphs: [say.lookupFailed(order.id)], holds: [...holds, 'no_template'], isPacking: false };
    return {
      paragraphs: [say.notShipped(order.id, orderedOn && say.day(orderedOn))],
      holds: [...holds],
      isPacking: true,
    };
  }
  const paragraphs = parcelParagraphs(order, say);
  const waiting = titles(order, 'order', (index) => order.fact(`order.lines.${index}.unfulfilled`) !== undefined);
  if (waiting) paragraphs.push(say.partNotShipped(waiting));
  if (context.parcels.some((parcel) => parcel.status === 'unknown')) holds.add('context_degraded');
  const isWorrying =
    context.parcels.some((parcel) => NEEDS_A_PERSON.has(parcel.status)) ||
    context.findings.some((finding) => finding.code === 'lost_suspected');
  if (isWorrying) holds.add('review_required');
  return { paragraphs, holds: [...holds], isPacking: false };
}
