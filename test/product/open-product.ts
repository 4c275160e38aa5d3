import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredEvent } from '../../proxy/src/events/event';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import type { Connector, RunRecord } from '../../workbench/flow-engine/types';
import { createVirtualClock, type VirtualClock } from '../../workbench/flow-engine/virtual-clock';
import type { IncomingMail, SentMail } from '../../workbench/outlook/mail';
import type { FlowAnswer } from '../../workbench/platform/platform';
import { projectFile } from '../../proxy/src/project-file';
import { callOutsideRuns } from '../../workbench/flow-engine/call-outside-runs';
import { scheduledFlows } from '../../workbench/platform/load-flows';
import { startProduct, type Product, type ProductOptions } from '../../workbench/start/start-product';

/** What came of one mail, after every run it started has ended. */
export interface MailCase {
  /** Its Internet message id; delivering it again is `mail({ …, internetMessageId: messageId })`. */
  messageId: string;
  /** Runs that ended during this delivery, in the order of their ends; child flows have `parentRunId`. */
  runs: RunRecord[];
  /** The inbound `rcc_message` row of this message id. */
  inbound: PresentedRow | undefined;
  /** The row of the reply or acknowledgement. */
  outbound: PresentedRow | undefined;
  /** The `rcc_ticket` row the inbound row belongs to, else the one of its conversation. */
  ticket: PresentedRow | undefined;
  /** Mails sent in answer to any delivery of this message id. */
  sent: SentMail[];
  /** What the service recorded about it, in order. */
  events: StoredEvent[];
}

/** One turn of a chat; what is left out is not sent. */
export interface ChatTurn {
  text: string;
  /** A new conversation when left out. */
  conversation?: string;
  /** A new message id when left out; the same again is the same turn again. */
  message?: string;
  email?: string;
  orderId?: string;
  postcode?: string;
  locale?: string;
}

/** What came of one chat turn, after its run has ended. */
export interface ChatCase {
  conversation: string;
  message: string;
  /** What the caller got: `reply`, `action`, `ticket_number` … in `body`. */
  answer: FlowAnswer;
  runs: RunRecord[];
  /** The customer's line and the bot's line of this turn. */
  inbound: PresentedRow | undefined;
  outbound: PresentedRow | undefined;
  /** The `rcc_ticket` row of the conversation. */
  ticket: PresentedRow | undefined;
  events: StoredEvent[];
}

export interface TestProduct {
  product: Product;
  /** Delivers a mail and waits until nothing runs any more. One at a time. */
  mail(mail: Partial<IncomingMail> & Pick<IncomingMail, 'body'>): Promise<MailCase>;
  /** Says something in a chat and waits until nothing runs any more. One at a time. */
  chat(turn: ChatTurn): Promise<ChatCase>;
  /** Every event the service has stored, in order. */
  events(): Promise<StoredEvent[]>;
  /** Every row of a table. @param table logical name, such as `rcc_ticket` */
  rows(table: string): PresentedRow[];
  /** The product's clock; `runUntil` lets days pass, with all that is due in them. */
  clock: VirtualClock;
  /**
   * Makes a row as somebody in the app would: row triggers fire. @param entitySet such as `rcc_tickets`
   * @returns the row as it was stored
   * @throws when the table refuses it
   */
  create(entitySet: string, item: Readonly<Record<string, unknown>>): Promise<PresentedRow>;
  /** Changes a row as somebody in the app would: row triggers fire. @throws when the table refuses it */
  update(entitySet: string, id: string, item: Readonly<Record<string, unknown>>): Promise<PresentedRow>;
  /** Waits until nothing runs any more. @returns the runs that ended since `create`, `update`, `mail` or `chat` began */
  idle(): Promise<RunRecord[]>;
  /** Lets minutes pass, with all that is due in them. */
  pass(minutes: number): Promise<void>;
  /** The instant so many minutes from now, before now when negative, as a table holds it. */
  instantIn(minutes: number): string;
  /** Stops the product and removes its folder. */
  close(): Promise<void>;
}

export type TestProductOptions = Pick<
  ProductOptions,
  'wrapConnector' | 'concurrency' | 'observer' | 'seed' | 'off' | 'deliverTwice' | 'variables' | 'flowFolder' | 'model'
> & {
  /**
   * With a desk: teams, agents, policies, open around the clock, and the scheduled flows turned on. Without one they are
   * off, so that nothing happens but what the test asks for.
   */
  desk?: boolean;
  /** When it begins; now when left out. */
  start?: Date;
  /** Puts something between people (`create`, `update`) and the tables. */
  wrapPeople?: (dataverse: Connector) => Connector;
  /** Further settings, by name. */
  environment?: Record<string, string>;
};

