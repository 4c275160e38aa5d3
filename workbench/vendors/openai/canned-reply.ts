import type { ModelFaultKind } from './model-faults';

/** What a request to word a reply holds, as far as the stand-in reads it. */
interface ReplyMaterial {
  language?: string;
  template?: readonly string[];
  facts?: readonly { id: string }[];
}

const THANKS: Record<string, string> = { en: 'Thank you for your message.', es: 'Gracias por su mensaje.' };
const LIES: Partial<Record<ModelFaultKind, string>> = {
  other_day: 'It will arrive on 31 December 2031.',
  promise: 'We will refund the full amount.',
  foreign_name: 'Please ask for Miriam Okafor.',
};

/** What the first question of a template asks for, judged by its words. */
const ASKED_FOR: readonly [RegExp, string][] = [
  [/of the parcels|de los paquetes/i, 'parcel'],
  [/of the items|de los artículos/i, 'item'],
  [/which order|qué pedido/i, 'order_number'],
];

function askedFor(template: readonly string[]): string {
  const question = template.join(' ').match(/[^.!?\n]*\?(?!\S)/)?.[0];
  if (question === undefined) return 'nothing';
  return ASKED_FOR.find(([words]) => words.test(question))?.[1] ?? 'other';
}

/**
 * A reply worded by rule: the template's paragraphs behind a courtesy of its own, and a lie where one is asked for.
 * @param content the user's message, a JSON object
 */
export function cannedReply(content: string, fault: ModelFaultKind | undefined): object {
  const { language = 'en', template = [], facts = [] } = JSON.parse(content) as ReplyMaterial;
  const lie = fault && LIES[fault];
  const paragraphs = [THANKS[language] ?? '', ...template, ...(lie === undefined ? [] : [lie])].filter(Boolean);
  return {
    reply_paragraphs: paragraphs,
    asks_for: askedFor(template),
    uses_facts: facts.slice(0, 1).map(({ id }) => id),
  };
}
