import { randomUUID } from 'node:crypto';
import type { Clock, Connector } from '../flow-engine/types';
import type { Arguments } from '../gateway/arguments';
import type { CallLimit } from '../gateway/call-limit';
import { createServiceConnector } from '../gateway/service-connector';
import type { Journal } from '../state/journal';
import type { Outbox } from '../state/outbox';
import { subscribeToChanges, type SharePointChange, type TriggerOutputs } from './changes';
import { FILE_OPERATIONS, SP_CREATEFILE_EXISTING, type ExistingFile, type FileContext } from './file-operations';
import { ITEM_OPERATIONS } from './item-operations';
import { locate } from './library';
import { pathOf } from './names';
import { openRecords } from './records';
import { SharePointError } from './sharepoint-error';
import { openSites, type SharePointSite } from './sites';

export interface SharePointOptions {
  journal: Journal;
  clock: Pick<Clock, 'now'>;
  /** The sites with their lists and libraries. */
  sites?: readonly SharePointSite[];
  /** `open`: any site, list and library that is named is there, empty at first, and takes any column. */
  unknownLists?: 'refuse' | 'open';
  /** Makes ids of files, attachments and requests; random ones when left out. */
  newId?: () => string;
  /** Address of the user behind the connection. */
  user?: string;
  createFileExisting?: ExistingFile;
  /** No limit when left out. The platform's is 600 calls in 60 seconds. */
  limits?: { calls?: CallLimit };
}

/** The SharePoint stand-in: the connector's operations, and what happens besides flows. */
export interface SharePoint extends Connector {
  /** Tells of every change before it is stored; what the listener returns is stored with it. */
  onChange(listener: Outbox<SharePointChange>): void;
  /**
   * What a flow with one of SharePoint's triggers gets for a change; see `subscribeToChanges`.
   * @throws {SharePointError} for a list that is not there
   */
  subscribe(
    operationId: string,
    parameters: Arguments,
  ): ((change: SharePointChange) => TriggerOutputs | undefined) | undefined;
  /** Somebody opens a file: until it is unlocked, changing it is refused. @throws {SharePointError} 404 */
  lock(site: string, path: string): void;
  unlock(site: string, path: string): void;
}

/** Opens SharePoint over a journal. A change is stored before its action is answered. */
export function createSharePoint(options: SharePointOptions): SharePoint {
  const { journal, clock, newId = randomUUID, limits } = options;
  const listeners = new Set<Outbox<SharePointChange>>();
  const anyList = options.unknownLists === 'open';
  const context: FileContext = {
    records: openRecords(journal, listeners),
    sites: openSites({ journal, sites: options.sites ?? [], anyList }),
    now: () => `${clock.now().toISOString().slice(0, 19)}Z`,
    newId,
    user: options.user ?? 'user@workbench.example',
    anyList,
    createFileExisting: options.createFileExisting ?? SP_CREATEFILE_EXISTING,
  };
  const { records, sites } = context;
  const lockKey = (site: string, path: string) => {
    const { room, record } = locate(context, sites.site(site), pathOf(path), 'File');
    return `${room.site.key}${record.path.toLowerCase()}`;
  };

  const service = createServiceConnector(
    {
      service: 'sharepointonline',
      clock,
      newId,
      ...(limits?.calls === undefined ? {} : { callLimit: limits.calls }),
    },
    (request) => {
      const { operationId, arguments: args } = request;
      if (Object.hasOwn(FILE_OPERATIONS, operationId)) return FILE_OPERATIONS[operationId]!(context, args, request);
      if (Object.hasOwn(ITEM_OPERATIONS, operationId)) return ITEM_OPERATIONS[operationId]!(context, request);
      throw new SharePointError(404, `The SharePoint stand-in has no operation '${operationId}'.`);
    },
  );
  return {
    ...service,
    onChange: (listener) => void listeners.add(listener),
    subscribe: (operationId, parameters) => subscribeToChanges(sites, operationId, parameters),
    lock: (site, path) => records.locks.put(lockKey(site, path), true),
    unlock: (site, path) => records.locks.delete(lockKey(site, path)),
  };
}
