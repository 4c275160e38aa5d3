import type { Fault } from '../scenarios/scenario-order';
import type { Exchange, Reply } from '../server/exchange';
import { endpointStyle } from './endpoint-style';

interface Complaint {
  message: string;
  type?: string | null;
  param?: string | null;
  code?: string | null;
}

/** An error in OpenAI's form, which Azure passes on where the model itself complains. */
export const complaint = (status: number, { message, type = null, param = null, code = null }: Complaint): Reply => ({
  status,
  body: { error: { message, type, param, code } },
});

/** An error of Azure's gateway in front of the model. */
const gateway = (status: number, code: string, message: string): Reply => ({
  status,
  body: { error: { code, message } },
});

const isAzure = (exchange?: Exchange) => endpointStyle(exchange?.path ?? '')?.style !== 'openai';

/** The request itself is wrong. */
export const invalidRequest = (message: string, param: string | null, code: string | null = null): Reply =>
  complaint(400, { message, type: 'invalid_request_error', param, code });

export const unknownModel = (model: string, azure: boolean): Reply =>
  azure
    ? gateway(404, 'DeploymentNotFound', 'The API deployment for this resource does not exist.')
    : complaint(404, {
        message: `The model \`${model}\` does not exist or you do not have access to it.`,
        type: 'invalid_request_error',
        code: 'model_not_found',
      });

export const unknownResource = (): Reply => gateway(404, '404', 'Resource not found');

export const unauthorized = (exchange?: Exchange): Reply =>
  isAzure(exchange)
    ? gateway(401, '401', 'Access denied due to invalid subscription key or wrong API endpoint.')
    : complaint(401, {
        message: 'Incorrect API key provided.',
        type: 'invalid_request_error',
        code: 'invalid_api_key',
      });

export const serverError = (exchange?: Exchange): Reply =>
  isAzure(exchange)
    ? gateway(500, 'InternalServerError', 'The server had an error while processing your request.')
    : complaint(500, { message: 'The server had an error while processing your request.', type: 'server_error' });

/** The wait stands in the words too; `Retry-After` comes only where the fault names it. */
export function rateLimited({ retryAfterSeconds }: Fault, exchange?: Exchange): Reply {
  const wait = retryAfterSeconds === undefined ? '' : ` Please retry after ${retryAfterSeconds} seconds.`;
  const reply = isAzure(exchange)
    ? gateway(429, '429', `Requests have exceeded the call rate limit of your current pricing tier.${wait}`)
    : complaint(429, { message: `Rate limit reached.${wait}`, type: 'requests', code: 'rate_limit_exceeded' });
  return retryAfterSeconds === undefined ? reply : { ...reply, headers: { 'retry-after': String(retryAfterSeconds) } };
}

const JAILBREAK = { jailbreak: { filtered: true, detected: true } };
const FILTERED =
  "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.";

/** The filter stops the prompt, spelt as the live service spells it. Source: Microsoft's sample of such an answer. */
export const promptFiltered = (): Reply => ({
  status: 400,
  body: {
    error: {
      message: FILTERED,
      type: null,
      param: 'prompt',
      code: 'content_filter',
      status: 400,
      innererror: { code: 'ResponsibleAIPolicyViolation', content_filter_result: JAILBREAK },
    },
  },
});

/** The same as the specification spells it. */
export const promptFilteredBySpec = (): Reply => ({
  status: 400,
  body: {
    error: {
      message: FILTERED,
      param: 'prompt',
      code: 'content_filter',
      inner_error: { code: 'ResponsibleAIPolicyViolation', content_filter_results: JAILBREAK },
    },
  },
});
