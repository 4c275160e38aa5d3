import { type FlowDocument } from '../file/flow-document';
import { type DuplicateMember } from '../file/scan-json';
import { type Finding } from './finding';

/** Members written twice in the file: readers see only the last of them, so no rule can miss the others. */
export function duplicateFindings(flow: FlowDocument, duplicates: readonly DuplicateMember[]): Finding[] {
  if (duplicates.length === 0) return [];
  const blocks = new Set([
    flow.root.pointer,
    ...flow.actions.flatMap(({ blocks }) => blocks.map((each) => each.pointer)),
  ]);
  return duplicates.map(({ pointer, parent, name }) => {
    const isAction = blocks.has(parent);
    const what = isAction ? `The action '${name}'` : `The member '${name}'`;
    return {
      code: isAction ? 'F003' : 'F000',
      severity: 'error',
      pointer,
      message: `${what} stands twice in the same place; only the last one counts.`,
      fix: isAction ? 'Give one of them another name, or remove it.' : 'Remove one of them.',
    };
  });
}
