import { MODEL_FAMILIES } from '../ai/model-parameters';
import { apiVersion, dollars, oneOf, reasoningEffort, text, webAddress, wholeNumber } from './kinds';
import { optional, withDefault } from './setting';

export const modelCatalogue = {
  AZURE_OPENAI_API_KEY: optional({
    meaning:
      'The key of the Azure OpenAI resource, or of OpenAI. Without it and without AZURE_OPENAI_IDENTITY messages are read by the offline model.',
    example: '0123456789abcdef0123456789abcdef',
    secret: true,
    parse: text,
  }),
  AZURE_OPENAI_IDENTITY: optional({
    meaning:
      'Signs in by an identity in Azure instead of a key: the client id of a user-assigned managed identity, or "default" for the identity the machine has. Needs the optional package @azure/identity.',
    example: 'default',
    parse: text,
  }),
  AZURE_OPENAI_ENDPOINT: optional({
    meaning:
      'The address of the Azure OpenAI resource. An address that ends in /v1 is taken as it is, such as https://api.openai.com/v1.',
    example: 'https://your-resource.openai.azure.com/',
    parse: webAddress,
  }),
  AZURE_OPENAI_API_VERSION: optional({
    meaning:
      'The version of Azure’s dated addresses, for a resource without the v1 ones; those are used when left out.',
    example: '2024-10-21',
    parse: apiVersion,
  }),
  AZURE_OPENAI_DEPLOYMENT_NAME: withDefault({
    meaning:
      'The name of the model deployment, or of the model at OpenAI. Nothing depends on the name; gpt-4o-mini is being retired, so name its successor here when it goes.',
    example: 'gpt-4o-mini',
    fallback: 'gpt-4o-mini',
    parse: text,
  }),
  AZURE_OPENAI_MODEL_FAMILY: withDefault({
    meaning:
      'Which parameters the model takes: "sampling" (max_tokens, temperature), "reasoning" (max_completion_tokens), or "auto", which begins with a guess by the name and is put right by the service’s refusal.',
    example: 'reasoning',
    fallback: 'auto',
    parse: oneOf('auto', ...MODEL_FAMILIES),
  }),
  AZURE_OPENAI_REASONING_EFFORT: optional({
    meaning:
      'How much a reasoning model may think, in the words of the service; the model’s own default when left out. Left away when the model does not take it.',
    example: 'low',
    parse: reasoningEffort,
  }),
  AZURE_OPENAI_TIMEOUT_MS: withDefault({
    meaning:
      'How long one question to the model may take, waits and one repetition included, before the offline model answers, in milliseconds.',
    example: '8000',
    fallback: '8000',
    parse: wholeNumber(100, 60_000),
  }),
  AZURE_OPENAI_PRICE_INPUT: withDefault({
    meaning: 'US dollars for a million tokens of questions; the default is OpenAI’s list price of gpt-4o-mini in 2026.',
    example: '0.15',
    fallback: '0.15',
    parse: dollars,
  }),
  AZURE_OPENAI_PRICE_OUTPUT: withDefault({
    meaning: 'US dollars for a million tokens of answers; the default is OpenAI’s list price of gpt-4o-mini in 2026.',
    example: '0.60',
    fallback: '0.60',
    parse: dollars,
  }),
  AI_DAILY_BUDGET: optional({
    meaning:
      'US dollars the language model may cost on one day of BUSINESS_TIMEZONE, over all processes on one database; then everything is read offline until the next day. Calls already under way may overshoot it. Without limit when left out.',
    example: '5',
    parse: dollars,
  }),
  AI_CONCURRENCY: withDefault({
    meaning:
      'How many questions to the model run at once in one process; twice as many wait, any more are read offline.',
    example: '8',
    fallback: '8',
    parse: wholeNumber(1, 256),
  }),
  AI_REPLIES: withDefault({
    meaning:
      'Whether the language model words replies too: "on" or "off". Its text is sent only when it is the template’s sentences in their order, at most with words moved, and courtesies; in all other cases the template is.',
    example: 'off',
    fallback: 'on',
    parse: oneOf('on', 'off'),
  }),
  AI_PROMPT_DIR: optional({
    meaning:
      'The folder with the prompt files the language model is given; the ones that come with the service when left out.',
    example: '/etc/retail-call-center/prompts',
    parse: text,
  }),
  AZURE_OPENAI_SANDBOX_URL: optional({
    meaning:
      'The stand-in of the language model on loopback, asked when there is neither key nor identity; never in production.',
    example: 'http://127.0.0.1:4005',
    parse: webAddress,
  }),
};
