import { projectFile } from '../../proxy/src/project-file';
import { readTables } from '../tables/read-tables';
import { standardTables } from '../tables/standard-tables';
import { type DemoRows, demoRows, type Users } from './demo-rows';
import { demoPeople, demoSource, deskSource } from './source';

/**
 * The demo data of the product, held against its tables.
 * @param today the date it is made for, such as `2026-03-20`
 * @param users which of the people the demo data names are users of the environment
 * @param deskOnly only teams, agents, policies and business hours
 */
export function readDemoData(today: string, users: Users, { deskOnly = false } = {}): DemoRows {
  const own = readTables(projectFile('solution/core/src'));
  const tables = new Map([...own, ...standardTables(own)].map((table) => [table.logicalName, table]));
  return demoRows(deskOnly ? deskSource(today) : demoSource(today), tables, demoPeople(), users);
}
