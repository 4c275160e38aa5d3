import { readDemoData } from '../../solution/demo-data/demo-data';
import type { Dataverse } from '../../workbench/dataverse/dataverse';
import { demoItems } from '../../workbench/start/demo-items';

/** What people work with; who works there and when is there from the beginning. */
const WORK = ['contact', 'rcc_ticket', 'rcc_message', 'rcc_feedback', 'rcc_dailymetric'];

/** Puts the demo data's tickets, messages and metrics into the tables of a desk, as if they had long been there. */
export function seedDemoRows(dataverse: Dataverse, today: Date): void {
  const people = [...dataverse.rows('systemuser')].filter((user) => typeof user.internalemailaddress === 'string');
  const users = new Map(people.map((user) => [String(user.internalemailaddress), String(user.systemuserid)]));
  for (const demo of readDemoData(today.toISOString().slice(0, 10), users).tables) {
    const name = demo.table.logicalName;
    if (WORK.includes(name)) dataverse.seed(name, demoItems(demo, dataverse.tables));
  }
}
