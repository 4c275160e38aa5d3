import type { Reply } from '../server/exchange';
import { invalidRequest } from './openai-errors';
import { strictSchemaProblem, type StrictSchema } from './strict-schema';

/** A request for a chat completion as far as the stand-in reads it. */
export interface ChatRequest {
  model?: string;
  messages: { role: string; content: string }[];
  response_format?: { type: string; json_schema?: { name?: string; strict?: boolean; schema?: StrictSchema } };
  max_tokens?: number;
  max_completion_tokens?: number;
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
}

/** All parameters of a request. Source: OpenAI's specification, schema CreateChatCompletionRequest. */
export const CHAT_PARAMETERS = [
  ...['audio', 'frequency_penalty', 'function_call', 'functions', 'logit_bias', 'logprobs', 'max_completion_tokens'],
  ...['max_tokens', 'messages', 'metadata', 'modalities', 'model', 'moderation', 'n', 'parallel_tool_calls'],
  ...['prediction', 'presence_penalty', 'prompt_cache_key', 'prompt_cache_options', 'prompt_cache_retention'],
  ...['reasoning_effort', 'response_format', 'safety_identifier', 'seed', 'service_tier', 'stop', 'store', 'stream'],
  ...['stream_options', 'temperature', 'tool_choice', 'tools', 'top_logprobs', 'top_p', 'user', 'verbosity'],
  ...['web_search_options'],
];

/** Families that think before they answer take other parameters. */
const REASONING = /^(?:o\d|gpt-?[5-9]|gpt-?\d\d)/;

/**
 * Reads a request as the service would.
 * @returns the request, or the complaint to answer with
 */
export function readChatRequest(body: string, modelOfPath: string | null): ChatRequest | Reply {
  const value = parsed(body);
  if (!value) return invalidRequest('We could not parse the JSON body of your request.', null);
  const stray = Object.keys(value).find((name) => !CHAT_PARAMETERS.includes(name));
  if (stray) return invalidRequest(`Unrecognized request argument supplied: ${stray}`, stray, 'unknown_parameter');
  const { model, messages, response_format: format } = value as Partial<ChatRequest>;
  if (!Array.isArray(messages) || messages.length === 0)
    return invalidRequest("Missing required parameter: 'messages'.", 'messages', 'missing_required_parameter');
  if (!model && !modelOfPath) return invalidRequest('you must provide a model parameter', 'model');
  return (
    unsupported(value, modelOfPath ?? model ?? '') ??
    formatProblem(format) ??
    (value as Partial<ChatRequest> as ChatRequest)
  );
}

function unsupported(value: Record<string, unknown>, model: string): Reply | null {
  if (!REASONING.test(model)) return null;
  if ('max_tokens' in value)
    return invalidRequest(
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      'max_tokens',
      'unsupported_parameter',
    );
  if ('temperature' in value && value.temperature !== 1)
    return invalidRequest(
      "Unsupported value: 'temperature' does not support this value with this model.",
      'temperature',
      'unsupported_value',
    );
  return null;
}

function formatProblem(format: ChatRequest['response_format']): Reply | null {
  if (format?.type !== 'json_schema') return null;
  const { name, strict, schema } = format.json_schema ?? {};
  if (!/^[\w-]{1,64}$/.test(name ?? ''))
    return invalidRequest(
      "Invalid 'response_format.json_schema.name': letters, digits, - and _ only.",
      'response_format.json_schema.name',
      'invalid_value',
    );
  const problem = strict === true ? strictSchemaProblem(schema ?? {}) : null;
  return problem ? invalidRequest(`Invalid schema for response_format '${name}': ${problem}`, 'response_format') : null;
}

function parsed(body: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(body) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
