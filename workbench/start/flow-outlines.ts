import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFlow } from '../flow-engine/load-flow';
import type { FlowOutline } from '../page/client/page-data';
import { type ExportedDefinition, flowOutline } from '../page/flow-outline';

const EXPORTED_FLOW = /-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json$/i;

/**
 * The outline of every exported flow in a folder.
 * @throws {FlowFormatError} when one of them cannot be read
 */
export function readFlowOutlines(folder: string): FlowOutline[] {
  return readdirSync(folder)
    .filter((file) => EXPORTED_FLOW.test(file))
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const { properties } = JSON.parse(text) as { properties: { definition: ExportedDefinition } };
      return flowOutline(loadFlow({ name: file, text }), properties.definition);
    });
}
