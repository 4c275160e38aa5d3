import type { Fact } from '../contract/order-context';
import type { Draft, DraftReplyRequest } from '../contract/reply';
import { type EarlierReply, isRepetition, wasAsked } from '../interactions/earlier-replies';
import { needsMoneyDecision } from '../interactions/needs-money-decision';
import { acknowledgement, referenceLine } from './acknowledgement';
import { examineReply, type CheckOptions } from './check-reply';
import { fixedWords } from './fixed-words';
import { mailLanguage } from './mail-language';
import { policyAnswerTo } from './policy/answer-questions';
import { openPolicyFolder } from './policy/policy-folder';
import { referenceToken } from './reference-token';
import { replyHtml } from './reply-html';
import { replyLanguage } from './reply-language';
import { replySubject } from './reply-subject';
import { type ReplyWording, USUAL_WORDING } from './reply-wording';
import { closing, greetableName, greeting } from './salutation';
import { asksForOrder } from './templates/ask-order';
import { otherOrders, withOtherOrders } from './templates/other-orders';
import { phrasesOf } from './templates/phrases';
import { withReturnLimits } from './templates/return-limits';
import { verifiedOrder, type HoldReason, type TemplateInput } from './templates/template';
import { TEMPLATES } from './templates/templates';

/** How much of a message is read; what follows is an attachment pasted in, not a question. */
const MAX_READ = 20_000;

export interface ReplySettings {
  /** Folder with one folder of policy files per language (`en`, `es`), for example `proxy/policies`. */
  policyFolder: string;
  /** Told about a changed policy file that cannot be used; a process warning when left out. */
  onPolicyError?: (error: Error) => void;
  /** How the shop speaks; {@link USUAL_WORDING} when left out. */
  wording?: ReplyWording;
}

/** A draft with everything its words were examined against, so that other words can be held against the same. */
export interface ComposedReply {
  draft: Draft;
  /** Everything the reply may state; {@link Draft.facts} are those among them that it does state. */
  facts: readonly Fact[];
  /** What the reply was examined with. */
  options: CheckOptions;
  /** The body: the reply without greeting, reference and closing. */
  paragraphs: readonly string[];
  /** The whole text of a reply with another body, in the frame of this one. */
  letter(paragraphs: readonly string[]): string;
}

/** Drafts without any service outside the process. */
export interface TemplateReplies {
  /** @param earlier the replies written for the ticket before; what would only repeat one is held for a person */
  compose(request: DraftReplyRequest, earlier?: readonly EarlierReply[]): ComposedReply;
  /** The draft of {@link compose}. */
  draft(request: DraftReplyRequest): Draft;
}

/**
 * Makes the writer of replies by templates, from the order context and the policy files.
 *
 * Policy files are read once and again when one changes, without a restart.
 *
 * @throws PolicyFileError naming file and line when a policy file cannot be used
 */
export function createTemplateReplies(settings: ReplySettings): TemplateReplies {
  const policies = openPolicyFolder(
    settings.policyFolder,
    settings.onPolicyError ?? ((error) => process.emitWarning(error.message, 'PolicyFileWarning')),
  );
  const { wording = USUAL_WORDING } = settings;
  const compose = (message: DraftReplyRequest, earlier: readonly EarlierReply[] = []): ComposedReply => {
    const request = { ...message, text: message.text.slice(0, MAX_READ) };
    const spoken = replyLanguage(request.language);
    const book = policies.book(spoken.language);
    const { sections, unknownCountry } = policyAnswerTo(request.text, request.subject, book);
    const input: TemplateInput = {
      request,
      order: verifiedOrder(request.order_context),
      book,
      say: phrasesOf(spoken.language, wording.tone),
      words: fixedWords(spoken.language, wording.tone),
      isUpset: request.sentiment === 'negative' || request.priority === 'critical',
      answers: sections,
    };
    const written = withOtherOrders(withReturnLimits(TEMPLATES[request.intent](input), input), input);
    const asksOrderNumber = asksForOrder(written.template);
    const mailed = mailLanguage(request.language);
    // Of what is written in a language we do not answer in, only the question that holds no fact is our own word.
    const isFixed = !spoken.supported && mailed !== 'en' && asksOrderNumber;
    const language = isFixed ? mailed : spoken.language;
    const words = fixedWords(language, wording.tone);
    const { template, facts, holds } = isFixed ? { ...written, facts: [] } : written;
    const body = isFixed ? [words.askOrderNumber] : written.paragraphs;
    const paragraphs = input.isUpset && !body[0]?.startsWith(words.serious) ? [words.serious, ...body] : body;

    const name = greetableName(request.customer_name);
    const isChat = request.channel === 'chat';
    // A ticket made in the app has no mail of the customer's: the answer also tells that it was opened.
    const reference = request.channel === 'app' ? referenceLine(request.ticket_number, language, wording) : '';
    const beforeClosing = (body: readonly string[]): string =>
      (isChat ? body : [greeting(name, language, wording.tone), ...body, reference].filter(Boolean)).join('\n\n');
    const letter = (body: readonly string[]): string =>
      [beforeClosing(body), isChat ? '' : closing(language, wording)].filter(Boolean).join('\n\n');
    const text = letter(paragraphs);
    const options: CheckOptions = {
      today: request.order_context?.fetched_at.slice(0, 10),
      customerText: `${request.subject ?? ''} ${request.text}`,
      identifiers: [request.order_id ?? '', request.order_context?.order_id ?? '', ...otherOrders(request)],
      reference: referenceToken(request.ticket_number),
      names: name ? [name] : [],
    };
    // The signature is the shop's own; the fixed sentences of further languages state nothing, and the check cannot read them.
    const check = examineReply(isFixed ? '' : beforeClosing(paragraphs), facts, options);

    const held = new Set<HoldReason>(holds);
    if (request.requires_human_review || isRepetition({ template, facts: check.used }, earlier)) {
      held.add('review_required');
    }
    if (unknownCountry && !request.order_id) held.add('no_template');
    if (input.order && needsMoneyDecision(input.order.context)) held.add('dispute_or_duplicate');
    if (!spoken.supported && !isFixed) held.add('unsupported_language');
    for (const { kind } of check.unsupported) held.add(kind === 'promise' ? 'promise' : 'unsupported_fact');
    const acknowledgementText = acknowledgement(
      {
        name,
        ticketNumber: request.ticket_number,
        language: spoken.supported ? spoken.language : mailed,
        isUpset: input.isUpset,
        asksOrderNumber: asksOrderNumber && !wasAsked(template, earlier),
      },
      wording,
    );
    const draft: Draft = {
      can_send: held.size === 0,
      held_reasons: [...held],
      subject: replySubject(request.subject, request.ticket_number, language, wording.tone),
      reply_text: text,
      reply_html: replyHtml(text),
      acknowledgement_text: acknowledgementText,
      acknowledgement_html: replyHtml(acknowledgementText),
      facts: check.used,
      check: {
        passed: check.passed,
        statements: check.statements,
        unsupported: check.unsupported.map((one) => `${one.text} (${one.kind})`),
      },
      language,
      template,
    };
    return { draft, facts, options, paragraphs, letter };
  };
  return { compose, draft: (request) => compose(request).draft };
}