/** Whose orders the sandboxes' named scenarios belong to. */
const CUSTOMER = 'customer@example.com';
const CHAT_FLOW = 'Chat Processing';

/** Flows that a schedule starts, for tests in which nothing else is to happen while time passes. */
export const SCHEDULED: readonly string[] = scheduledFlows(projectFile('flows'));

/**
 * Starts the whole product (sandboxes, service, platform, flows) over a temporary folder, on a virtual clock and
 * without a log. Takes one to three seconds: start it once per file and use it for many cases.
 */
export async function openProduct(options: TestProductOptions = {}): Promise<TestProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'rcc-product-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const { environment, observer, desk = false, off = [], start = new Date(), wrapPeople, ...rest } = options;
  const clock = createVirtualClock(start);
  let ended: RunRecord[] = [];
  const product = await startProduct({
    ...rest,
    environment: { PORT: '0', LOG_LEVEL: 'silent', RCC_DATA_DIR: folder, ...environment },
    clock,
    off: desk ? off : [...SCHEDULED, ...off],
    ...(desk ? { demoDesk: { timeZone: 'UTC', from: '00:00', to: '24:00' } } : {}),
    observer: {
      ...observer,
      runEnded(run) {
        ended.push(run);
        observer?.runEnded?.(run);
      },
    },
  }).catch((error: unknown) => {
    remove();
    throw error;
  });
  const { platform, proxy } = product;

  const rows = (table: string): PresentedRow[] => [...platform.dataverse.rows(table)];
  const message = (key: string) => rows('rcc_message').find((row) => row.rcc_internetmessageid === key);
  const ticketOf = (conversation: string, row?: PresentedRow) => {
    const tickets = rows('rcc_ticket');
    return (
      tickets.find(({ rcc_ticketid }) => rcc_ticketid === row?._rcc_ticket_value) ??
      tickets.find(({ rcc_conversationid }) => rcc_conversationid === conversation)
    );
  };
  const timeIn = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000);
  const takeRuns = async () => {
    await platform.idle();
    return ended;
  };

  const people = wrapPeople?.(platform.dataverse) ?? platform.dataverse;
  const write = async (operationId: string, args: Record<string, unknown>): Promise<PresentedRow> => {
    ended = [];
    const { statusCode, body } = await callOutsideRuns(people, operationId, args, 'person');
    if (statusCode >= 300) throw new Error(`${operationId} was refused: ${JSON.stringify(body)}`);
    return body as PresentedRow;
  };

  return {
    product,
    rows,
    clock,
    idle: takeRuns,
    pass: (minutes) => clock.runUntil(timeIn(minutes)),
    instantIn: (minutes) => timeIn(minutes).toISOString(),
    create: (entityName, item) => write('CreateRecord', { entityName, item }),
    update: (entityName, recordId, item) => write('UpdateOnlyRecord', { entityName, recordId, item }),
    events: () => proxy.store.eventsAfter(0, undefined, 1_000_000),
    async mail(mail) {
      ended = [];
      const { internetMessageId: messageId, conversationId } = platform.deliverMail({
        from: CUSTOMER,
        subject: '',
        internetMessageId: `<${randomUUID()}@example.com>`,
        ...mail,
      });
      const runs = await takeRuns();
      const deliveries = new Set(
        [...platform.outlook.inbox()].filter((one) => one.internetMessageId === messageId).map(({ id }) => id),
      );
      const inbound = message(messageId);
      return {
        messageId,
        runs,
        inbound,
        outbound: message(`reply:${messageId}`),
        ticket: ticketOf(conversationId, inbound),
        sent: [...platform.outlook.sent()].filter(({ answers }) => answers !== undefined && deliveries.has(answers)),
        events: await proxy.store.eventsAbout({ messageId }),
      };
    },
    async chat({ text, conversation = randomUUID(), message: id = randomUUID(), ...turn }) {
      ended = [];
      const answer = await platform.request(CHAT_FLOW, {
        text: conversation,
        text_1: id,
        text_2: text,
        ...(turn.email !== undefined && { text_3: turn.email }),
        ...(turn.orderId !== undefined && { text_4: turn.orderId }),
        ...(turn.postcode !== undefined && { text_5: turn.postcode }),
        ...(turn.locale !== undefined && { text_6: turn.locale }),
      });
      const runs = await takeRuns();
      const key = `chat:${conversation}:${id}`;
      return {
        conversation,
        message: id,
        answer,
        runs,
        inbound: message(key),
        outbound: message(`reply:${key}`),
        ticket: ticketOf(conversation),
        events: await proxy.store.eventsAbout({ conversationId: conversation, messageId: id }),
      };
    },
    async close() {
      await product.close();
      remove();
    },
  };
}
