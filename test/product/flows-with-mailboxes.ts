import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { addMailbox } from '../../workbench/flows-cli/mailboxes/mailbox-folder';
import { flowFiles } from '../../workbench/platform/load-flows';

/**
 * The product's flows in a folder of their own, with these further mailboxes added.
 * @param names such as "Returns mailbox", whose address becomes `returns-mailbox@shop.example`
 */
export function flowsWithMailboxes(...names: string[]): { flowFolder: string; remove: () => void } {
  const flowFolder = mkdtempSync(join(tmpdir(), 'further-mailboxes-'));
  for (const file of [...flowFiles(projectFile('flows')), 'operations.json']) {
    cpSync(join(projectFile('flows'), file), join(flowFolder, file));
  }
  const places = { flowFolder, solutionFolder: join(flowFolder, 'solution') };
  for (const part of ['Other', 'Workflows']) {
    cpSync(join(projectFile('solution/core/src'), part), join(places.solutionFolder, part), { recursive: true });
  }
  for (const name of names) addMailbox(places, name, `${name} (es)`);
  return { flowFolder, remove: () => rmSync(flowFolder, { recursive: true, force: true }) };
}
