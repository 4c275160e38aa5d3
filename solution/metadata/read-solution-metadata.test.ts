import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSolutionMetadata } from './read-solution-metadata';

const CORE = join(__dirname, '../core/src');
const metadata = readSolutionMetadata(CORE);
const table = (name: string) => metadata.tables.find(({ logicalName }) => logicalName === name)!;

describe('what flows can refer to in the core solution', () => {
  it('are its tables with their sets, columns and keys', () => {
    expect(table('rcc_ticket')).toMatchObject({
      entitySetName: 'rcc_tickets',
      keys: [['rcc_ticketid'], ['rcc_ticketnumber']],
    });
    expect([...table('rcc_message').columns]).toEqual(
      expect.arrayContaining(['rcc_messageid', 'rcc_ticket', 'statuscode', 'ownerid']),
    );
  });

  it('are lookups by navigation property, in their own case, with what they point at', () => {
    expect(table('rcc_message').lookups.get('rcc_Ticket')).toEqual(['rcc_ticket']);
    expect(table('rcc_ticket').lookups.get('rcc_AssignedAgent')).toEqual(['systemuser']);
    expect(table('rcc_ticket').lookups.get('ownerid')).toEqual(['systemuser', 'team']);
    expect(table('rcc_ticket').lookups.has('rcc_assignedagent')).toBe(false);
  });

  it('are the standard tables besides', () => {
    expect(table('systemuser').entitySetName).toBe('systemusers');
    const known = new Set([...metadata.tables.map(({ logicalName }) => logicalName)]);
    for (const { lookups } of metadata.tables) {
      for (const targets of lookups.values()) for (const target of targets) expect(known).toContain(target);
    }
  });

  it('are its environment variables and connection references', () => {
    expect([...metadata.environmentVariables]).toEqual(
      expect.arrayContaining(['rcc_AdministratorMailbox', 'rcc_SupportMailbox', 'rcc_EscalationHours']),
    );
    expect([...metadata.connectionReferences].sort()).toEqual([
      'rcc_approvals',
      'rcc_dataverse',
      'rcc_outlook',
      'rcc_retailcallcenter',
      'rcc_sharepoint',
    ]);
  });

  it('have names and descriptions in both languages', () => {
    const folder = join(CORE, 'environmentvariabledefinitions');
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name, 'environmentvariabledefinition.xml'), 'utf8');
      expect(text).toContain(`schemaname="${name}"`);
      for (const language of [1033, 3082]) {
        const labels = [
          ...text.matchAll(new RegExp(`<label description="([^"]+)" languagecode="${language}" />`, 'g')),
        ];
        expect([name, language, labels.length]).toEqual([name, language, 2]);
      }
    }
  });

  it('carry no value of an environment', () => {
    const folder = join(CORE, 'environmentvariabledefinitions');
    for (const name of readdirSync(folder))
      expect(readdirSync(join(folder, name))).toEqual(['environmentvariabledefinition.xml']);
  });

  it('need a folder that holds a solution', () => {
    expect(() => readSolutionMetadata(join(CORE, 'nowhere'))).toThrow(/nowhere holds no unpacked solution/);
  });
});
