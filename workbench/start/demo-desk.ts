import { demoRows } from '../../solution/demo-data/demo-rows';
import { demoPeople, deskSource } from '../../solution/demo-data/source';
import type { Dataverse } from '../dataverse/dataverse';
import { demoItems } from './demo-items';

/** The people of the desk a laptop begins with. */
export const DEMO_USERS = {
  supervisor: '00000000-0000-4000-8000-000000000101',
  anna: '00000000-0000-4000-8000-000000000102',
  ben: '00000000-0000-4000-8000-000000000103',
  carla: '00000000-0000-4000-8000-000000000104',
} as const;

/** Those people by the addresses the demo data names them by. */
const USERS: ReadonlyMap<string, string> = new Map([
  ['sofia@shop.example', DEMO_USERS.supervisor],
  ['anna@shop.example', DEMO_USERS.anna],
  ['ben@shop.example', DEMO_USERS.ben],
  ['carla@shop.example', DEMO_USERS.carla],
]);

/** When the desk is open, in the words of the business-hours table. */
export interface DemoHours {
  /** IANA name. */
  timeZone: string;
  /** Every day of the week. */
  from: string;
  to: string;
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Open at the same hours on every day, holidays too, so that there is something to see whenever somebody looks. */
const columnsOf = ({ timeZone, from, to }: DemoHours) => ({
  rcc_timezone: timeZone,
  rcc_weeklyintervals: JSON.stringify(Object.fromEntries(DAYS.map((day) => [day, [{ from, to }]]))),
  rcc_holidays: '[]',
});

/**
 * Puts the desk of the demo data into empty tables: six teams, a supervisor, three agents, the times for each priority
 * and when it is open. Once: what somebody changed or removed afterwards stays so. Starts no flow.
 */
export function seedDemoDesk(dataverse: Dataverse, hours: DemoHours, now: Date): void {
  const isThere = [...dataverse.rows('rcc_businesshours')].length > 0;
  if (isThere) return;
  const people = demoPeople();
  dataverse.seed(
    'systemuser',
    people.map(({ email, firstname, lastname }) => ({
      systemuserid: USERS.get(email),
      firstname,
      lastname,
      internalemailaddress: email,
    })),
  );
  const source = deskSource(now.toISOString().slice(0, 10));
  for (const demo of demoRows(source, dataverse.tables, people, USERS).tables) {
    const name = demo.table.logicalName;
    const items = demoItems(demo, dataverse.tables);
    dataverse.seed(
      name,
      name === 'rcc_businesshours' ? items.map((item) => ({ ...item, ...columnsOf(hours) })) : items,
    );
  }
}
