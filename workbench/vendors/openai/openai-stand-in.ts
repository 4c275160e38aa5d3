import { SANDBOX_CREDENTIAL } from '../sandbox-credential';
import type { Exchange, Reply, VendorStandIn } from '../server/exchange';
import { readChatRequest, type ChatRequest } from './chat-request';
import { completionEvents } from './completion-stream';
import { completionView, type Completion } from './completion-view';
import { endpointStyle, type EndpointStyle } from './endpoint-style';
import { createIdentityTokens, IDENTITY_PATH, type IdentityTokens } from './identity-tokens';
import { MODEL_FAULT_KINDS, reservedModelFault, type ModelFaultKind } from './model-faults';
import { modelWords, tokensOf, userTexts } from './model-words';
import {
  promptFiltered,
  promptFilteredBySpec,
  rateLimited,
  serverError,
  unauthorized,
  unknownModel,
  unknownResource,
} from './openai-errors';

/** The one name that no deployment has. */
const NO_SUCH_MODEL = 'no-such-model';
const LIMITS = { 'x-ratelimit-limit-requests': '600', 'x-ratelimit-remaining-requests': '599' };

/**
 * OpenAI and Azure OpenAI: chat completions in the three styles of address, whole or as a stream, with structured
 * output; beside it the tokens of a managed identity. Rules take the model's place, so that the same request always has
 * the same answer.
 */
export function createOpenAiStandIn(now: () => Date): VendorStandIn {
  let requests = 0;
  const identity = createIdentityTokens(now);

  function complete(exchange: Exchange, { style, deployment }: EndpointStyle, planned?: string): Reply {
    if (style === 'azure_dated' && !exchange.query.get('api-version')) return unknownResource();
    if (!signedIn(exchange, style, identity)) return unauthorized(exchange);
    const request = readChatRequest(exchange.body, deployment);
    if ('status' in request) return request;
    const model = deployment ?? request.model!;
    if (model === NO_SUCH_MODEL) return unknownModel(model, style !== 'openai');
    const prompt = request.messages.map(({ content }) => content).join('\n');
    const words = userTexts(request.messages.findLast(({ role }) => role === 'user')?.content ?? '');
    const fault = MODEL_FAULT_KINDS.find((kind) => kind === planned) ?? reservedModelFault(words);
    if (fault === 'prompt_filtered') return promptFiltered();
    if (fault === 'prompt_filtered_by_spec') return promptFilteredBySpec();
    const said = modelWords(request, words, fault);
    return sent(request, fault, {
      id: `chatcmpl-sandbox${requests}`,
      created: Math.floor(now().getTime() / 1000),
      model,
      said,
      promptTokens: tokensOf(prompt),
      completionTokens: tokensOf(said.content ?? said.refusal ?? ''),
      style,
    });
  }

  return {
    vendor: 'openai',
    ownFaults: MODEL_FAULT_KINDS,
    answer(exchange, planned) {
      if (exchange.path === IDENTITY_PATH) return identity.answer(exchange);
      requests += 1;
      const style = exchange.method === 'POST' ? endpointStyle(exchange.path) : null;
      const reply = style ? complete(exchange, style, planned?.kind) : unknownResource();
      const id = `sandbox-${requests}`;
      const azure: Record<string, string> = style?.style === 'openai' ? {} : { 'apim-request-id': id };
      return { ...reply, headers: { 'x-request-id': id, ...azure, ...LIMITS, ...reply.headers } };
    },
    serverError,
    rateLimited,
    unauthorized,
  };
}

/** Azure takes the key in its own header, or as OpenAI does, or a token of an identity. */
function signedIn({ headers }: Exchange, style: EndpointStyle['style'], identity: IdentityTokens): boolean {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (bearer === SANDBOX_CREDENTIAL) return true;
  if (style === 'openai') return false;
  return headers['api-key'] === SANDBOX_CREDENTIAL || (bearer !== undefined && identity.isKnown(bearer));
}

function sent(request: ChatRequest, fault: ModelFaultKind | undefined, completion: Completion): Reply {
  const spoilt: Pick<Reply, 'fault'> = fault === 'transfer_cut' ? { fault: { kind: fault } } : {};
  if (!request.stream) return { status: 200, body: completionView(completion), ...spoilt };
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream; charset=utf-8' },
    body: completionEvents(completion, request.stream_options?.include_usage === true),
    ...spoilt,
  };
}
