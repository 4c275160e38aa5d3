import { join } from 'node:path';
import type { DestinationStream } from 'pino';
import { createLanguageModel } from './ai/create-language-model';
import { createModelLedger } from './ai/model-ledger';
import { openPrompt } from './ai/prompt-file';
import { createChat } from './chat/create-chat';
import { createMoneyActions } from './commerce/actions/create-money-actions';
import { openMoneyPolicy } from './commerce/actions/money-policy';
import { createCommerce } from './commerce/create-commerce';
import { createVendorClients } from './commerce/vendor-clients';
import { createActionStore } from './events/action-store';
import { exportBronze } from './events/bronze';
import { openStore } from './events/open-store';
import type { Store } from './events/store';
import { createLog } from './log';
import { createReplies } from './replies/create-replies';
import { createServer } from './server';
import { addressOf, listen, stopListening } from './server/listen';
import type { Settings } from './settings';
import { keptSigningKey } from './tickets/resolution/kept-signing-key';
import { createSurveyLinks } from './tickets/resolution/survey-links';
import { createTriage } from './triage/create-triage';
import { openTriagePolicy } from './triage/review/triage-policy';

const GRACE_MS = 10_000;
const PURGE_EVERY_MS = 6 * 60 * 60_000;

export interface RunningProxy {
  /** Where it listens, for example `http://127.0.0.1:5000`. */
  url: string;
  settings: Settings;
  /** What it remembers, for looking at. */
  store: Store;
  /** Writes the events that are not yet in the bronze files. @returns how many */
  exportEvents(): Promise<number>;
  /** Finishes running requests, writes the last events to bronze and gives the data folder free. */
  close(): Promise<void>;
}

export interface StartOptions {
  /** Where log lines go; standard output when left out. */
  logTo?: DestinationStream;
  /** The clock; the machine's when left out. */
  now?: () => Date;
}

/**
 * Starts the service.
 * @throws {DataFolderError} when the data folder is in use or cannot be written to
 * @throws {ListenError} when the port is in use
 */
export async function startProxy(
  settings: Settings,
  { logTo, now = () => new Date() }: StartOptions = {},
): Promise<RunningProxy> {
  const log = createLog(settings.logLevel, logTo);
  const store = await openStore(settings);
  try {
    const warnOrTell = (message: string) => (entry: object) =>
      log['warning' in entry ? 'warn' : 'info'](entry, message);
    const languageModel =
      settings.languageModel &&
      createLanguageModel(settings.languageModel, {
        ledger: createModelLedger(store, now, settings.desk.timeZone),
        log: warnOrTell('language model'),
        now,
      });
    const prompt = (name: string) =>
      openPrompt(settings.promptDir, name, (err) => log.error({ err }, 'prompt not used'));
    const triage = createTriage({
      ai: languageModel && { model: languageModel, prompt: prompt('triage') },
      policy: openTriagePolicy(settings.triagePolicyFile, settings.reviewThresholds, (err) =>
        log.error({ err }, 'triage policy not used'),
      ),
    });
    const vendorLog = warnOrTell('vendor');
    const commerce = createCommerce(settings.commerce, { now, log: vendorLog });
    // Clients of their own: no flood of questions holds money up, and nothing they read comes from a cache.
    const { shopify, stripe, deadlineMs, attemptTimeoutMs } = settings.commerce;
    const moneyClients = createVendorClients(
      { shopify, stripe, deadlineMs, attemptTimeoutMs },
      { now, log: vendorLog },
    );
    const money = createMoneyActions({
      shopify: moneyClients.shopify,
      stripe: moneyClients.stripe,
      store: createActionStore(store.database),
      policy: openMoneyPolicy(settings.moneyPolicyFile, (err) => log.error({ err }, 'money policy not used')),
      now,
      orderContext: (request, signal) => commerce.orderContext(request, signal),
      answerWithinMs: Math.round((settings.requestDeadlineMs * 2) / 3),
      onChange: (change) => commerce.forget(change),
      log: (entry) => log.info(entry, 'money'),
    });
    const replies = createReplies({
      policyFolder: settings.policyDir,
      wording: settings.replyWording,
      writer: languageModel && settings.aiReplies ? { model: languageModel, prompt: prompt('reply') } : undefined,
      onPolicyError: (err) => log.error({ err }, 'policy file not used'),
    });
    const chat = createChat({ triage, commerce, replies, now, tone: settings.replyWording.tone });
    let url = '';
    const surveys = createSurveyLinks({
      keys: settings.surveySigningKeys ?? [keptSigningKey(settings.dataDir)],
      baseUrl: () => settings.publicUrl ?? url,
    });
    let stopping = false;
    const app = createServer(settings, { triage, commerce, replies, chat, surveys, money }, store, {
      log,
      now,
      stopping: () => stopping,
      onChange: (change) => commerce.forget(change),
      languageModel,
    });
    const server = await listen(app, settings.host, settings.port);
    url = addressOf(server);

    const bronzeFolder = join(settings.dataDir, 'Files', 'bronze');
    let exporting: Promise<number> = Promise.resolve(0);
    // One after the other: an export that is asked for while another runs comes after it.
    const exportEvents = () => (exporting = exporting.catch(() => 0).then(() => exportBronze(store, bronzeFolder)));
    const every = (ms: number, name: string, work: () => Promise<unknown>) =>
      setInterval(() => {
        work().catch((err: unknown) => log.error({ err }, `${name} failed`));
      }, ms).unref();
    let reconciling: Promise<unknown> | undefined;
    const goOn = () =>
      money
        .reconcile()
        .catch((err: unknown) => log.error({ err }, 'refunds and cancellations could not be gone on with'))
        .finally(() => (reconciling = undefined));
    const reconcile = () => (reconciling ??= goOn());
    void reconcile();
    const timers = [
      every(settings.bronzeIntervalMs, 'export', exportEvents),
      every(settings.moneyReconcileMs, 'reconcile', reconcile),
      every(PURGE_EVERY_MS, 'purge', () => store.purge(now())),
    ];
    log.info({ url, production: settings.production, vendors: commerce.vendors }, 'listening');

    const shutDown = async () => {
      stopping = true;
      timers.forEach(clearInterval);
      await stopListening(server, GRACE_MS);
      // Calls that are cut off count as unanswered; what became of them is found out after the next start.
      await Promise.all([commerce.close(), moneyClients.close(), languageModel?.close()]);
      await reconciling;
      await exportEvents().catch((err: unknown) => log.error({ err }, 'export failed'));
      await store.close();
      log.info('stopped');
      await new Promise<void>((flushed) => log.flush(() => flushed()));
    };
    let closing: Promise<void> | undefined;
    return { url, settings, store, exportEvents, close: () => (closing ??= shutDown()) };
  } catch (error) {
    await store.close();
    throw error;
  }
}
