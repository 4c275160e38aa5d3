import type { StatusDrift } from '../../proxy/src/contract/statistics';
import { callOutsideRuns } from '../../workbench/flow-engine/call-outside-runs';
import type { Connector } from '../../workbench/flow-engine/types';
import { TICKET_STATUS } from '../desk/desk-words';
import type { TestProduct } from '../product/open-product';

/** The statuses in the words of the service. */
const WORDS = new Map<unknown, string>(
  Object.entries(TICKET_STATUS).map(([name, value]) => [value, name.replace('inProgress', 'in_progress')]),
);

/** Looks at the end of each day whether events and tables tell the same of the tickets. */
export interface DriftWatch {
  /** @param service its connector, on which nothing fails */
  listen(service: Connector): void;
  /** @param failedRuns how many runs have failed until now */
  look(product: TestProduct, failedRuns: number): Promise<void>;
  /** Where they differ without a run that failed on that day or on the day before: what such a run left out is told a day later. */
  broken(): string[];
}

const openRows = ({ rows }: TestProduct) =>
  rows('rcc_ticket')
    .filter(({ statuscode }) => statuscode !== TICKET_STATUS.closed)
    .map(({ rcc_ticketid, statuscode, rcc_statusversion, createdon }) => ({
      ticket_id: rcc_ticketid,
      status: WORDS.get(statuscode),
      status_version: rcc_statusversion,
      created_at: createdon,
    }));

export function watchDrift(): DriftWatch {
  const problems: string[] = [];
  /** How many runs had failed at the end of each day. */
  const failed: number[] = [];
  let service: Connector | undefined;
  return {
    listen(connector) {
      service = connector;
    },
    async look(product, failedRuns) {
      if (service === undefined) throw new Error('Nobody has said where the service is.');
      const day = product.clock.now().toISOString();
      const body = { tickets: openRows(product) };
      const answer = await callOutsideRuns(service, 'GetTicketStatistics', { body }, 'simulation');
      if (answer.statusCode !== 200) throw new Error(`GetTicketStatistics: ${JSON.stringify(answer.body)}`);
      const { drift } = answer.body as { drift: StatusDrift[] };
      const isClean = failedRuns === (failed.at(-2) ?? 0);
      failed.push(failedRuns);
      if (isClean) {
        for (const { status, events, table } of drift)
          problems.push(`at ${day} events tell of ${events} tickets ${status}, the table of ${table}`);
      }
    },
    broken: () => problems,
  };
}
