import { AiFailure } from '../ai/ai-failure';
import type { LanguageModel } from '../ai/language-model';
import type { Prompt } from '../ai/prompt-file';
import { openRedaction, type Redaction } from '../ai/redaction/open-redaction';
import { replyTask } from '../ai/write-reply';
import type { DraftReplyRequest } from '../contract/reply';
import type { ReplyService } from '../services';
import { findMarkedOrderIds } from '../triage/entities/order-ids';
import { rewordedReply } from './reworded-reply';
import { type ComposedReply, createTemplateReplies, type ReplySettings } from './template-replies';
import { USUAL_WORDING } from './reply-wording';

/** The language model that words replies, with the prompt it gets. */
export interface ReplyWriter {
  model: LanguageModel;
  prompt: () => Prompt;
}

/** Longest texts sent, in characters. */
const LONGEST_MESSAGE = 4000;
const LONGEST_SUBJECT = 300;

/** Order and parcel numbers carry the meaning of a message and are no personal data: they stay readable. */
function redactionOf({ text, order_id }: DraftReplyRequest, { facts }: ComposedReply): Redaction {
  const numbers = facts.filter((fact) => fact.kind === 'number').map((fact) => fact.value);
  const named = findMarkedOrderIds(text.slice(0, LONGEST_MESSAGE)).map((found) => found.text);
  return openRedaction([...numbers, ...named, ...(order_id ? [order_id] : [])]);
}

/** A text without the names given, whole words only. */
const withoutNames = (text: string, names: readonly string[]): string =>
  names
    .flatMap((name) => name.match(/\p{L}{3,}/gu) ?? [])
    .reduce((rest, name) => rest.replace(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'giu'), '[name]'), text);

/**
 * Whether there is anything to word: a fact, a policy, a question. What a person will look at is left to the template:
 * an attack in the message must not shape what they find.
 */
const isWorthWording = ({ draft, paragraphs }: ComposedReply): boolean =>
  draft.can_send && (draft.facts.length > 0 || paragraphs.some((one) => /\?(?!\S)/.test(one)));

/**
 * Makes the service that drafts replies. The templates' reply is always made; with a language model its words may be
 * put in their place when they say the same ({@link rewordedReply}), and whatever goes wrong leaves the templates' words.
 *
 * @throws PolicyFileError naming file and line when a policy file cannot be used
 */
export function createReplies({ writer, ...settings }: ReplySettings & { writer?: ReplyWriter }): ReplyService {
  const templates = createTemplateReplies(settings);
  const { tone } = settings.wording ?? USUAL_WORDING;

  function taskOf(request: DraftReplyRequest, composed: ComposedReply, redaction: Redaction, prompt: Prompt) {
    const { draft, facts, options, paragraphs } = composed;
    const anonymous = (text: string) => withoutNames(redaction.redact(text), [request.customer_name ?? '']);
    const isPolicy = (id: string) => id.startsWith('policy.');
    const { channel, message_id, ticket_number } = request;
    return replyTask(
      {
        ...{ language: draft.language, tone, today: options.today },
        // Redacted before it is cut: half a number would no longer look like one.
        subject: anonymous(request.subject ?? '').slice(0, LONGEST_SUBJECT),
        message: anonymous(request.text.slice(0, 2 * LONGEST_MESSAGE)).slice(0, LONGEST_MESSAGE),
        template: paragraphs,
        facts: facts.filter(({ id }) => !isPolicy(id)).map(({ id, label, value }) => ({ id, label, value })),
        policies: facts.filter(({ id }) => isPolicy(id)).map(({ value }) => value),
      },
      prompt,
      { channel, message_id, ticket_number },
    );
  }

  return {
    async draft(request, signal, earlier) {
      const composed = templates.compose(request, earlier);
      if (!writer || !isWorthWording(composed)) return composed.draft;
      const redaction = redactionOf(request, composed);
      try {
        const { value } = await writer.model.ask(taskOf(request, composed, redaction, writer.prompt()), signal);
        const reply_paragraphs = value.reply_paragraphs.map((paragraph) => redaction.restore(paragraph));
        return rewordedReply(composed, { ...value, reply_paragraphs }) ?? composed.draft;
      } catch (problem) {
        if (problem instanceof AiFailure) return composed.draft;
        throw problem;
      }
    },
  };
}
