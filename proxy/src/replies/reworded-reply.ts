import type { WrittenReply } from '../ai/write-reply';
import type { Fact } from '../contract/order-context';
import type { Draft } from '../contract/reply';
import { detectLanguage } from '../triage/language/detect-language';
import { examineReply } from './check-reply';
import { replyHtml } from './reply-html';
import type { ComposedReply } from './template-replies';

/** Before the name of the template whose reply a language model has worded. */
const BY_MODEL = 'ai:';

/** The template a reply was made from, whoever worded it. */
export const templateOf = ({ template }: Pick<Draft, 'template'>): string =>
  template.startsWith(BY_MODEL) ? template.slice(BY_MODEL.length) : template;

/** Marks of HTML and Markdown, and placeholders: none of them belongs into plain text. */
const MARKUP = /<[a-z!/]|\*\*|__|```|^\s*(?:#{1,6} |> |\* |\d+\. )|\]\(|\[[^\]]{0,40}\]|&[a-z]{2,8};/imu;
/** A model may be as long as the template, and half as long again. */
const LONGER_BY = 1.5;
const ALWAYS_ALLOWED = 600;
/** Below this a text is too short to tell its language. */
const LEAST_TO_TELL = 40;

/** What a reply must not leave out: how things stand, when, and how much. */
const NEEDED_KINDS: ReadonlySet<Fact['kind']> = new Set(['status', 'date', 'amount']);

const questionsIn = (text: string): number => (text.match(/\?(?!\S)/g) ?? []).length;
const valueOf = ({ kind, value }: Fact): string => `${kind} ${value}`;

/**
 * The draft in the words of a language model, or null when they may not be used: something in them is in no fact, they
 * leave out a state, a day or an amount, ask something else, are in another language, too long, or no plain text.
 * Whether it may be sent is the template's to say: the words change nothing about it.
 */
export function rewordedReply(composed: ComposedReply, written: WrittenReply): Draft | null {
  const { draft, facts, options, paragraphs: template } = composed;
  const text = written.reply_paragraphs.join('\n\n');
  const original = template.join('\n\n');
  if (text.length > Math.max(ALWAYS_ALLOWED, original.length * LONGER_BY) || MARKUP.test(text)) return null;
  if (questionsIn(text) !== questionsIn(original)) return null;
  if ((written.asks_for === 'nothing') !== (questionsIn(original) === 0)) return null;
  if (!written.uses_facts.every((id) => facts.some((fact) => fact.id === id))) return null;
  const language = text.length < LEAST_TO_TELL ? draft.language : detectLanguage(text);
  if (language !== draft.language && language !== 'und') return null;

  const check = examineReply(text, facts, options);
  if (!check.passed) return null;
  const told = new Set(check.used.map(valueOf));
  const needed = examineReply(original, facts, options).used.filter((fact) => NEEDED_KINDS.has(fact.kind));
  if (!needed.every((fact) => told.has(valueOf(fact)))) return null;

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
