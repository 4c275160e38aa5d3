import { foldText } from '../fold-text';
import { hasInjection } from '../injection/has-injection';
import { spellOut } from '../intent/chat-words';
import { isShouting } from '../sentiment/is-shouting';
import { ACCOUNT_TAKEOVER } from './account-signals';
import { HUMAN_REQUEST } from './human-request';
import { LEGAL_THREAT } from './legal-signals';
import { DOUBLE_CHARGE, NO_CHARGE, REFUND_DISPUTE, UNAUTHORISED_CHARGE } from './money-signals';
import { NO_HAZARD, SAFETY_HAZARD } from './safety-signals';
import { DEADLINE, LOSS, REPEATED_CONTACT } from './urgency-signals';
import { NO_VIOLENCE, VIOLENCE } from './violence-signals';

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

const LONGEST = 6000;
const EVERY_NO_HAZARD = new RegExp(NO_HAZARD, 'g');
const EVERY_NO_VIOLENCE = new RegExp(NO_VIOLENCE, 'g');
const EVERY_NO_CHARGE = new RegExp(NO_CHARGE, 'g');

/**
 * Looks for every signal in the cleaned words of a message.
 * @param hidden what stands in the message and no reader sees; only orders to a machine are looked for in it
 */
export function readSignals(text: string, hidden = ''): Signals {
  const sample = text.slice(0, LONGEST);
  const words = spellOut(foldText(sample))
    .replace(/\s+/g, ' ')
    .replace(/(?<=\d)\.(?=\d)/g, ',');
  const hazardous = words.replace(EVERY_NO_HAZARD, ' ');
  const charged = words.replace(EVERY_NO_CHARGE, ' ');
  return {
    doubleCharge: DOUBLE_CHARGE.test(charged),
    unauthorisedCharge: UNAUTHORISED_CHARGE.test(words),
    refundDispute: REFUND_DISPUTE.test(words),
    accountTakeover: ACCOUNT_TAKEOVER.test(words),
    safetyHazard: SAFETY_HAZARD.test(hazardous) || VIOLENCE.test(words.replace(EVERY_NO_VIOLENCE, ' ')),
    legalThreat: LEGAL_THREAT.test(words),
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
