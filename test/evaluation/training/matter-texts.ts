import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ReviewReason } from '../../../proxy/src/contract/vocabulary';
import { projectFile } from '../../../proxy/src/project-file';
import { cleanMessage } from '../../../proxy/src/triage/cleaning/clean-message';
import { type MatterKind, MATTERS } from '../../../proxy/src/triage/priority/matter-model';
import { messageOf } from '../case-message';
import { type EvaluationCase, readPart } from '../evaluation-case';

/** What somebody wrote of a critical matter, or of an ordinary one that sounds like it. */
export interface MatterText {
  text: string;
  kind: MatterKind;
  /** Which of the files it is from, such as `safety/en-home`: one author wrote it in one go. */
  file: string;
}

const linesOf = (file: string): string[] =>
  readFileSync(projectFile(`test/evaluation/training/${file}`), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Questions before and after buying: the phrases of no other intent tell of ordinary matters only. */
const ORDINARY_PHRASES = ['product_information', 'order_tracking'];

/**
 * The sentences written for this project, one or a few in a line of `matters/<kind>/<name>.txt`, and phrases about
 * nothing critical.
 * @throws Error naming the folder that is missing
 */
export const readMatterTexts = (): MatterText[] => [
  ...MATTERS.flatMap((kind) => {
    const names = readdirSync(projectFile(`test/evaluation/training/matters/${kind}`)).sort();
    return names.flatMap((name) =>
      linesOf(`matters/${kind}/${name}`).map((text) => ({ text, kind, file: `${kind}/${basename(name, '.txt')}` })),
    );
  }),
  ...ORDINARY_PHRASES.flatMap((name) =>
    linesOf(`phrases/${name}.txt`).map((text) => ({ text, kind: 'none' as const, file: `phrases/${name}` })),
  ),
];

/** Who wrote a development case: files whose names begin alike are of one author. */
const authorOf = (id: string): string => (id.startsWith('dev-second') ? 'dev-second' : 'dev-first');

const KIND_OF: Readonly<Partial<Record<ReviewReason, MatterKind>>> = {
  money: 'money',
  account_security: 'account',
  safety: 'safety',
  legal: 'legal',
};

function kindOf({ priority, review_reasons = [] }: EvaluationCase['expected']): MatterKind | undefined {
  if (priority !== 'critical') return priority === undefined ? undefined : 'none';
  return review_reasons.map((reason) => KIND_OF[reason]).find((kind) => kind !== undefined);
}

/** Whole mails and chats: the cases of the development part whose urgency is known and, where critical, its reason. */
export const readMatterCases = (): MatterText[] =>
  readPart('dev', projectFile('test/evaluation/cases')).flatMap((one) => {
    const kind = kindOf(one.expected);
    if (kind === undefined) return [];
    const { subject, body } = cleanMessage(messageOf(one));
    return [{ text: [subject, body].filter((part) => part !== '').join('\n'), kind, file: authorOf(one.id) }];
  });
