import { foldText } from '../fold-text';
import { hasInjection } from '../injection/has-injection';
import { spellOut } from '../intent/chat-words';
import { isShouting } from '../sentiment/is-shouting';
import { ACCOUNT_TAKEOVER } from './account-signals';
import { HUMAN_REQUEST } from './human-request';
import { LEGAL_THREAT, NO_LEGAL_THREAT } from './legal-signals';
import { liveSentences } from './live-sentences';
import { isTold } from './matter';
import { DOUBLE_CHARGE, NO_CHARGE, REFUND_DISPUTE, UNAUTHORISED_CHARGE } from './money-signals';
import { NO_HAZARD, SAFETY_HAZARD } from './safety-signals';
import { DEADLINE, LOSS, REPEATED_CONTACT } from './urgency-signals';
import { NO_VIOLENCE, VIOLENCE_TOLD } from './violence-signals';

/** What a message says about urgency and risk, apart from its intent. */
export interface Signals {
  doubleCharge: boolean;
  unauthorisedCharge: boolean;
  refundDispute: boolean;
  accountTakeover: boolean;
  /** Danger to a person: by a product, by others, or by their own hand. */
  safetyHazard: boolean;
  legalThreat: boolean;
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

const without = (pattern: RegExp) => {
  const every = new RegExp(pattern, 'g');
  return (sentences: readonly string[]): string[] => sentences.map((sentence) => sentence.replace(every, ' '));
};
const withoutHarmlessHazards = without(NO_HAZARD);
const withoutHarmlessCharges = without(NO_CHARGE);
const withoutFiguresOfSpeech = without(NO_VIOLENCE);
const withoutHarmlessLaw = without(NO_LEGAL_THREAT);

/** Each sentence with those after it: the charge may stand in one, that nobody knows it in a later one. */
const TOGETHER = 3;
const together = (sentences: readonly string[]): string[] =>
  sentences.map((_, i) => sentences.slice(i, i + TOGETHER).join(' '));

/**
 * Looks for every signal in the cleaned words of a message.
 * @param hidden what stands in the message and no reader sees; only orders to a machine are looked for in it
 */
export function readSignals(text: string, hidden = ''): Signals {
  const sample = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)}\n\n${text.slice(-TAIL)}` : text;
  const spelt = spellOut(foldText(sample)).replace(/(?<=\d)\.(?=\d)/g, ',');
  const words = spelt.replace(/\s+/g, ' ');
  const { told, threats } = liveSentences(spelt);
  const charged = together(withoutHarmlessCharges(told));
  return {
    doubleCharge: isTold(DOUBLE_CHARGE, charged),
    unauthorisedCharge: isTold(UNAUTHORISED_CHARGE, charged),
    refundDispute: REFUND_DISPUTE.test(words),
    accountTakeover: isTold(ACCOUNT_TAKEOVER, together(told)),
    safetyHazard:
      isTold(SAFETY_HAZARD, withoutHarmlessHazards(told)) || isTold(VIOLENCE_TOLD, withoutFiguresOfSpeech(threats)),
    legalThreat: isTold(LEGAL_THREAT, withoutHarmlessLaw(threats)),
    injection: hasInjection(text) || hasInjection(hidden),
    humanRequested: HUMAN_REQUEST.test(words),
    deadline: DEADLINE.test(words),
    loss: LOSS.test(words),
    repeatedContact: REPEATED_CONTACT.test(words),
    shouting: isShouting(sample),
  };
}

/** A matter that cannot wait: money taken wrongly, account taken over, danger, law. */
export const isCriticalMatter = (signals: Signals): boolean =>
  signals.doubleCharge ||
  signals.unauthorisedCharge ||
  signals.accountTakeover ||
  signals.safetyHazard ||
  signals.legalThreat;
