import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFlow } from '../flow-engine/load-flow';
import type { FlowOutline } from '../page/client/page-data';
import { type ExportedDefinition, flowOutline } from '../page/flow-outline';
import { flowFiles } from '../platform/load-flows';

/**
 * The outline of every exported flow in a folder.
 * @throws {FlowFormatError} when one of them cannot be read
 */
export function readFlowOutlines(folder: string): FlowOutline[] {
  return flowFiles(folder).map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const { properties } = JSON.parse(text) as { properties: { definition: ExportedDefinition } };
    return flowOutline(loadFlow({ name: file, text }), properties.definition);
  });
}
