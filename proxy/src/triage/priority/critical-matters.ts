import { ACCOUNT_TAKEOVER } from './account-signals';
import { learnedMatter, type LearnedMatter } from './learned-matters';
import { LEGAL_THREAT, NO_LEGAL_THREAT } from './legal-signals';
import { liveSentences } from './live-sentences';
import { isTold } from './matter';
import { DOUBLE_CHARGE, NO_CHARGE, UNAUTHORISED_CHARGE } from './money-signals';
import { NO_HAZARD, SAFETY_HAZARD } from './safety-signals';
import { NO_VIOLENCE, VIOLENCE_TOLD } from './violence-signals';

/** Matters that cannot wait. */
export interface CriticalMatters {
  doubleCharge: boolean;
  unauthorisedCharge: boolean;
  accountTakeover: boolean;
  /** Danger to a person: by a product, by others, or by their own hand. */
  safetyHazard: boolean;
  legalThreat: boolean;
}

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

/** @param sentences folded and spelled out */
export function mattersByRules(sentences: readonly string[]): CriticalMatters {
  const { told, threats } = liveSentences(sentences);
  const charged = together(withoutHarmlessCharges(told));
  return {
    doubleCharge: isTold(DOUBLE_CHARGE, charged),
    unauthorisedCharge: isTold(UNAUTHORISED_CHARGE, charged),
    accountTakeover: isTold(ACCOUNT_TAKEOVER, together(told)),
    safetyHazard:
      isTold(SAFETY_HAZARD, withoutHarmlessHazards(told)) || isTold(VIOLENCE_TOLD, withoutFiguresOfSpeech(threats)),
    legalThreat: isTold(LEGAL_THREAT, withoutHarmlessLaw(threats)),
  };
}

export const isCriticalMatter = (matters: CriticalMatters): boolean =>
  matters.doubleCharge ||
  matters.unauthorisedCharge ||
  matters.accountTakeover ||
  matters.safetyHazard ||
  matters.legalThreat;

/** From here on the trained part alone makes a message critical. */
const CRITICAL_FROM = 0.65;

const SIGNAL_OF: Readonly<Record<LearnedMatter['kind'], keyof CriticalMatters>> = {
  money: 'unauthorisedCharge',
  account: 'accountTakeover',
  safety: 'safetyHazard',
  violence: 'safetyHazard',
  legal: 'legalThreat',
};

/**
 * The critical matters of a message: those its words show by rule, and where they show none, the one the trained part
 * is sure of. The rules say exactly why; the trained part knows what nobody has thought of.
 * @param sentences folded and spelled out
 */
export function criticalMatters(sentences: readonly string[]): CriticalMatters {
  const matters = mattersByRules(sentences);
  if (isCriticalMatter(matters)) return matters;
  const learned = learnedMatter(sentences);
  return learned !== null && learned.probability >= CRITICAL_FROM
    ? { ...matters, [SIGNAL_OF[learned.kind]]: true }
    : matters;
}
