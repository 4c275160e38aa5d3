import { CONCRETE_INTENTS, type Scores } from './score-sentence';

/** Who wants the money back no longer wants the parcel, whatever sentence says so. */
const WANTS_MONEY_BACK =
  /\b(?:want|need|demand|like|request\w*|expect|give|get|just|please|insist\w*)\b[^.?!]{0,30}\b(?:refund\w*|(?:my )?money back|cancel\w*|reimburse\w*)\b|\b(?:reembols\w+|devuelvan mi dinero|rembours\w+|geld zuruck|ruckerstatt\w*)\b/;
const MOVED_TO_RETURNS = 0.6;

/** From here on something is said to be wrong with the delivery, and a plain "where is it" no longer describes it. */
const SOMETHING_IS_WRONG = 0.25;
const MOVED_TO_DELIVERY = 0.6;

const FIXABLE = CONCRETE_INTENTS.filter((intent) => intent !== 'product_information');
/** A thing to fix beats the displeasure about it, once it holds this share of the message. */
const FIXABLE_SHARE = 0.3;
const MOVED_TO_FIXABLE = 0.6;

function move(scores: Scores, from: keyof Scores, to: keyof Scores, share: number): Scores {
  const moved = scores[from] * share;
  return { ...scores, [from]: scores[from] - moved, [to]: scores[to] + moved };
}

/**
 * Decides between intents that speak of the same thing: a problem with a delivery beats the question where it is, and
 * asking for the money back beats the problem, and any of them beats displeasure.
 * @param probabilities of the whole message
 * @param words folded text of the whole message
 */
export function settleTies(probabilities: Scores, words: string): Scores {
  const { order_tracking, delivery_issue } = probabilities;
  const isWrong = delivery_issue >= SOMETHING_IS_WRONG && order_tracking > 0.15;
  const settled = isWrong ? move(probabilities, 'order_tracking', 'delivery_issue', MOVED_TO_DELIVERY) : probabilities;
  const wanted = WANTS_MONEY_BACK.test(words) ? move(settled, 'delivery_issue', 'returns', MOVED_TO_RETURNS) : settled;
  const fixable = FIXABLE.reduce((a, b) => (wanted[b] > wanted[a] ? b : a));
  if (wanted[fixable] < FIXABLE_SHARE) return wanted;
  return move(wanted, 'general_complaint', fixable, MOVED_TO_FIXABLE);
}
