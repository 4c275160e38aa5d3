import { type FlowDocument, UnreadableFlow } from '../file/flow-document';
import { readFlowDocument } from '../file/read-flow-document';
import { type Finding } from './finding';
import { allRules } from './all-rules';
import { checkStructure } from './structure';
import { type Surroundings } from './surroundings';

/** A flow's file with what the validator says of it. */
export interface FlowReport {
  file: string;
  findings: Finding[];
}

/**
 * Validates the text of an exported flow. Whatever the text is, the result is a list of findings.
 * @param source the file's name and text
 * @returns errors and warnings in the order of the file's rules
 */
export function validateFlow(source: { file: string; text: string }, around: Surroundings): FlowReport {
  const { file, text } = source;
  try {
    return { file, findings: validateDocument(readFlowDocument(file, text), around) };
  } catch (error) {
    if (!(error instanceof UnreadableFlow)) throw error;
    const fix = 'Export the flow again, or take the file from the solution’s Workflows folder.';
    return { file, findings: [{ code: 'F000', severity: 'error', pointer: '', message: error.message, fix }] };
  }
}

/** As `validateFlow`, for a document already read. */
export function validateDocument(flow: FlowDocument, around: Surroundings): Finding[] {
  const findings = checkStructure(flow);
  for (const { code, severity, check } of allRules) {
    for (const { severity: own, ...detail } of check(flow, around)) {
      findings.push({ code, severity: own ?? severity, ...detail });
    }
  }
  return findings;
}
