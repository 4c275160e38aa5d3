import { createRequire } from 'node:module';
import type * as AzureIdentityPackage from '@azure/identity';
import { AiFailure } from './ai-failure';

const PACKAGE = '@azure/identity';
/** What a token for Azure OpenAI is for. Source: Microsoft, "Azure OpenAI with Microsoft Entra ID authentication". */
const SCOPE = 'https://cognitiveservices.azure.com/.default';

/** An optional package, loaded on first use only. */
const load = createRequire(__filename);

/** Whether the optional package for managed identities is installed. */
export function canSignInByIdentity(): boolean {
  try {
    load.resolve(PACKAGE);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes what gives a token of the machine's identity. It is asked before every call; the package caches the token and
 * renews it before it ends.
 * @param identity the client id of a user-assigned managed identity, or `default`
 * @throws AiFailure `not_authorised` when no token can be had; the package's own words may name addresses of the network
 */
export function identityTokens(identity: string): () => Promise<string> {
  let tokens: (() => Promise<string>) | undefined;
  return async () => {
    if (!tokens) {
      const { DefaultAzureCredential, getBearerTokenProvider } = load(PACKAGE) as typeof AzureIdentityPackage;
      const options = identity === 'default' ? {} : { managedIdentityClientId: identity };
      tokens = getBearerTokenProvider(new DefaultAzureCredential(options), SCOPE);
    }
    try {
      return await tokens();
    } catch {
      throw new AiFailure('not_authorised');
    }
  };
}
