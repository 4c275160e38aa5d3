import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { chromiumPath, openBrowser } from '../browser/chromium';
import { type ControlsHost, startControlsHost } from '../browser/controls-host';
import type { Bench, BenchResult, Figure } from './measurement';

const ROOT = join(__dirname, '../../..');
const ROUNDS = 3;
const UPDATES = 1000;
/** Fluent 9's grid shows every row: more than these would only measure how long one has patience. */
const DATA_GRID_ROWS = 1000;

/** What `measureList` of the controls' page measures. */
type Measures = Record<'firstPaint' | 'update' | 'nodes' | 'frameP95' | 'blankFrames', number>;
const SAID: Readonly<Record<keyof Measures, readonly [name: string, unit: string]>> = {
  firstPaint: ['first paint', 'ms'],
  update: ['update with nothing changed', 'ms'],
  nodes: ['elements', ''],
  frameP95: ['frame while scrolling, p95', 'ms'],
  blankFrames: ['frames without a row', ''],
};
const PARTS = Object.keys(SAID) as (keyof Measures)[];

/** What the ticket queue may take at most, by the number of its tickets. */
const BUDGETS: Readonly<Record<number, Measures>> = {
  10_000: { firstPaint: 150, update: 5, nodes: 1000, frameP95: 34, blankFrames: 0 },
  100_000: { firstPaint: 300, update: 5, nodes: 1000, frameP95: 34, blankFrames: 0 },
};

/** Resolves in the page when the list is there. */
const SHOWN = `new Promise((resolve) => {
  const look = () => (window.stage && window.measureList ? resolve() : setTimeout(look, 20));
  look();
})`;

/** The ticket queue with all its rows loaded, and Fluent's own lists on the same tickets, in Chromium. */
export const controls: Bench = {
  name: 'controls',
  meaning: 'the ticket queue at 10,000 and 100,000 rows in Chromium, beside Fluent’s own lists',
  async run() {
    if (!chromiumPath)
      return { bench: 'controls', about: 'not measured: set CHROMIUM_PATH to a Chromium', figures: [] };
    if (process.env.RCC_CONTROLS === undefined)
      execFileSync(process.execPath, [join(ROOT, 'pcf-controls/build.js'), '--if-changed'], { stdio: 'inherit' });
    const host = await startControlsHost(ROOT);
    const browser = await openBrowser();
    try {
      return await measureAll(browser, host);
    } finally {
      await browser.close();
      await host.close();
    }
  },
};

async function measureAll(browser: Browser, { url }: ControlsHost): Promise<BenchResult> {
  const triage = (rows: number) => `${url}?control=TicketTriage&bare&loaded&state=${rows}`;
  const other = (list: string, rows: number) => `${url}compare.html?list=${list}&rows=${rows}`;
  const figures: Figure[] = [];
  let missed = 0;
  for (const [rows, budget] of Object.entries(BUDGETS).map(([key, value]) => [Number(key), value] as const)) {
    // The two take turns, so that a machine that slows down slows both down.
    const [own, list] = await medians(browser, [triage(rows), other('DetailsList', rows)]);
    const of = `${rows.toLocaleString('en-US')} tickets`;
    for (const part of PARTS) {
      const [name, unit] = SAID[part];
      if (own[part] > budget[part]) missed += 1;
      figures.push({ name: `${of}: ${name} (at most ${budget[part]})`, value: own[part], unit });
      figures.push({ name: `${of}: ${name}, baseline DetailsList`, value: list[part], unit });
    }
    figures.push(...timesFaster(of, own, list, 'DetailsList'));
    figures.push(...(await growthOf(browser, triage(rows), of)));
  }
  const [grid] = await medians(browser, [other('DataGrid', DATA_GRID_ROWS)]);
  const of = `baseline DataGrid, ${DATA_GRID_ROWS.toLocaleString('en-US')} tickets only`;
  for (const part of PARTS) figures.push({ name: `${of}: ${SAID[part][0]}`, value: grid[part], unit: SAID[part][1] });
  figures.push({ name: 'budgets missed', value: missed, unit: '' });
  return { bench: 'controls', about: `the full row of the ticket queue, the median of ${ROUNDS} fresh pages`, figures };
}

const timesFaster = (of: string, own: Measures, baseline: Measures, name: string): Figure[] =>
  (['firstPaint', 'update', 'frameP95'] as const).map((part) => ({
    name: `${of}: ${SAID[part][0]}, times the cost of ${name}`,
    value: own[part] / baseline[part],
    unit: '×',
  }));

/** The median of each measure over several rounds, for each address. */
async function medians<Addresses extends readonly string[]>(
  browser: Browser,
  addresses: readonly [...Addresses],
): Promise<{ [Index in keyof Addresses]: Measures }> {
  const rounds: Measures[][] = addresses.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, address] of addresses.entries())
      rounds[index]!.push(await onPage(browser, address, (page) => page.evaluate('measureList(stage)')));
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  const all = rounds.map((measured) =>
    Object.fromEntries(PARTS.map((part) => [part, median(measured.map((one) => one[part]))])),
  );
  return all as { [Index in keyof Addresses]: Measures };
}

/** How much many updates with nothing changed leave behind. */
async function growthOf(browser: Browser, address: string, of: string): Promise<Figure[]> {
  return onPage(browser, address, async (page) => {
    const session = await page.context().newCDPSession(page);
    const updates = `for (let round = 0; round < ${UPDATES}; round += 1) stage.update()`;
    // What the first ones leave behind is compiled code.
    await page.evaluate(updates);
    const before = await footprint(page, session);
    await page.evaluate(updates);
    const after = await footprint(page, session);
    const name = `${of}: growth over ${UPDATES.toLocaleString('en-US')} updates`;
    return [
      { name: `${name}, elements`, value: after.nodes - before.nodes, unit: '' },
      { name: `${name}, memory`, value: (after.bytes - before.bytes) / 1024, unit: 'KiB' },
    ];
  });
}

async function footprint(page: Page, session: CDPSession): Promise<{ nodes: number; bytes: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize: bytes } = await session.send('Runtime.getHeapUsage');
  return { nodes: await page.evaluate('document.querySelectorAll("*").length'), bytes };
}

async function onPage<Answer>(
  browser: Browser,
  address: string,
  act: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const page = await browser.newPage({ viewport: { width: 1232, height: 760 } });
  try {
    await page.goto(address);
    await page.evaluate(SHOWN);
    return await act(page);
  } finally {
    await page.close();
  }
}
