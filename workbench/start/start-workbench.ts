import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { type Controls, controlsAsBuilt } from '../desk-page/controls';
import { deskPage } from '../desk-page/desk-page';
import { createRealClock } from '../flow-engine/real-clock';
import type { Fault, VendorView } from '../page/client/page-data';
import type { Desk } from '../page/desk';
import { type PageServer, startPage } from '../page/page-server';
import { RunLog } from '../page/run-log';
import { earlierMessages } from './earlier-messages';
import { readFlowOutlines } from './flow-outlines';
import { localDesk } from './local-desk';
import { RunMessages } from './run-messages';
import { type Product, startProduct } from './start-product';
import { portProblem, StartError } from './start-problem';
import { isSandboxed, vendorList } from './vendor-list';

export interface WorkbenchOptions {
  /** Settings by name, as in the environment. */
  environment: Record<string, string | undefined>;
  /** The stand-in of the language model reads the messages, unless a key is set. */
  model?: boolean;
  /** Told once, before anything is created, with the folder for the state when that does not exist yet. */
  onFirstStart?: (folder: string) => void;
  /** Folder of the compiled client. */
  clientFolder: string;
  /** Folder of the compiled modules of the agents' desk. */
  modulesFolder: string;
  /** The controls the desk shows; as they are built when left out. */
  controls?: Controls;
  /** Flows that stay off, by name. */
  off?: readonly string[];
}

export interface Workbench {
  pageUrl: string;
  serviceUrl: string;
  dataFolder: string;
  vendors: VendorView[];
  product: Product;
  /** Lets running work end, then closes everything; the next start goes on where this one stopped. */
  close(): Promise<void>;
}

const EARLIER_RUNS = 50;
/** Counts by itself every hour. */
const METRICS_FLOW = 'Publish Metrics';
/** Open long enough that a visitor finds somebody there. */
const DEMO_DAY = { from: '06:00', to: '23:00' };

/**
 * Starts the product in this process and the page to watch it.
 * What was started is closed again when a later part fails.
 * @throws an error whose message is for the operator; see `startProblem`
 */
export async function startWorkbench({
  environment,
  model,
  onFirstStart,
  clientFolder,
  modulesFolder,
  controls = controlsAsBuilt(),
  off,
}: WorkbenchOptions): Promise<Workbench> {
  if (!existsSync(join(clientFolder, 'main.js'))) {
    throw new StartError('The page is not built yet. Run npm run build, or npm start, which builds first.');
  }
  const messages = new RunMessages();
  const runs = new RunLog((run) => messages.messageOf(run));
  const { wrapConnector } = messages;
  const clock = createRealClock();
  const demoDesk = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...DEMO_DAY };
  const options = { environment, model, onFirstStart, clock, demoDesk, observer: runs, wrapConnector, off };
  const product = await startProduct(options);
  try {
    const earlier = product.platform.runs(EARLIER_RUNS).reverse();
    messages.remember(earlierMessages(earlier, product.platform.outlook));
    for (const run of earlier) runs.remember(run);
    const desk = deskOf(product, messages);
    const { platform, settings } = product;
    const agents = deskPage({
      dataverse: platform.dataverse,
      approvals: platform.approvals,
      solutionFolder: projectFile('solution/core/src'),
      controls,
      modulesFolder,
      publishMetrics: () => platform.raise(METRICS_FLOW, {}),
    });
    const folders = { static: projectFile('workbench/page/static'), client: clientFolder };
    const page = await openPage(settings.workbenchPort, (port) => startPage(desk, runs, folders, port, agents));
    return {
      pageUrl: page.url,
      serviceUrl: desk.proxyUrl,
      dataFolder: settings.dataDir,
      vendors: desk.vendors(),
      product,
      close: async () => {
        await page.close();
        await product.close();
      },
    };
  } catch (error) {
    await product.close();
    throw error;
  }
}

/** As seen from the working folder, where that is shorter. */
function shortPath(path: string): string {
  const from = relative(process.cwd(), path);
  return from.startsWith('..') ? path : from;
}

function deskOf({ settings, sandboxes, proxy, platform }: Product, messages: RunMessages): Desk {
  const faults = new Map<string, Fault>();
  return localDesk({
    platform,
    store: proxy.store,
    messages,
    flows: readFlowOutlines(projectFile('flows')),
    proxyUrl: proxy.url,
    dataFolder: shortPath(settings.dataDir),
    vendors: () => vendorList(settings, faults),
    setFault(vendor, fault) {
      if (!isSandboxed(vendor)) return;
      sandboxes.setFault(vendor, fault === 'none' ? null : { kind: fault });
      faults.set(vendor, fault);
    },
  });
}

async function openPage(port: number, open: (port: number) => Promise<PageServer>): Promise<PageServer> {
  try {
    return await open(port);
  } catch (error) {
    throw portProblem(error, { what: 'the page', port, remedy: 'Choose another one with npm start -- --port PORT.' });
  }
}
