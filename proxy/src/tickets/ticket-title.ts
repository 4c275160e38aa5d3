import type { Intent } from '../contract/vocabulary';

const LONGEST = 120;

const WORDS: Record<Intent, string> = {
  order_tracking: 'Order tracking',
  returns: 'Return',
  product_information: 'Product question',
  delivery_issue: 'Delivery problem',
  payment_issue: 'Payment problem',
  general_complaint: 'Complaint',
  other: 'Question',
};

const shortened = (text: string): string => {
  // By code points: a cut through a surrogate pair would leave half a character.
  const points = [...text];
  if (points.length <= LONGEST) return text;
  const cut = points.slice(0, LONGEST).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
};

/** A title an agent recognises in a list: the subject without reply marks, else the intent and the first words. */
export function ticketTitle(intent: Intent, subject: string | undefined, text: string): string {
  const bare = (subject ?? '')
    .replace(/^(\s*(re|fw|fwd|aw|wg|rv)\s*:)+/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (bare !== '') return shortened(bare);
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? WORDS[intent] : shortened(`${WORDS[intent]}: ${words}`);
}
