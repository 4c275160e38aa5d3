import { foldText } from '../fold-text';
import { hasInjection } from '../injection/has-injection';
import { spellOut } from '../intent/chat-words';
import { isShouting } from '../sentiment/is-shouting';
import { type CriticalMatters, criticalMatters } from './critical-matters';
import { HUMAN_REQUEST } from './human-request';
import { REFUND_DISPUTE } from './money-signals';
import { DEADLINE, LOSS, REPEATED_CONTACT } from './urgency-signals';
import { wholeSentences } from './whole-sentences';

/** What a message says about urgency and risk, apart from its intent. */
export interface Signals extends CriticalMatters {
  refundDispute: boolean;
  injection: boolean;
  humanRequested: boolean;
  deadline: boolean;
  loss: boolean;
  repeatedContact: boolean;
  shouting: boolean;
}

/** How much is read from the beginning and from the end of a long message. */
const HEAD = 5000;
const TAIL = 1500;

/** A text as the rules and the trained part of critical matters read it; a full stop within a number ends no sentence. */
export const spelledOut = (text: string): string => spellOut(foldText(text)).replace(/(?<=\d)\.(?=\d)/g, ',');

/**
 * Looks for every signal in the cleaned words of a message.
 * @param hidden what stands in the message and no reader sees; only orders to a machine are looked for in it
 */
export function readSignals(text: string, hidden = ''): Signals {
  const sample = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)}\n\n${text.slice(-TAIL)}` : text;
  const spelt = spelledOut(sample);
  const words = spelt.replace(/\s+/g, ' ');
  return {
    ...criticalMatters(wholeSentences(spelt)),
    refundDispute: REFUND_DISPUTE.test(words),
    injection: hasInjection(text) || hasInjection(hidden),
    humanRequested: HUMAN_REQUEST.test(words),
    deadline: DEADLINE.test(words),
    loss: LOSS.test(words),
    repeatedContact: REPEATED_CONTACT.test(words),
    shouting: isShouting(sample),
  };
}
