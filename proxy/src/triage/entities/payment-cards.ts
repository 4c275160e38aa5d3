import { getTracking } from 'ts-tracking-number';
import { type Finder, type Found } from './found';
import { CARD_CONTEXT, TRACKING_CONTEXT } from './number-context';
import { isPaymentCard } from './payment-card';

/** A card number, perhaps with the expiry date or the security code behind it. */
const RUN = /(?<![\d-])\d(?:[ -]?\d){12,24}(?!\d)/g;

/** Payment cards, so that neither they nor a part of them is read as a parcel, an order or a phone number. */
export const findPaymentCards: Finder = (text) => {
  const found: Found[] = [];
  for (const run of text.matchAll(RUN)) {
    const before = text.slice(Math.max(0, run.index - 60), run.index);
    if (TRACKING_CONTEXT.test(before) && !CARD_CONTEXT.test(before) && getTracking(run[0])) continue;
    const ends = [...run[0].matchAll(/(?=[ -])|$/g)].map((border) => border.index).reverse();
    const end = ends.find((at) => isPaymentCard(run[0].slice(0, at).replace(/\D/g, '')));
    if (end === undefined) continue;
    const card = run[0].slice(0, end);
    found.push({ value: '', text: card, start: run.index, end: run.index + end });
  }
  return found;
};
