import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFlowDocument } from '../../../flows/file/read-flow-document';
import { loadFlow } from '../load-flow';
import { runFlow } from '../run-flow';
import { compose, failing, foreach, flowText, scope, testHost } from '../testing/flow-builder';
import { type RunRecord } from '../types';
import { readCoverage, recordCoverage } from './coverage-files';
import { type Covered, coveredBy } from './covered-by-run';
import { partsOf } from './flow-parts';
import { formatCoverage } from './format-coverage';

const FILE = 'WeighParcel-11111111-2222-4333-8444-555555555555.json';
type Actions = Parameters<typeof flowText>[0]['actions'];

async function runOf(actions: Actions, body: unknown = {}): Promise<{ run: RunRecord; text: string }> {
  const text = flowText({ actions });
  const run = await runFlow(loadFlow({ name: FILE, text }), { outputs: { body } }, testHost());
  return { run, text };
}

async function reached(actions: Actions, body?: unknown): Promise<Covered> {
  const { run, text } = await runOf(actions, body);
  return coveredBy(readFlowDocument(FILE, text), run);
}

const isHeavy = (actions: Actions, otherwise?: Actions) => ({
  type: 'If',
  expression: "@equals(triggerBody()?['kind'], 'heavy')",
  actions,
  ...(otherwise ? { else: { actions: otherwise } } : {}),
});
const byKind = {
  type: 'Switch',
  expression: "@triggerBody()?['kind']",
  cases: {
    Heavy: { case: 'heavy', actions: { Hoist: compose(1) } },
    Light: { case: 'light', actions: {} },
    Odd: { case: 7, actions: {} },
  },
};

describe('what a run reached', () => {
  test('every action but the skipped ones, and those that failed', async () => {
    const actions = { A: compose(1), S: scope({ B: failing(), C: { ...compose(1), runAfter: { B: ['Succeeded'] } } }) };
    expect(await reached(actions)).toEqual({ actions: ['A', 'B', 'S'], failed: ['B', 'S'], branches: [] });
  });

  test.each([
    ['heavy', ['If: true']],
    ['light', ['If: false']],
  ])('the branch of a condition, also when it is empty: %s', async (kind, branches) => {
    expect((await reached({ If: isHeavy({ A: compose(1) }, { B: compose(2) }) }, { kind })).branches).toEqual(branches);
    expect((await reached({ If: isHeavy({ A: compose(1) }) }, { kind })).branches).toEqual(branches);
    expect((await reached({ If: isHeavy({}, { B: compose(1) }) }, { kind })).branches).toEqual(branches);
    expect((await reached({ If: isHeavy({}) }, { kind })).branches).toEqual(branches);
  });

  test('no branch of a condition that failed by itself', async () => {
    const actions = { If: { type: 'If', expression: "@greater('a', 1)", actions: { A: compose(1) } } };
    expect((await reached(actions)).branches).toEqual([]);
  });

  test.each([
    ['heavy', 'Switch: Heavy'],
    ['light', 'Switch: Light'],
    [7, 'Switch: Odd'],
    ['other', 'Switch: default'],
  ])('the case of a switch, also when it is empty: %s', async (kind, branch) => {
    expect((await reached({ Switch: byKind }, { kind })).branches).toEqual([branch]);
  });

  test('a loop without items, with items, and both when it is inside another one', async () => {
    const loop = { Loop: foreach("@triggerBody()?['list']", { A: compose(1) }) };
    expect((await reached(loop, { list: [] })).branches).toEqual(['Loop: no items']);
    expect((await reached(loop, { list: [1, 2] })).branches).toEqual(['Loop: items']);
    const nested = { Outer: foreach("@triggerBody()?['list']", { Inner: foreach('@item()', { A: compose(1) }) }) };
    expect((await reached(nested, { list: [[], [1]] })).branches.sort()).toEqual([
      'Inner: items',
      'Inner: no items',
      'Outer: items',
    ]);
  });

  test('a loop over items that are written out is never without any', async () => {
    const loops = (list: string) => ({ Loop: foreach(list, { A: compose(1) }) });
    const { text } = await runOf(loops('@createArray(1, 2)'), {});
    expect(partsOf(readFlowDocument(FILE, text)).branches).toEqual(['Loop: items']);
    const none = await runOf(loops('@createArray()'), {});
    expect(partsOf(readFlowDocument(FILE, none.text)).branches).toEqual(['Loop: no items', 'Loop: items']);
  });

  test.each([
    [1, 'one pass'],
    [3, 'several passes'],
  ])('the passes of a loop that repeats until something holds: %i', async (passes, way) => {
    const actions = {
      Until: {
        type: 'Until',
        expression: `@equals(iterationIndexes('Until'), ${passes - 1})`,
        limit: { count: 9, timeout: 'PT1H' },
        actions: { A: compose(1) },
      },
    };
    expect((await reached(actions)).branches).toEqual([`Until: ${way}`]);
  });

  test('a condition inside a loop takes a branch per item', async () => {
    const inside = { If: isHeavy({ A: compose(1) }, { B: compose(1) }) };
    inside.If.expression = '@equals(item(), 1)';
    const { branches } = await reached({ Loop: foreach("@triggerBody()?['list']", inside) }, { list: [1, 2] });
    expect(branches).toEqual(expect.arrayContaining(['If: true', 'If: false']));
  });
});

