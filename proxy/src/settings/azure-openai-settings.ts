import type { AzureOpenAiSettings } from '../ai/azure-openai-settings';
import type { SettingValues } from './catalogue';
import { isLoopbackAddress } from './loopback';
import { problemWith } from './read-values';
import type { SettingProblem } from './setting';

/** The language model to use, or undefined when there is no key and messages are read offline. */
export function azureOpenAiSettings(
  values: SettingValues,
  problems: SettingProblem[],
): AzureOpenAiSettings | undefined {
  const apiKey = values.AZURE_OPENAI_API_KEY;
  const endpoint = values.AZURE_OPENAI_ENDPOINT;
  if (apiKey === undefined) return undefined;
  if (endpoint === undefined) {
    problems.push(problemWith('AZURE_OPENAI_ENDPOINT', 'is missing; it belongs to AZURE_OPENAI_API_KEY'));
    return undefined;
  }
  if (isLoopbackAddress(endpoint) || !endpoint.startsWith('https://')) {
    problems.push(problemWith('AZURE_OPENAI_ENDPOINT', 'must begin with https:// and not be a loopback address'));
  }
  return {
    endpoint,
    apiKey,
    deployment: values.AZURE_OPENAI_DEPLOYMENT_NAME,
    timeoutMs: values.AZURE_OPENAI_TIMEOUT_MS,
  };
}
