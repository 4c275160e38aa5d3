import { projectFile } from '../../proxy/src/project-file';
import { readTables } from '../tables/read-tables';
import { appPage } from './app-page';
import { rolesPage } from './roles-page';
import { ticketPage } from './ticket-page';

/** The committed pages that are written from the source of the core solution, by their path from the project's root. */
export function generatedPages(): Record<string, string> {
  const sources = { source: projectFile('solution/core/src'), flows: projectFile('flows') };
  const tables = readTables(sources.source);
  const ticket = tables.find(({ logicalName }) => logicalName === 'rcc_ticket')!;
  return {
    'docs/app.md': appPage(sources.source, tables),
    'docs/roles.md': rolesPage(sources.source, tables),
    'docs/ticket-form.md': ticketPage(sources, ticket),
  };
}
