import { resolve } from 'node:path';
import { canSignInByIdentity } from '../ai/azure-identity';
import type { AzureOpenAiSettings } from '../ai/azure-openai-settings';
import { projectFile } from '../project-file';
import type { SettingName, SettingValues } from './catalogue';
import { isLoopbackAddress } from './loopback';
import { problemWith } from './read-values';
import type { SettingProblem } from './setting';

/** Any value signs in at the stand-in; real ones never come near it. */
const SANDBOX_CREDENTIAL = 'sandbox';

/**
 * The language model to use: live with a key or an identity, its stand-in where that is allowed, or undefined when
 * messages are read offline.
 * @param canSignIn whether the package for identities is installed
 */
export function azureOpenAiSettings(
  values: SettingValues,
  sandboxAllowed: boolean,
  problems: SettingProblem[],
  canSignIn: () => boolean = canSignInByIdentity,
): AzureOpenAiSettings | undefined {
  const { AZURE_OPENAI_API_KEY: apiKey, AZURE_OPENAI_IDENTITY: identity, AZURE_OPENAI_ENDPOINT: endpoint } = values;
  const complain = (name: SettingName, problem: string) => problems.push(problemWith(name, problem));
  const model = {
    deployment: values.AZURE_OPENAI_DEPLOYMENT_NAME,
    family: values.AZURE_OPENAI_MODEL_FAMILY === 'auto' ? undefined : values.AZURE_OPENAI_MODEL_FAMILY,
    reasoningEffort: values.AZURE_OPENAI_REASONING_EFFORT,
    timeoutMs: values.AZURE_OPENAI_TIMEOUT_MS,
    concurrency: values.AI_CONCURRENCY,
    prices: { input: values.AZURE_OPENAI_PRICE_INPUT, output: values.AZURE_OPENAI_PRICE_OUTPUT },
    dailyBudget: values.AI_DAILY_BUDGET,
  };
  if (apiKey === undefined && identity === undefined) {
    const address = values.AZURE_OPENAI_SANDBOX_URL;
    if (address === undefined || !sandboxAllowed) return undefined;
    if (!isLoopbackAddress(address)) complain('AZURE_OPENAI_SANDBOX_URL', 'must be a loopback address');
    return { ...model, origin: 'sandbox', endpoint: address, apiKey: SANDBOX_CREDENTIAL };
  }
  if (apiKey !== undefined && identity !== undefined) {
    complain('AZURE_OPENAI_IDENTITY', 'must be left out with AZURE_OPENAI_API_KEY; only one of them can sign in');
  } else if (identity !== undefined && !canSignIn()) {
    const remedy = 'install it with "npm install @azure/identity@4.13.1", or set AZURE_OPENAI_API_KEY instead';
    complain('AZURE_OPENAI_IDENTITY', `needs the package @azure/identity, which is not installed; ${remedy}`);
  }
  if (endpoint === undefined) {
    const partner = apiKey === undefined ? 'AZURE_OPENAI_IDENTITY' : 'AZURE_OPENAI_API_KEY';
    complain('AZURE_OPENAI_ENDPOINT', `is missing; it belongs to ${partner}`);
    return undefined;
  }
  if (isLoopbackAddress(endpoint) || !endpoint.startsWith('https://')) {
    complain('AZURE_OPENAI_ENDPOINT', 'must begin with https:// and not be a loopback address');
  }
  const apiVersion = values.AZURE_OPENAI_API_VERSION;
  if (apiVersion !== undefined && endpoint.endsWith('/v1')) {
    complain('AZURE_OPENAI_API_VERSION', 'has no meaning for an AZURE_OPENAI_ENDPOINT that ends in /v1; leave it out');
  }
  return { ...model, origin: 'live', endpoint, apiVersion, apiKey, identity };
}

/** Absolute path of the folder with the prompts of the language model. */
export const promptFolder = ({ AI_PROMPT_DIR: folder }: SettingValues): string =>
  folder === undefined ? projectFile('proxy/prompts') : resolve(folder);