describe('the coverage of a test run', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coverage-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const actions = { If: isHeavy({ Lift: compose(1) }, { Carry: failing() }), Switch: byKind };

  test('adds up over runs and processes, whatever lines a kill has torn', async () => {
    const heavy = await runOf(actions, { kind: 'heavy' });
    const document = readFlowDocument(FILE, heavy.text);
    const observer = recordCoverage(folder, [document]);
    observer.runEnded?.(heavy.run);
    observer.runEnded?.(heavy.run);
    observer.runEnded?.({ ...heavy.run, flowId: 'somebody else’s' });
    const other = { flow: document.id, actions: ['Carry'], failed: ['Carry'], branches: ['If: false'] };
    writeFileSync(join(folder, '1.coverage.ndjson'), `torn by a kill\n${JSON.stringify(other)}\n`);
    appendFileSync(join(folder, '1.coverage.ndjson'), JSON.stringify({ ...other, actions: ['Lift', 'Torn'] }));
    expect([...readCoverage(folder)]).toEqual([
      [
        document.id,
        {
          actions: expect.arrayContaining(['If', 'Lift', 'Switch', 'Carry']) as unknown,
          failed: ['Carry'],
          branches: expect.arrayContaining(['If: true', 'If: false', 'Switch: Heavy']) as unknown,
        },
      ],
    ]);
  });

  test('is a table that names what was never reached', async () => {
    const { run, text } = await runOf(actions, { kind: 'heavy' });
    const documents = [
      readFlowDocument(FILE, text),
      readFlowDocument('Idle-22222222-2222-4333-8444-555555555555.json', flowText({ actions: { A: compose(1) } })),
    ];
    const table = formatCoverage(documents, new Map([[documents[0]!.id!, coveredBy(documents[0]!, run)]]));
    expect(table).toBe(
      [
        'Flows in this test run   actions   branches   failed once',
        'Weigh Parcel                 4/5        2/6             0',
        '  never run: Carry',
        '  not taken: If: false, Switch: Light, Switch: Odd, Switch: default',
        'Idle                         0/1        0/0             0',
        '  never run: A',
        '',
      ].join('\n'),
    );
  });

  test('knows every action and branch of a flow', () => {
    expect(partsOf(readFlowDocument(FILE, flowText({ actions })))).toEqual({
      actions: ['If', 'Switch', 'Lift', 'Carry', 'Hoist'],
      branches: ['If: true', 'If: false', 'Switch: Heavy', 'Switch: Light', 'Switch: Odd', 'Switch: default'],
    });
  });
});
