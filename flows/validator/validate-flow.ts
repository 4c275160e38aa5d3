import { type FlowDocument, UnreadableFlow } from '../file/flow-document';
import { readFlowDocument } from '../file/read-flow-document';
import { findDuplicateMembers, JsonProblem } from '../file/scan-json';
import { allRules } from './all-rules';
import { inDocumentOrder } from './document-order';
import { duplicateFindings } from './duplicates';
import { EXPORT_AGAIN, envelopeProblem, textProblem } from './envelope';
import { type Finding } from './finding';
import { checkStructure, STRUCTURE_RULE } from './structure';
import { type Detail } from './rule';
import { type Surroundings } from './surroundings';

/** A flow's file with what the validator says of it. */
export interface FlowReport {
  file: string;
  findings: Finding[];
}

/**
 * Validates the text of an exported flow. Whatever the text is, the result is a list of findings.
 * @param source the file's name and text
 * @returns errors and warnings by code, those of one code in the order of the file
 */
export function validateFlow(source: { file: string; text: string }, around: Surroundings): FlowReport {
  const { file, text } = source;
  const problem = textProblem(text);
  if (problem) return { file, findings: [unreadable(problem)] };
  try {
    const duplicates = findDuplicateMembers(text.replace(/^\uFEFF/, ''));
    const flow = readFlowDocument(file, text);
    return { file, findings: sorted(flow, [...duplicateFindings(flow, duplicates), ...findingsOf(flow, around)]) };
  } catch (error) {
    if (!(error instanceof UnreadableFlow || error instanceof JsonProblem)) throw error;
    return { file, findings: [unreadable({ pointer: '', message: error.message, fix: EXPORT_AGAIN })] };
  }
}

/** As `validateFlow`, for a document already read. */
export function validateDocument(flow: FlowDocument, around: Surroundings): Finding[] {
  return sorted(flow, findingsOf(flow, around));
}

function findingsOf(flow: FlowDocument, around: Surroundings): Finding[] {
  const problem = envelopeProblem(flow.content);
  if (problem) return [unreadable(problem)];
  const findings = checkStructure(flow);
  for (const { code, severity, check } of allRules) {
    for (const { severity: own, ...detail } of check(flow, around)) {
      findings.push({ code, severity: own ?? severity, ...detail });
    }
  }
  return findings;
}

function sorted({ content }: FlowDocument, findings: Finding[]): Finding[] {
  return inDocumentOrder(content, findings).sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

function unreadable(detail: Detail): Finding {
  return { code: STRUCTURE_RULE.code, severity: STRUCTURE_RULE.severity, ...detail };
}
