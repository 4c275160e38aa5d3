import { basename } from 'node:path';
import { type FlowDocument } from '../../../flows/file/flow-document';
import { readFlowFileName, spacedName } from '../../../flows/file/flow-file-name';
import { type Covered } from './covered-by-run';
import { partsOf } from './flow-parts';

const WIDTH = 110;
const NOTHING: Covered = { actions: [], failed: [], branches: [] };

/**
 * A table of how much of each flow the runs reached, with the names of what none of them did.
 * @param coverage by the flow's GUID; flows it does not name were not run
 */
export function formatCoverage(documents: readonly FlowDocument[], coverage: ReadonlyMap<string, Covered>): string {
  const rows = documents.map((document) => {
    const parts = partsOf(document);
    const covered = coverage.get(document.id ?? '') ?? NOTHING;
    const missing = (of: 'actions' | 'branches') => parts[of].filter((name) => !covered[of].includes(name));
    const share = (of: 'actions' | 'branches') => `${parts[of].length - missing(of).length}/${parts[of].length}`;
    return {
      cells: [nameOf(document), share('actions'), share('branches'), String(covered.failed.length)],
      notes: [...listed('never run: ', missing('actions')), ...listed('not taken: ', missing('branches'))],
    };
  });
  const head = ['Flows in this test run', 'actions', 'branches', 'failed once'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(({ cells }) => cells[column]!.length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('   ');
  return [line(head), ...rows.flatMap(({ cells, notes }) => [line(cells), ...notes])].map((one) => `${one}\n`).join('');
}

function nameOf({ file }: FlowDocument): string {
  const named = readFlowFileName(file);
  return named === undefined ? basename(file) : spacedName(named.name);
}

/** Names after a label, broken into lines; nothing when there are none. */
function listed(label: string, names: readonly string[]): string[] {
  const indent = '  ';
  const lines: string[] = [];
  let line = indent + label;
  names.forEach((name, index) => {
    const text = index === names.length - 1 ? name : `${name}, `;
    if (line.length + text.trimEnd().length > WIDTH && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = indent + ' '.repeat(label.length);
    }
    line += text;
  });
  return names.length === 0 ? [] : [...lines, line];
}
