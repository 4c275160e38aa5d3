import { isCriticalMatter, mattersByRules } from '../../../proxy/src/triage/priority/critical-matters';
import { matterWords, passagesOf } from '../../../proxy/src/triage/priority/learned-matters';
import { type MatterKind, type MatterModel, MATTERS } from '../../../proxy/src/triage/priority/matter-model';
import { spelledOut } from '../../../proxy/src/triage/priority/read-signals';
import { wholeSentences } from '../../../proxy/src/triage/priority/whole-sentences';
import { type LabelledMessage, SOURCES } from './labelled-messages';
import type { MatterText } from './matter-texts';
import { type Example, trainLinearModel, type TrainingOptions } from './train-linear-model';

/** The templates of a collection say one thing in many ways. */
const ORDINARY_WEIGHT = 0.5;

/** Banks and assistants are asked about charges nobody knows, and their label says payment only. */
const MAY_BE_CRITICAL = /^(?:banking77|clinc150)/;

const isCriticalByRules = (text: string): boolean => isCriticalMatter(mattersByRules(wholeSentences(spelledOut(text))));

/**
 * Messages that other people labelled for their intent and that tell of nothing critical, as far as can be known. The
 * project's own phrases are left out: they say critical things too.
 */
export const ordinaryMessages = (messages: readonly LabelledMessage[]): LabelledMessage[] =>
  messages.filter(
    ({ text, intent, source }) =>
      SOURCES.some((name) => source.startsWith(name)) &&
      !(intent === 'payment_issue' && MAY_BE_CRITICAL.test(source)) &&
      !isCriticalByRules(text),
  );

const exampleOf = (text: string, label: MatterKind, weight: number): Example<MatterKind> => ({
  text: matterWords(spelledOut(text)),
  label,
  weight,
});

/** A critical line tells its matter somewhere; of an ordinary one every passage is ordinary. */
function examplesOf({ text, kind }: MatterText): Example<MatterKind>[] {
  const passages = kind === 'none' ? passagesOf(wholeSentences(spelledOut(text))) : [];
  return [text, ...(passages.length > 1 ? passages : [])].map((passage) => exampleOf(passage, kind, 1));
}

/**
 * Trains the linear part of the reading of critical matters.
 * @param texts written for it
 * @param ordinary messages without a critical matter, see `ordinaryMessages`
 * @throws Error when there are not texts of two kinds
 */
export const trainMatterModel = (
  texts: readonly MatterText[],
  ordinary: readonly LabelledMessage[],
  options?: TrainingOptions,
): MatterModel =>
  trainLinearModel(
    MATTERS,
    [...texts.flatMap(examplesOf), ...ordinary.map(({ text }) => exampleOf(text, 'none', ORDINARY_WEIGHT))],
    options,
  );
