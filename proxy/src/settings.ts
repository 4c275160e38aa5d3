import { resolve } from 'node:path';
import type { AzureOpenAiSettings } from './ai/azure-openai-settings';
import type { CommerceSettings } from './commerce/vendor-settings';
import { projectFile } from './project-file';
import type { ReplyWording } from './replies/reply-wording';
import { azureOpenAiSettings, promptFolder } from './settings/azure-openai-settings';
import { commerceSettings, hasLiveCommerceKey } from './settings/commerce-settings';
import { isLoopbackHost } from './settings/loopback';
import { problemWith, readValues } from './settings/read-values';
import { SettingsError } from './settings/setting';
import { triagePolicySettings } from './settings/triage-policy-settings';
import { webhookSettings } from './settings/webhook-settings';
import type { SettingValues } from './settings/catalogue';
import type { DeskDefaults } from './tickets/desk/read-desk-times';
import type { ThresholdOverrides } from './triage/review/triage-policy';
import type { WebhookSettings } from './webhooks/webhook-settings';

/** Everything the service is told from outside, read once at the start. */
export interface Settings {
  host: string;
  /** 0 takes a free port. */
  port: number;
  workbenchPort: number;
  /** SHA-256 hashes as hex of the keys callers may use; empty while the service is open on loopback. */
  apiKeyHashes: readonly string[];
  /** True when listening beyond loopback or with a live commerce key; stand-ins are then never used. */
  production: boolean;
  logLevel: SettingValues['LOG_LEVEL'];
  /** The address customers reach the service at; where it listens when left out. */
  publicUrl?: string;
  /** Keys for the links to the feedback page, the signing one first; one is made and kept when left out. */
  surveySigningKeys?: readonly string[];
  /** Absolute path of the folder for the store and the event files. */
  dataDir: string;
  /** A PostgreSQL server; the embedded database below `dataDir` when left out. */
  databaseUrl?: string;
  /** Absolute path of the folder with the policy files. */
  policyDir: string;
  /** How the shop speaks to its customers. */
  replyWording: ReplyWording;
  /** Absolute path of the file with the money policy. */
  moneyPolicyFile: string;
  /** How often unfinished refunds and cancellations are gone on with, in milliseconds. */
  moneyReconcileMs: number;
  requestDeadlineMs: number;
  bronzeIntervalMs: number;
  /** When the desk works, where the tables say nothing. */
  desk: DeskDefaults;
  /** The language model; messages are read offline when left out. */
  languageModel?: AzureOpenAiSettings;
  /** Whether the language model, where there is one, words replies too. */
  aiReplies: boolean;
  /** Absolute path of the folder with the prompts of the language model. */
  promptDir: string;
  /** Absolute path of the file with the triage policy. */
  triagePolicyFile: string;
  reviewThresholds: ThresholdOverrides;
  commerce: CommerceSettings;
  webhooks: WebhookSettings;
}

/**
 * Reads the settings from an environment.
 * @throws {SettingsError} naming every wrong or missing setting with its meaning and an example
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const { values, problems } = readValues(environment);
  if (problems.length > 0) throw new SettingsError(problems);

  const production = !isLoopbackHost(values.HOST) || hasLiveCommerceKey(values);
  const languageModel = azureOpenAiSettings(values, !production, problems);
  const commerce = commerceSettings(values, !production, problems);
  const apiKeyHashes = values.RCC_API_KEYS ?? [];
  if (apiKeyHashes.length === 0 && (production || languageModel?.origin === 'live')) {
    const reason = isLoopbackHost(values.HOST) ? 'a live key is set' : `HOST is ${values.HOST}, not a loopback address`;
    problems.push(problemWith('RCC_API_KEYS', `is needed because ${reason}`));
  }
  if (!isLoopbackHost(values.HOST)) {
    const reason = `is needed because HOST is ${values.HOST}, not a loopback address`;
    const needed = ['PUBLIC_URL', 'SURVEY_SIGNING_KEYS'] as const;
    problems.push(...needed.filter((name) => values[name] === undefined).map((name) => problemWith(name, reason)));
  }
  if (problems.length > 0) throw new SettingsError(problems);

  return {
    host: values.HOST,
    port: values.PORT,
    workbenchPort: values.WORKBENCH_PORT,
    apiKeyHashes,
    production,
    logLevel: values.LOG_LEVEL,
    publicUrl: values.PUBLIC_URL,
    surveySigningKeys: values.SURVEY_SIGNING_KEYS,
    dataDir: resolve(values.RCC_DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    replyWording: { tone: values.REPLY_TONE, shopName: values.SHOP_NAME, signatures: values.REPLY_SIGNATURE ?? {} },
    policyDir: values.RCC_POLICY_DIR === undefined ? projectFile('proxy/policies') : resolve(values.RCC_POLICY_DIR),
    moneyPolicyFile:
      values.MONEY_POLICY_FILE === undefined
        ? projectFile('proxy/policies/money.json')
        : resolve(values.MONEY_POLICY_FILE),
    moneyReconcileMs: values.MONEY_RECONCILE_SECONDS * 1000,
    requestDeadlineMs: values.REQUEST_DEADLINE_MS,
    bronzeIntervalMs: values.BRONZE_INTERVAL_SECONDS * 1000,
    desk: { timeZone: values.BUSINESS_TIMEZONE, weeklyIntervals: values.BUSINESS_HOURS },
    languageModel,
    aiReplies: values.AI_REPLIES === 'on',
    promptDir: promptFolder(values),
    ...triagePolicySettings(values),
    commerce,
    webhooks: webhookSettings(values),
  };
}
