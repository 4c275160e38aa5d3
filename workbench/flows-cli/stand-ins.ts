import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataverse } from '../dataverse/dataverse';
import { type Clock, type Connector } from '../flow-engine/types';
import { createOutlook } from '../outlook/outlook';
import { createSharePoint } from '../sharepoint/sharepoint';
import { seededGuids } from '../state/guid';
import { openJournal } from '../state/journal';

export interface StandIns {
  /** By API name. */
  connectors: ReadonlyMap<string, Connector>;
  /** Forgets everything. */
  close(): void;
}

/** Dataverse, Outlook and SharePoint as any flow may expect them: every table, list and folder is there, and empty. */
export function openStandIns(clock: Clock, seed: number): StandIns {
  const folder = mkdtempSync(join(tmpdir(), 'rcc-stand-ins-'));
  const journal = openJournal(folder);
  const common = { journal, clock, newId: seededGuids(String(seed)) };
  return {
    connectors: new Map<string, Connector>([
      ['shared_commondataserviceforapps', createDataverse({ ...common, tables: [], unknownTables: 'open' })],
      [
        'shared_office365',
        createOutlook({ ...common, address: 'mailbox@example.com', sendAs: 'any', unknownFolders: 'open' }),
      ],
      ['shared_sharepointonline', createSharePoint({ ...common, unknownLists: 'open' })],
    ]),
    close() {
      journal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
