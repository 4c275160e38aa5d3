import type { WrittenReply } from '../ai/write-reply';
import type { Draft } from '../contract/reply';
import { examineReply } from './check-reply';
import { isCourtesy } from './check/courtesies';
import { plainText } from './check/plain-text';
import { isSameContent, isSameSpelling } from './check/same-sentence';
import { sentencesOf } from './check/sentences';
import { replyHtml } from './reply-html';
import type { ComposedReply } from './template-replies';

/** Before the name of the template whose reply a language model has worded. */
const BY_MODEL = 'ai:';

/** The template a reply was made from, whoever worded it. */
export const templateOf = ({ template }: Pick<Draft, 'template'>): string =>
  template.startsWith(BY_MODEL) ? template.slice(BY_MODEL.length) : template;

/** What the eye does not see, or not in its place. */
const INVISIBLE = /[^\P{C}\n]/u;
const MOST_COURTESIES = 3;
/** Room for the courtesies, in characters. */
const LONGER_BY = 400;

/** What the questions of templates ask for, by the end of the template's name. */
const ASKED_FOR: Record<string, WrittenReply['asks_for']> = { order: 'order_number', parcel: 'parcel', item: 'item' };

/** What a template asks the customer for. */
function askedFor({ draft, paragraphs }: ComposedReply): WrittenReply['asks_for'] {
  if (!paragraphs.some((one) => /\?(?!\S)/.test(one))) return 'nothing';
  return ASKED_FOR[/\.ask_(\p{L}+)$/u.exec(draft.template)?.[1] ?? ''] ?? 'other';
}

/**
 * Whether a text is the template's: every sentence of it, in its order, word for word or with its words moved, and
 * between them nothing but a few courtesies, each once. Policies and whatever comes in a list stand word for word.
 */
function saysTheSame(text: string, { draft, facts, options, paragraphs }: ComposedReply): boolean {
  const original = sentencesOf(plainText(paragraphs.join('\n'))).map((one) => one.text);
  const isFixed =
    facts.some(({ id, value }) => id.startsWith('policy.') && paragraphs.some((one) => one.includes(value))) ||
    original.some((sentence) => sentence.startsWith('- '));
  const isReworded = (sentence: string, next: string): boolean => {
    if (isFixed || !isSameContent(sentence, next)) return false;
    const { passed, statements } = examineReply(sentence, facts, options);
    return passed && statements > 0;
  };
  const courtesies = new Set<string>();
  let told = 0;
  for (const { text: sentence } of sentencesOf(plainText(text))) {
    const next = original[told];
    if (next !== undefined && (isSameSpelling(sentence, next) || isReworded(sentence, next))) {
      told += 1;
      continue;
    }
    if (!isCourtesy(sentence, draft.language) || courtesies.has(sentence)) return false;
    courtesies.add(sentence);
  }
  return told === original.length && courtesies.size <= MOST_COURTESIES;
}

/**
 * The draft in the words of a language model, or null when they may not be used: they leave out a sentence of the
 * template, or hold one that is neither the template's nor a courtesy, or ask for something else. So a model can state,
 * ask and order nothing of its own. Whether it may be sent is the template's to say: the words change nothing about it.
 */
export function rewordedReply(composed: ComposedReply, written: WrittenReply): Draft | null {
  const { draft, facts, options } = composed;
  const text = written.reply_paragraphs.join('\n\n');
  if (text.length > composed.paragraphs.join('\n\n').length + LONGER_BY || INVISIBLE.test(text)) return null;
  if (written.asks_for !== askedFor(composed)) return null;
  if (!written.uses_facts.every((id) => facts.some((fact) => fact.id === id))) return null;
  if (!saysTheSame(text, composed)) return null;

  const check = examineReply(text, facts, options);
  if (!check.passed) return null;
  const letter = composed.letter(written.reply_paragraphs);
  return {
    ...draft,
    reply_text: letter,
    reply_html: replyHtml(letter),
    facts: check.used,
    check: { passed: true, statements: check.statements, unsupported: [] },
    template: `${BY_MODEL}${draft.template}`,
  };
}
