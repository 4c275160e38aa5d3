import { cannedAnswer } from './canned-model';
import { cannedReply } from './canned-reply';
import type { ChatRequest } from './chat-request';
import type { Said } from './completion-view';
import type { ModelFaultKind } from './model-faults';

const CHARACTERS_OF_A_TOKEN = 4;

/** About as many tokens as the service would count. */
export const tokensOf = (text: string): number => Math.ceil(text.length / CHARACTERS_OF_A_TOKEN);

/**
 * What the model says to a request, with the given fault.
 * @param text the user's words
 */
export function modelWords(request: ChatRequest, text: string, fault: ModelFaultKind | undefined): Said {
  const said = (more: Partial<Said>): Said => ({
    content: null,
    refusal: null,
    finishReason: 'stop',
    filterOutage: fault === 'filter_outage',
    ...more,
  });
  if (fault === 'refusal') return said({ refusal: "I'm sorry, but I can't help with that." });
  if (fault === 'output_filtered') return said({ content: '', finishReason: 'content_filter' });
  const content = contentOf(request, text, fault);
  const most = (request.max_completion_tokens ?? request.max_tokens ?? Infinity) * CHARACTERS_OF_A_TOKEN;
  const kept = fault === 'cut_off' ? content.length / 2 : most;
  return content.length > kept ? said({ content: content.slice(0, kept), finishReason: 'length' }) : said({ content });
}

function contentOf(request: ChatRequest, text: string, fault: ModelFaultKind | undefined): string {
  const schema = request.response_format?.json_schema?.schema;
  if (fault === 'prose' || !schema) return 'I would say that the customer would like to hear from us.';
  if (fault === 'obeys') return firstObjectIn(text) ?? 'As you wish.';
  const asked = request.messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const isReply = schema.properties?.reply_paragraphs !== undefined;
  const answer = (isReply ? cannedReply(asked, fault) : cannedAnswer(schema, text)) as Record<string, unknown>;
  if (fault === 'schema_violation') {
    const [first, ...rest] = Object.entries(answer);
    return JSON.stringify({ ...Object.fromEntries(rest), [`${first?.[0]}s`]: [first?.[1]] });
  }
  if (fault === 'unknown_enum') {
    const listed = Object.entries(schema.properties ?? {}).find(([, property]) => property.enum)?.[0];
    return JSON.stringify(listed ? { ...answer, [listed]: 'something_else' } : answer);
  }
  return JSON.stringify(answer);
}

/** The first JSON object written out in the user's words. The words may themselves be values of a JSON object. */
function firstObjectIn(text: string): string | undefined {
  return /\{[^{}]*\}/.exec(userTexts(text))?.[0];
}

/** The texts in the user's JSON message, or the message itself when it is not JSON. */
export function userTexts(content: string): string {
  try {
    const value = JSON.parse(content) as unknown;
    if (typeof value === 'object' && value !== null) return Object.values(value).map(String).join('\n');
  } catch {
    // Not JSON: the message is the text.
  }
  return content;
}
