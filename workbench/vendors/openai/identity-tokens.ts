import type { Exchange, Reply } from '../server/exchange';

/** Where a machine in Azure App Service asks for a token of its managed identity. */
export const IDENTITY_PATH = '/msi/token';
/** What a program of that machine has to show; Azure gives it in the environment as IDENTITY_HEADER. */
export const IDENTITY_SECRET = 'sandbox-identity';
/** The one identity the machine has besides its own, by its client id. */
export const ASSIGNED_IDENTITY = '5a4d0000-0000-4000-8000-000000000001';
const RESOURCE = 'https://cognitiveservices.azure.com';
const LIFE_SECONDS = 86_400;

/** Tokens of a managed identity, by which the model may be asked instead of by a key. */
export interface IdentityTokens {
  /** Source: Microsoft, "How to use managed identities for App Service", the REST endpoint reference. */
  answer(exchange: Exchange): Reply;
  /** Whether a token was handed out here. */
  isKnown(token: string): boolean;
}

export function createIdentityTokens(now: () => Date): IdentityTokens {
  const tokens = new Set<string>();
  const refusal = (message: string): Reply => ({ status: 400, body: { statusCode: 400, message } });
  return {
    answer({ method, query, headers }) {
      if (headers['x-identity-header'] !== IDENTITY_SECRET)
        return { status: 403, body: { statusCode: 403, message: 'Forbidden' } };
      if (method !== 'GET' || query.get('api-version') !== '2019-08-01')
        return refusal('The api-version is not supported.');
      if (query.get('resource')?.replace(/\/$/, '') !== RESOURCE) return refusal('The resource is not known.');
      const client = query.get('client_id');
      if (client !== null && client !== ASSIGNED_IDENTITY)
        return refusal('No such identity is assigned to this machine.');
      const token = `identity-token-${tokens.size + 1}`;
      tokens.add(token);
      const expires_on = String(Math.floor(now().getTime() / 1000) + LIFE_SECONDS);
      return { status: 200, body: { access_token: token, expires_on, resource: RESOURCE, token_type: 'Bearer' } };
    },
    isKnown: (token) => tokens.has(token),
  };
}
