import type { ModelFaultKind } from './model-faults';

/** What a request to word a reply holds, as far as the stand-in reads it. */
interface ReplyMaterial {
  language?: string;
  template?: readonly string[];
  facts?: readonly { id: string }[];
}

const THANKS: Record<string, string> = { en: 'We have looked at your message.', es: 'Hemos leído su mensaje.' };
const LIES: Partial<Record<ModelFaultKind, string>> = {
  other_day: 'It will arrive on 31 December 2031.',
  promise: 'We will refund the full amount.',
  foreign_name: 'Please ask for Miriam Okafor.',
};

/**
 * A reply worded by rule: the template's paragraphs behind a sentence of its own, and a lie where one is asked for.
 * @param content the user's message, a JSON object
 */
export function cannedReply(content: string, fault: ModelFaultKind | undefined): object {
  const { language = 'en', template = [], facts = [] } = JSON.parse(content) as ReplyMaterial;
  const lie = fault && LIES[fault];
  const paragraphs = [THANKS[language] ?? '', ...template, ...(lie === undefined ? [] : [lie])].filter(Boolean);
  const asks = template.some((paragraph) => /\?(?!\S)/.test(paragraph));
  return {
    reply_paragraphs: paragraphs,
    asks_for: asks ? 'other' : 'nothing',
    uses_facts: facts.slice(0, 1).map(({ id }) => id),
  };
}
