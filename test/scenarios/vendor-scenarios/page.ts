import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../../proxy/src/project-file';
import { markdownTable } from '../../../solution/pages/markdown-table';
import type { ScenarioRow } from './scenario-row';

const PARTS = ['## Scenarios', '## Statements of replies'] as const;
type Part = (typeof PARTS)[number];

const INTRODUCTION = `# Vendor scenarios

What Shopify, UPS, FedEx, Stripe and a language model may do, and what the service makes of it. The service is asked with its own clients, in front of the
[stand-ins](../workbench/vendors/README.md); every test run compares. The clock stands at 2026-03-10 12:00 UTC. Written by
\`RCC_WRITE_SCENARIOS=1 npx jest -i test/scenarios/vendor-scenarios test/scenarios/true-statements\`.

`;

/**
 * A part of the page of scenarios as it stands in the documentation. With RCC_WRITE_SCENARIOS set, the part is written
 * anew first.
 * @param text what it should be
 */
export function pagePart(part: Part, text: string): string {
  const path = join(projectFile('docs'), 'vendor-scenarios.md');
  const parts = read(existsSync(path) ? readFileSync(path, 'utf8') : '');
  if (process.env.RCC_WRITE_SCENARIOS === '1') {
    parts.set(part, text);
    const body = PARTS.map((name) => `${name}\n\n${parts.get(name) ?? ''}`).join('\n\n');
    writeFileSync(path, `${INTRODUCTION}${body}\n`);
  }
  return parts.get(part) ?? '';
}

function read(page: string): Map<Part, string> {
  const [first, second] = PARTS.map((part) => page.indexOf(part)) as [number, number];
  if (first < 0 || second < 0) return new Map();
  return new Map([
    [PARTS[0], page.slice(first + PARTS[0].length, second).trim()],
    [PARTS[1], page.slice(second + PARTS[1].length).trim()],
  ]);
}

/** All cases with the answers of the service, and how many of them are as expected. */
export function scenarioTable(
  rows: readonly ScenarioRow[],
  answers: ReadonlyMap<ScenarioRow['cases'][number], string>,
): string {
  const cases = rows.flatMap((row) => row.cases);
  const right = cases.filter((one) => answers.get(one) === one.result).length;
  const lines = rows.flatMap(({ number, title, cases: own }) =>
    own.map((one, index) => {
      const answer = answers.get(one) ?? '';
      const head = index === 0 ? [String(number), title] : ['', ''];
      return [...head, one.sandbox, one.expected, answer, answer === one.result ? 'as expected' : 'DIFFERS'];
    }),
  );
  const head = ['#', 'Scenario', 'What the stand-ins do', 'Expected', 'Answer of the service', 'Result'];
  return `${rows.length} scenarios, ${cases.length} cases, ${right} answered as expected.\n\n${markdownTable(head, lines)}`;
}
