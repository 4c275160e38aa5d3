import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { readConnectorDocument } from '../../proxy/src/contract/connector-document';
import { readSettings } from '../../proxy/src/settings';
import { startProxy } from '../../proxy/src/start-proxy';
import { createRealClock } from '../flow-engine/real-clock';
import type { Fault, VendorView } from '../page/client/page-data';
import { startPage } from '../page/page-server';
import { RunLog } from '../page/run-log';
import { startPlatform } from '../platform/platform';
import { startVendorSandboxes } from '../vendors/start-vendor-sandboxes';
import { earlierMessages } from './earlier-messages';
import { readFlowOutlines } from './flow-outlines';
import { localDesk } from './local-desk';
import { RunMessages } from './run-messages';
import { sessionKey } from './session-key';
import { portProblem, StartError } from './start-problem';
import { isCommerceVendor, vendorList } from './vendor-list';

export interface WorkbenchOptions {
  /** Settings by name, as in the environment. */
  environment: Record<string, string | undefined>;
  /** Told once, before anything is created, with the folder for the state when that does not exist yet. */
  onFirstStart?: (folder: string) => void;
  /** Folder of the compiled client. */
  clientFolder: string;
}

export interface Workbench {
  pageUrl: string;
  serviceUrl: string;
  dataFolder: string;
  vendors: VendorView[];
  /** Lets running work end, then closes everything; the next start goes on where this one stopped. */
  close(): Promise<void>;
}

const MAILBOX = 'support@shop.example';
const EARLIER_RUNS = 50;

/** The log would drown the few lines a visitor needs; LOG_LEVEL brings it back. */
const QUIET = { LOG_LEVEL: 'warn' };

/**
 * Starts everything in this process: vendor sandboxes, the service, the local platform and the page.
 * What was started is closed again when a later part fails.
 * @throws an error whose message is for the operator; see `startProblem`
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
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
  { environment, onFirstStart, clientFolder }: WorkbenchOptions,
  closeLater: (close: () => Promise<void>) => void,
): Promise<Omit<Workbench, 'close'>> {
  if (!existsSync(join(clientFolder, 'main.js'))) {
    throw new StartError('The page is not built yet. Run npm run build, or npm start, which builds first.');
  }
  const sandboxes = await startVendorSandboxes();
  closeLater(() => sandboxes.close());
  const key = sessionKey(environment.RCC_API_KEYS);
  const settings = readSettings({
    ...QUIET,
    ...environment,
    RCC_API_KEYS: key.settings,
    SHOPIFY_SANDBOX_URL: sandboxes.shopify,
    UPS_SANDBOX_URL: sandboxes.ups,
    FEDEX_SANDBOX_URL: sandboxes.fedex,
    STRIPE_SANDBOX_URL: sandboxes.stripe,
  });
  const { dataDir } = settings;
  if (!existsSync(dataDir)) onFirstStart?.(dataDir);

  const proxy = await startProxy(settings, { logTo: { write: (line) => void process.stderr.write(line) } });
  closeLater(() => proxy.close());

  const messages = new RunMessages();
  const runs = new RunLog((run) => messages.messageOf(run));
  const flowFolder = projectFile('flows');
  const platform = await startPlatform({
    dataFolder: join(dataDir, 'workbench'),
    flowFolder,
    solutionFolder: projectFile('solution/core/src'),
    proxyUrl: proxy.url,
    apiKey: key.own,
    document: readConnectorDocument(),
    clock: createRealClock(),
    environment: { rcc_SupportMailbox: MAILBOX },
    observer: runs,
    wrapConnector: messages.wrapConnector,
  });
  closeLater(() => platform.close());
  const earlier = platform.runs(EARLIER_RUNS).reverse();
  messages.remember(earlierMessages(earlier, platform.outlook));
  for (const run of earlier) runs.remember(run);

  const faults = new Map<string, Fault>();
  const vendors = () => vendorList(settings, faults);
  const desk = localDesk({
    platform,
    store: proxy.store,
    messages,
    flows: readFlowOutlines(flowFolder),
    proxyUrl: proxy.url,
    dataFolder: dataDir,
    vendors,
    setFault(vendor, fault) {
      if (!isCommerceVendor(vendor)) return;
      sandboxes.setFault(vendor, fault === 'none' ? null : { kind: fault });
      faults.set(vendor, fault);
    },
  });
  const folders = { static: projectFile('workbench/page/static'), client: clientFolder };
  const page = await startPage(desk, runs, folders, settings.workbenchPort).catch((error: unknown) => {
    throw portProblem(error, {
      what: 'the page',
      port: settings.workbenchPort,
      remedy: 'Choose another one with --port PORT.',
    });
  });
  closeLater(() => page.close());
  return { pageUrl: page.url, serviceUrl: proxy.url, dataFolder: dataDir, vendors: vendors() };
}
