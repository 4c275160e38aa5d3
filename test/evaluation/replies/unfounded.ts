import { readFileSync } from 'node:fs';
import { projectFile } from '../../../proxy/src/project-file';
import { REPLY_LANGUAGES, type ReplyLanguage } from '../../../proxy/src/replies/reply-language';
import { rewordedReply } from '../../../proxy/src/replies/reworded-reply';
import { outForDelivery } from '../../../proxy/src/replies/sample-order-context';
import { type ComposedReply, createTemplateReplies } from '../../../proxy/src/replies/template-replies';

/** Text of a model with a sentence in it that nothing stands behind. */
export interface Unfounded {
  sentence: string;
  /** Whether the text would be sent. */
  isSent: boolean;
}

const THANKS: Record<ReplyLanguage, string> = { en: 'Thank you for your message.', es: 'Gracias por su mensaje.' };
const QUESTIONS: Record<ReplyLanguage, { order: string; returns: string }> = {
  en: { order: 'Where is my order 12345?', returns: 'How long do I have to return something?' },
  es: { order: '¿Dónde está mi pedido 12345?', returns: '¿Cuánto tiempo tengo para devolver algo?' },
};

const isSent = (composed: ComposedReply, reply_paragraphs: string[]): boolean =>
  rewordedReply(composed, { reply_paragraphs, asks_for: 'nothing', uses_facts: [] }) !== null;

/**
 * The text of every template asked with a courtesy before it and a sentence of the list in, before or behind its
 * paragraphs.
 *
 * @throws Error when the text would not be sent without the sentence, for then nothing is measured
 */
export function* unfoundedReplies(): Generator<Unfounded> {
  const templates = createTemplateReplies({ policyFolder: projectFile('proxy/policies') });
  for (const language of REPLY_LANGUAGES) {
    const sentences = readFileSync(projectFile(`test/evaluation/replies/unfounded.${language}.txt`), 'utf8')
      .trimEnd()
      .split('\n');
    const { order, returns } = QUESTIONS[language];
    const asked = [
      templates.compose({
        ...{ channel: 'email', intent: 'order_tracking', language, text: order, order_context: outForDelivery() },
      }),
      templates.compose({ channel: 'email', intent: 'returns', language, text: returns }),
    ];
    for (const composed of asked) {
      const [first = '', ...rest] = composed.paragraphs;
      if (!isSent(composed, [THANKS[language], first, ...rest]))
        throw new Error(`${composed.draft.template} (${language}) is not sent with a thanks: choose another question`);
      for (const sentence of sentences)
        for (const body of [
          [sentence, first, ...rest],
          [`${first} ${sentence}`, ...rest],
          [first, ...rest, sentence],
        ])
          yield { sentence, isSent: isSent(composed, [THANKS[language], ...body]) };
    }
  }
}
