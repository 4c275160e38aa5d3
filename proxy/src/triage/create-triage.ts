import type { AzureOpenAiSettings } from '../ai/azure-openai-settings';
import type { TriageService } from '../services';
import { triageOffline } from './triage-offline';

export interface TriageSettings {
  /** Confidence (0 to 1) below which a person must look at the message. */
  reviewThreshold: number;
  azureOpenAi?: AzureOpenAiSettings;
}

/** Builds the triage of the service. */
export function createTriage(settings: TriageSettings): TriageService {
  return {
    async triage(message) {
      return triageOffline(message, settings.reviewThreshold);
    },
  };
}
