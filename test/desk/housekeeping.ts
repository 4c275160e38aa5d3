import { randomUUID } from 'node:crypto';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import type { RunRecord } from '../../workbench/flow-engine/types';
import { openProduct, type TestProduct } from '../product/open-product';
import { resultOf } from './desk-ticket';
import { CHANNEL, DIRECTION, MESSAGE_STATUS, runsOf } from './desk-words';
import { createInterruptions } from './interruptions';

export const HOUSEKEEPING = 'Ticket Housekeeping';
/**
 * The flow starts when a test says so, and most others not at all: their doings are shown by their own tests. Without Email
 * Ingestion a mail stays unknown, as while the tables are away.
 */
export const OFF = [
  HOUSEKEEPING,
  'Approve Refund or Cancellation',
  'Daily Ticket Summary',
  'Email Ingestion',
  'Escalation for Delayed Tickets',
  'Publish Metrics',
  'Send Agent Reply',
  'Ticket Auto-Assignment',
  'Ticket Resolution',
  'Ticket Status Recording',
];

/** A desk for the tests of a file, on which nothing but housekeeping happens. */
export function useHouse() {
  const between = createInterruptions();
  let product: TestProduct | undefined;
  const opened = (): TestProduct => {
    if (product === undefined) throw new Error('The desk is open while tests run.');
    return product;
  };
  beforeAll(async () => {
    product = await openProduct({
      desk: true,
      off: OFF,
      start: new Date('2026-03-10T08:00:00Z'),
      wrapConnector: between.wrapConnector,
    });
  });
  afterAll(() => opened().close());
  afterEach(() => between.clear());

  const minutesAgo = (minutes: number): string => opened().instantIn(-minutes);
  return {
    get product() {
      return opened();
    },
    between,
    minutesAgo,
    hoursAgo: (hours: number): string => minutesAgo(hours * 60),
    /** Runs the flow once. */
    async keepHouse() {
      opened().product.platform.raise(HOUSEKEEPING, {});
      const runs = await opened().idle();
      return { run: runsOf(HOUSEKEEPING, runs).at(-1)!, result: resultOf(runs, HOUSEKEEPING) };
    },
    eventsAbout: ({ rcc_ticketid }: PresentedRow) =>
      opened().product.proxy.store.eventsAbout({ ticketId: String(rcc_ticketid) }),
    /** A row of a customer's mail that is still in work. */
    inWork: (from: string, columns: Readonly<Record<string, unknown>> = {}) =>
      opened().create('rcc_messages', {
        rcc_subject: 'Payment',
        rcc_internetmessageid: `<${randomUUID()}@example.com>`,
        rcc_direction: DIRECTION.inbound,
        rcc_channel: CHANNEL.email,
        rcc_author: 727000000,
        rcc_status: MESSAGE_STATUS.queued,
        rcc_conversationid: randomUUID(),
        rcc_body: '<p>I was charged twice!</p>',
        rcc_fromaddress: from,
        rcc_senton: minutesAgo(0),
        rcc_attempts: 1,
        ...columns,
      }),
    ticketsOf: (customer: string) =>
      opened()
        .rows('rcc_ticket')
        .filter((row) => row.rcc_customeremail === customer),
    messageNow: ({ rcc_messageid }: PresentedRow) =>
      opened()
        .rows('rcc_message')
        .find((row) => row.rcc_messageid === rcc_messageid)!,
  };
}

/** How many stuck messages a run looked at. */
export const stuckIn = ({ actions }: RunRecord): number =>
  actions.filter(({ name, status }) => name === 'What_to_do' && status !== 'Skipped').length;
