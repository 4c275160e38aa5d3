import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConnectorDocument } from '../../proxy/src/contract/connector-document';
import { projectFile } from '../../proxy/src/project-file';
import { readSettings, type Settings } from '../../proxy/src/settings';
import { startProxy, type RunningProxy } from '../../proxy/src/start-proxy';
import type { Clock } from '../flow-engine/types';
import { startPlatform, type Platform, type PlatformOptions } from '../platform/platform';
import { listMailboxes, type MailboxPlaces } from '../flows-cli/mailboxes/mailbox-folder';
import { startVendorSandboxes, type VendorSandboxes } from '../vendors/start-vendor-sandboxes';
import { sendWebhooks, type Webhooks } from '../vendors/webhooks/send-webhooks';
import { type DemoHours, seedDemoDesk } from './demo-desk';
import { sandboxWebhooks } from './sandbox-webhooks';
import { sessionKey } from './session-key';

export interface ProductOptions extends Pick<
  PlatformOptions,
  'observer' | 'wrapConnector' | 'concurrency' | 'seed' | 'off' | 'deliverTwice'
> {
  /** Settings by name, as in the environment; LOG_LEVEL is `warn` when left out. */
  environment: Record<string, string | undefined>;
  /** The stand-in of the language model reads the messages, unless a key is set; the offline model when left out. */
  model?: boolean;
  /** Values of the flows' environment variables by schema name, over the product's own. */
  variables?: Readonly<Record<string, unknown>>;
  /** The exported flows; the product's own when left out. */
  flowFolder?: string;
  /** Fills empty tables with a small desk that is open at these hours; they stay empty when left out. */
  demoDesk?: DemoHours;
  /** The clock of flows, service and sandboxes. Deadlines and time-outs keep to the machine's. */
  clock: Clock;
  /** Told once, before anything is created, with the folder for the state when that does not exist yet. */
  onFirstStart?: (folder: string) => void;
}

export interface Product {
  settings: Settings;
  sandboxes: VendorSandboxes;
  /** What the sandboxes tell the service of their own accord. */
  webhooks: Webhooks;
  proxy: RunningProxy;
  platform: Platform;
  /** Lets running work end, then closes everything; the next start goes on where this one stopped. */
  close(): Promise<void>;
}

/** The address customers write to. */
export const MAILBOX = 'support@shop.example';
const ADMINISTRATOR = 'administrator@shop.example';
const SUPERVISOR = 'supervisor@shop.example';
/** Who approves refunds and cancellations: the supervisor of the desk, and above her limit a manager. */
const APPROVER = 'sofia@shop.example';
const SENIOR_APPROVER = 'manager@shop.example';
/** Where the daily reports are kept. */
export const REPORT_SITE = 'https://shop.example/sites/support';
export const REPORT_FOLDER = '/Shared Documents/Ticket reports';

/** The service's log would drown the few lines a visitor needs; LOG_LEVEL brings it back. */
const QUIET = { LOG_LEVEL: 'warn' };

/**
 * Starts the whole product in this process: vendor sandboxes, the service, and the local platform with its flows.
 * What was started is closed again when a later part fails.
 * @throws an error whose message is for the operator; see `startProblem`
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closeOne of opened.splice(0).reverse()) await closeOne();
  };
  try {
    return { ...(await open(options, (closeOne) => opened.push(closeOne))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  {
    environment,
    model = false,
    variables,
    flowFolder = projectFile('flows'),
    clock,
    onFirstStart,
    demoDesk,
    ...rest
  }: ProductOptions,
  closeLater: (close: () => Promise<void>) => void,
): Promise<Omit<Product, 'close'>> {
  const now = () => clock.now();
  const key = sessionKey(environment.RCC_API_KEYS);
  const given = { ...QUIET, ...environment, RCC_API_KEYS: key.settings };
  const { dataDir } = readSettings(given);
  if (!existsSync(dataDir)) onFirstStart?.(dataDir);
  const sandboxes = await startVendorSandboxes({ now, stateFolder: join(dataDir, 'sandboxes') });
  closeLater(() => sandboxes.close());
  const { settings, secrets } = sandboxWebhooks(
    readSettings({
      ...given,
      SHOPIFY_SANDBOX_URL: sandboxes.shopify,
      UPS_SANDBOX_URL: sandboxes.ups,
      FEDEX_SANDBOX_URL: sandboxes.fedex,
      STRIPE_SANDBOX_URL: sandboxes.stripe,
      ...(model ? { AZURE_OPENAI_SANDBOX_URL: sandboxes.openai } : {}),
    }),
  );
  const proxy = await startProxy(settings, { now, logTo: { write: (line) => void process.stderr.write(line) } });
  closeLater(() => proxy.close());
  const webhooks = sendWebhooks({ state: sandboxes.state, clock, url: proxy.url, secrets });
  closeLater(() => webhooks.close());

  const mailboxes = furtherMailboxes({ flowFolder, solutionFolder: projectFile('solution/core/src') });
  const platform = await startPlatform({
    ...rest,
    clock,
    dataFolder: join(settings.dataDir, 'workbench'),
    flowFolder,
    solutionFolder: projectFile('solution/core/src'),
    proxyUrl: proxy.url,
    apiKey: key.own,
    document: readConnectorDocument(),
    sites: [{ url: REPORT_SITE }],
    sharedMailboxes: [...mailboxes.values()],
    environment: {
      rcc_SupportMailbox: MAILBOX,
      rcc_AdministratorMailbox: ADMINISTRATOR,
      rcc_SupervisorMailbox: SUPERVISOR,
      rcc_RefundApproverAddress: APPROVER,
      rcc_SeniorRefundApproverAddress: SENIOR_APPROVER,
      rcc_ReportSite: REPORT_SITE,
      rcc_ReportFolder: REPORT_FOLDER,
      rcc_TicketAddress: `http://127.0.0.1:${settings.workbenchPort}/tickets/`,
      ...Object.fromEntries(mailboxes),
      ...variables,
    },
  });
  closeLater(() => platform.close());
  if (demoDesk) seedDemoDesk(platform.dataverse, demoDesk, clock.now());
  return { settings, sandboxes, webhooks, proxy, platform };
}

/** Addresses of the mailboxes that have a copy of Email Ingestion, by the variable each reads: `returns-mailbox@…`. */
function furtherMailboxes(places: MailboxPlaces): Map<string, string> {
  return new Map(
    listMailboxes(places).copies.map(({ mailbox: { displayName, variable } }) => [
      variable,
      `${displayName.toLowerCase().replaceAll(' ', '-')}@shop.example`,
    ]),
  );
}
