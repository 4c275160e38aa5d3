import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFlowFileName } from '../../flows/file/flow-file-name';
import type { Flow } from '../flow-engine/flow';
import { loadFlow } from '../flow-engine/load-flow';

/** The files of exported flows in a folder, by name. */
export function flowFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => readFlowFileName(file))
    .sort();
}

/**
 * Loads every exported flow of a folder, by name.
 * @throws {FlowFormatError} for a flow that cannot run here; Error when the folder has none or two have one id or name
 */
export function loadFlows(folder: string): Flow[] {
  const files = flowFiles(folder);
  if (files.length === 0) throw new Error(`No flows found in ${folder}; their files are named <Name>-<GUID>.json.`);
  const flows = files.map((file) => loadFlow(join(folder, file)));
  for (const [index, flow] of flows.entries()) {
    const twin = flows.slice(0, index).find(({ id, name }) => id === flow.id || name === flow.name);
    if (twin !== undefined)
      throw new Error(`The flows '${twin.name}' (${twin.id}) and '${flow.name}' (${flow.id}) collide.`);
  }
  return flows;
}

/** The names of a folder's flows that a schedule starts. */
export const scheduledFlows = (folder: string): string[] =>
  loadFlows(folder)
    .filter(({ trigger }) => trigger.type === 'Recurrence')
    .map(({ name }) => name);
