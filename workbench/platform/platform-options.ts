import type { SwaggerDocument } from '../../flows/operations/swagger-operations';
import type { Clock, Connector, RunObserver } from '../flow-engine/types';
import type { SharePointSite } from '../sharepoint/sites';
import type { Delivery } from './delivery-queue';

/** What the platform is started with. */
export interface PlatformOptions {
  /** Where state is kept; one process at a time. */
  dataFolder: string;
  /** Folder of the exported flows and of `operations.json`. */
  flowFolder: string;
  /** Unpacked source of the core solution, for the tables. */
  solutionFolder: string;
  /** Where the service behind our connector listens. */
  proxyUrl: string;
  apiKey?: string;
  /** The connector's Swagger document. */
  document: SwaggerDocument;
  clock: Clock;
  /** Makes ids and random numbers repeatable. */
  seed?: number;
  /** Values of environment variables by schema name; `rcc_SupportMailbox` is the mailbox's address. */
  environment: Readonly<Record<string, unknown>> & { rcc_SupportMailbox: string };
  /** Addresses of the shared mailboxes there are besides it; the connection may read them and send as them. */
  sharedMailboxes?: readonly string[];
  /** SharePoint's sites; none when left out. */
  sites?: readonly SharePointSite[];
  /** Display names of flows that are turned off: nothing starts them but another flow that calls them. */
  off?: readonly string[];
  /** Runs at the same time, those apart that only wait. */
  concurrency?: number;
  observer?: RunObserver;
  /** Told of each flow whose trigger nothing here raises; without it such a flow keeps the platform from starting. */
  warn?: (message: string) => void;
  /** True for what is to arrive twice, as any event may (delivery is at least once); calls arrive once. */
  deliverTwice?: (delivery: Delivery) => boolean;
  /** Puts something between flows and a connector, such as faults. */
  wrapConnector?: (name: string, connector: Connector) => Connector;
}
