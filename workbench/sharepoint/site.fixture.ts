import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '../state/journal';
import type { SharePointChange } from './changes';
import { createSharePoint, type SharePoint, type SharePointOptions } from './sharepoint';

export const SITE = 'https://shop.sharepoint.com/sites/support';

/** A list with columns of several kinds, beside the library that every site has. */
const SITES: SharePointOptions['sites'] = [
  {
    url: SITE,
    lists: [
      {
        title: 'Returns',
        id: '11111111-2222-4333-8444-555555555555',
        columns: [
          { name: 'Order', type: 'text', required: true, indexed: true },
          { name: 'Amount', type: 'number' },
          { name: 'Status', type: 'choice', choices: ['Open', 'Done'] },
          { name: 'Tags', type: 'multiChoice', choices: ['red', 'blue'] },
          { name: 'Due', type: 'dateTime' },
          { name: 'Urgent', type: 'boolean' },
          { name: 'Owner', type: 'person' },
        ],
      },
    ],
    libraries: [{ title: 'Documents', folder: 'Shared Documents' }, { title: 'Archive' }],
  },
];

type Body = Record<string, unknown>;

/** A SharePoint in a folder of its own, and what tests do with it. */
export interface SiteDesk {
  readonly sharePoint: SharePoint;
  /** What happened, in order; the last start only. */
  changes: SharePointChange[];
  /** Every call gets `dataset`. */
  call(operationId: string, args?: Body, minimumItemCount?: number): Promise<{ statusCode: number; body: Body }>;
  /** The status and message of a call that has to fail. */
  refusal(operationId: string, args?: Body): Promise<string>;
  restart(): void;
  close(): void;
}

export function openSiteDesk(options: Partial<SharePointOptions> = {}): SiteDesk {
  const folder = mkdtempSync(join(tmpdir(), 'sharepoint-'));
  let journal = openJournal(folder);
  let sharePoint: SharePoint;
  function open(): void {
    const clock = { now: () => new Date('2026-03-02T09:30:15.250Z') };
    sharePoint = createSharePoint({ journal, clock, sites: SITES, user: 'maker@shop.example', ...options });
    desk.changes = [];
    sharePoint.onChange((change) => ({
      changes: [{ collection: 'work', key: String(desk.changes.length), value: change.kind }],
      begin: () => desk.changes.push(change),
    }));
  }
  const desk: SiteDesk = {
    get sharePoint() {
      return sharePoint;
    },
    changes: [],
    async call(operationId, args = {}, minimumItemCount) {
      const answer = await sharePoint.call({
        operationId,
        arguments: { dataset: SITE, ...args },
        runId: 'run-1',
        actionName: 'Act',
        attempt: 1,
        signal: new AbortController().signal,
        ...(minimumItemCount === undefined ? {} : { minimumItemCount }),
      });
      return { ...answer, body: answer.body as Body };
    },
    async refusal(operationId, args) {
      const { statusCode, body } = await desk.call(operationId, args);
      return `${statusCode} ${String((body?.error as Body | undefined)?.message)}`;
    },
    restart() {
      journal.close();
      journal = openJournal(folder);
      open();
    },
    close() {
      journal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  open();
  return desk;
}
