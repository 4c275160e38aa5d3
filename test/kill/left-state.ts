import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BronzeRow } from '../../proxy/src/events/bronze-rows';
import type { StoredEvent } from '../../proxy/src/events/event';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { createVirtualClock } from '../../workbench/flow-engine/virtual-clock';
import type { ReceivedMail, SentMail } from '../../workbench/outlook/mail';
import { startProduct } from '../../workbench/start/start-product';

/** Everything that is on disk after the last process has gone. */
export interface LeftState {
  /** Runs still owed. */
  pending: number;
  inbox: ReceivedMail[];
  sent: SentMail[];
  tickets: PresentedRow[];
  messages: PresentedRow[];
  errors: PresentedRow[];
  events: StoredEvent[];
  bronze: BronzeRow[];
}

/** All rows of the bronze files below a folder. */
export function bronzeIn(folder: string): BronzeRow[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ndjson'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as BronzeRow);
}

/** Opens the product over a data folder, reads what is there and closes it again. */
export async function readState(dataFolder: string): Promise<LeftState> {
  const product = await startProduct({
    environment: { PORT: '0', LOG_LEVEL: 'silent', RCC_DATA_DIR: dataFolder },
    clock: createVirtualClock(new Date()),
  });
  const { platform, proxy } = product;
  const { dataverse, outlook } = platform;
  const state = {
    pending: platform.pending,
    inbox: [...outlook.inbox()],
    sent: [...outlook.sent()],
    tickets: [...dataverse.rows('rcc_ticket')],
    messages: [...dataverse.rows('rcc_message')],
    errors: [...dataverse.rows('rcc_errorlog')],
    events: await proxy.store.eventsAfter(0, undefined, 1_000_000),
  };
  await product.close();
  return { ...state, bronze: bronzeIn(join(dataFolder, 'Files', 'bronze')) };
}
