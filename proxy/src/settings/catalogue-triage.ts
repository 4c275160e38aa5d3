import { share, sharesByIntent, text, webAddress, wholeNumber } from './kinds';
import { optional, withDefault } from './setting';

export const triageCatalogue = {
  TRIAGE_POLICY_FILE: optional({
    meaning:
      'The file that says when a person must look at a message, how urgent it is and which team has it; the one that comes with the service when left out.',
    example: '/etc/retail-call-center/triage.json',
    parse: text,
  }),
  REVIEW_THRESHOLD: optional({
    meaning:
      'The confidence, from 0 to 1, below which a person must look at a message, whatever it is about; the thresholds of the triage policy when left out.',
    example: '0.6',
    parse: share,
  }),
  REVIEW_THRESHOLDS: optional({
    meaning: 'The same for single intents, separated by commas; goes before REVIEW_THRESHOLD and the triage policy.',
    example: 'payment_issue=0.7,other=0.5',
    parse: sharesByIntent,
  }),
  AZURE_OPENAI_API_KEY: optional({
    meaning: 'The key of the Azure OpenAI resource; messages are read by the offline model when left out.',
    example: '0123456789abcdef0123456789abcdef',
    secret: true,
    parse: text,
  }),
  AZURE_OPENAI_ENDPOINT: optional({
    meaning: 'The address of the Azure OpenAI resource.',
    example: 'https://your-resource.openai.azure.com/',
    parse: webAddress,
  }),
  AZURE_OPENAI_DEPLOYMENT_NAME: withDefault({
    meaning: 'The name of the model deployment.',
    example: 'gpt-4o-mini',
    fallback: 'gpt-4o-mini',
    parse: text,
  }),
  AZURE_OPENAI_TIMEOUT_MS: withDefault({
    meaning: 'How long one reading by the model may take before the offline model answers, in milliseconds.',
    example: '8000',
    fallback: '8000',
    parse: wholeNumber(100, 60_000),
  }),
};
