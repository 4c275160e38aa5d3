import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What is used of axe. */
interface Axe {
  run(place: string, options: { resultTypes: string[] }): Promise<{ violations: Violation[] }>;
}
interface Violation {
  id: string;
  impact?: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

/**
 * What axe finds serious or critical in a part of the page: the rule and where.
 * @param place a selector
 */
export async function seriousFindings(page: Page, place: string): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (part) => (globalThis as unknown as { axe: Axe }).axe.run(part, { resultTypes: ['violations'] }),
    place,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`));
}
