import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, compose, flowText, foreach, scope, shopCall } from '../flow-engine/testing/flow-builder';
import { type RunRecord } from '../flow-engine/types';
import { runFlowsCommand } from './run-flows-command';

const GUID = 'aaaaaaaa-2222-4333-8444-555555555555';
const CHILD = 'bbbbbbbb-2222-4333-8444-555555555555';
const S = ['Succeeded'];

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rcc-flows-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function flows(...argv: string[]): Promise<{ code: number; out: string; notes: string }> {
  let out = '';
  let notes = '';
  const takesData = argv[0] === 'run' || argv[0] === 'trace';
  const code = await runFlowsCommand(takesData ? [...argv, '--data', folder] : argv, {
    out: (text) => void (out += text),
    note: (text) => void (notes += text),
  });
  return { code, out, notes };
}

const runsOf = (out: string): RunRecord[] => (JSON.parse(out) as { runs: RunRecord[] }).runs;

/** A flow of another solution: reads an order, loops over its lines, calls a child. */
function foreignFlow(): string {
  const child = { type: 'Workflow', inputs: { host: { workflowReferenceName: CHILD }, body: { text: 'x' } } };
  file(
    `Child-${CHILD}.json`,
    flowText({
      actions: { Answer: { type: 'Response', kind: 'Http', inputs: { statusCode: 200, body: { text: 'done' } } } },
    }),
  );
  return file(
    `OrderLines-${GUID}.json`,
    flowText({
      actions: {
        Read: shopCall('GetOrder', { id: "@{triggerBody()?['number']}" }),
        Each_line: after(foreach("@body('Read')?['lines']", { Line: compose("@items('Each_line')?['sku']") }), {
          Read: S,
        }),
        Around: after(scope({ Call: child }), { Each_line: S }),
      },
    }),
  );
}

describe('npm run flows', () => {
  it('explains itself', async () => {
    expect(await flows('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Usage: npm run flows') as string,
    });
    expect(await flows('lint')).toMatchObject({
      code: 2,
      notes: "There is no command 'lint'.\nTry npm run flows -- --help.\n",
    });
  });

  it('lists the flows of the product', async () => {
    const { out } = await flows('list');
    expect(out).toContain('Email Ingestion  7c9e1a10-0006-4a00-9a00-000000000001');
    expect(out).toContain('OnNewEmailV3');
    expect(out).toContain('text: Flow, text_1: Run ID, text_2: Run link (optional)');
  });

  describe('validate', () => {
    it('finds nothing in the flows of the product', async () => {
      const { code, out } = await flows('validate', '--json');
      const { files } = JSON.parse(out) as { files: { findings: unknown[] }[] };
      expect(files.length).toBeGreaterThanOrEqual(3);
      expect(files.flatMap(({ findings }) => findings)).toEqual([]);
      expect(code).toBe(0);
    });

    it('says what is wrong, where, and what to do; an error gives exit code 1', async () => {
      const path = file(`Bad-${GUID}.json`, flowText({ actions: { A: after(compose(1), { B: S }) } }));
      const { code, out } = await flows('validate', '--standalone', '--json', path);
      expect(code).toBe(1);
      expect(JSON.parse(out)).toEqual({
        files: [
          {
            file: path,
            findings: expect.arrayContaining([
              {
                code: 'F001',
                severity: 'error',
                pointer: '/properties/definition/actions/A/runAfter/B',
                message: expect.stringContaining("'B'") as string,
                fix: expect.any(String) as string,
              },
            ]) as unknown,
          },
        ],
      });
    });

    it('goes through folders, and takes warnings for what they are', async () => {
      foreignFlow();
      file('notes.json', {});
      const { code, out, notes } = await flows('validate', '--standalone', folder);
      expect([code, notes]).toEqual([0, expect.stringContaining('Passed over 1 JSON file')]);
      expect(out).toMatch(/2 flows, 0 errors, \d+ warnings?\.\n$/);
    });

    it.each([
      ['no JSON', '{ "properties": '],
      ['nothing', ''],
      ['another thing', '[1, 2]'],
      ['bytes', '\u0000\uFFFD\u0001'],
    ])('reports a file that holds %s', async (_, text) => {
      const { code, out } = await flows('validate', '--standalone', '--json', file('x.json', text));
      const [{ findings }] = (JSON.parse(out) as { files: [{ findings: { code: string; severity: string }[] }] }).files;
      expect(findings).toEqual([expect.objectContaining({ code: 'F000', severity: 'error' })]);
      expect(code).toBe(1);
    });

    it('names a file that is not there', async () => {
      expect(await flows('validate', join(folder, 'no.json'))).toMatchObject({
        code: 1,
        notes: `There is no file ${join(folder, 'no.json')}.\n`,
      });
    });
  });

  describe('run --standalone', () => {
    it('runs any flow with samples, which can be saved and given back', async () => {
      const flow = foreignFlow();
      const saved = join(folder, 'saved.json');
      const first = await flows('run', flow, '--standalone', '--save-mocks', saved);
      expect(first.code).toBe(0);
      expect(first.notes).toContain('Answered with samples: Read.');
      expect(first.out).toMatch(/Order Lines: Succeeded/);
      expect(first.out).toMatch(/Call +Workflow/);
      const mocks = JSON.parse(readFileSync(saved, 'utf8')) as { Read: { body: unknown } };
      expect(mocks.Read.body).toEqual({ lines: [{ sku: 'sample sku' }] });
      const second = await flows('run', flow, '--standalone', '--strict', '--mocks', saved);
      expect(second).toMatchObject({ code: 0, notes: expect.not.stringContaining('samples') as string });
    });

    it('answers from the mocks, starts with the trigger, keeps to the clock', async () => {
      const mocks = file('mocks.json', { Read: { lines: [{ sku: 'A1' }, { sku: 'B2' }] } });
      const trigger = file('trigger.json', { number: 42 });
      const argv = [
        '--standalone',
        '--mocks',
        mocks,
        '--trigger',
        trigger,
        '--clock',
        '2026-03-29T00:30:00Z',
        '--json',
      ];
      const { code, out } = await flows('run', foreignFlow(), ...argv);
      expect(code).toBe(0);
      const [run, child] = runsOf(out);
      expect(run).toMatchObject({
        flowName: 'Order Lines',
        status: 'Succeeded',
        startTime: '2026-03-29T00:30:00.000Z',
      });
      expect(run!.actions.filter(({ name }) => name === 'Line').map(({ outputs }) => outputs)).toEqual(['A1', 'B2']);
      expect(run!.actions.find(({ name }) => name === 'Read')!.inputs).toMatchObject({ parameters: { id: '42' } });
      expect(child).toMatchObject({ parentRunId: run!.runId });
    });

    it('is the same run again with the same seed and clock', async () => {
      const flow = file(
        `Chance-${GUID}.json`,
        flowText({ actions: { A: compose('@guid()'), B: compose('@rand(0, 1000)') } }),
      );
      const argv = ['run', flow, '--standalone', '--seed', '5', '--clock', '2026-01-01', '--json'];
      expect((await flows(...argv)).out).toBe((await flows(...argv)).out);
    });

    it('fails calls that have no answer when it has to be strict, naming them', async () => {
      const { code, out } = await flows('run', foreignFlow(), '--standalone', '--strict');
      expect(code).toBe(1);
      expect(out).toContain("There is no answer for 'Read' (rcc_shop/GetOrder) in the file of mocks.");
    });

    it('keeps rows where the stand-ins are wanted', async () => {
      const dataverse = (operationId: string, parameters: object) => ({
        type: 'OpenApiConnection',
        inputs: {
          host: {
            connectionName: 'rows',
            operationId,
            apiId: '/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps',
          },
          parameters,
        },
      });
      const references = {
        rows: { runtimeSource: 'embedded', connection: {}, api: { name: 'shared_commondataserviceforapps' } },
      };
      const actions = {
        Create: dataverse('CreateRecord', { entityName: 'new_things', 'item/new_name': 'Ada' }),
        List: after(dataverse('ListRecords', { entityName: 'new_things', $filter: "new_name eq 'ada'" }), {
          Create: S,
        }),
      };
      const flow = file(`Rows-${GUID}.json`, flowText({ actions, references }));
      const { code, out } = await flows('run', flow, '--standalone', '--stand-ins', '--json');
      expect(code).toBe(0);
      const list = runsOf(out)[0]!.actions.find(({ name }) => name === 'List')!;
      expect(list.outputs).toMatchObject({ body: { value: [{ new_name: 'Ada' }] } });
    });

    it('lets faults strike where they are asked to', async () => {
      const faults = file('faults.json', [
        { operation: 'GetOrder', attempt: 1, fault: { kind: 'status', statusCode: 503 } },
        { connector: 'rcc_shop', action: 'Read', attempt: 2, fault: { kind: 'drop' } },
        { action: 'Raed', fault: { kind: 'drop' } },
      ]);
      const { code, out, notes } = await flows('run', foreignFlow(), '--standalone', '--fault', faults, '--json');
      expect(code).toBe(0);
      const read = runsOf(out)[0]!.actions.find(({ name }) => name === 'Read')!;
      expect(read.tries.map(({ statusCode }) => statusCode)).toEqual([503, undefined, 200]);
      expect(notes).toContain('no call was struck by: /2.');
    });

    it('says which place cannot be run', async () => {
      const path = file(`Odd-${GUID}.json`, flowText({ actions: { A: { type: 'Teleport', inputs: {} } } }));
      const { code, notes } = await flows('run', path, '--standalone');
      expect(code).toBe(1);
      expect(notes).toContain('error F000 /properties/definition/actions/A/type');
      expect(notes).toContain("'Teleport'");
    });

    it.each([
      ['faults', '--fault', {}, 'write a list of faults.'],
      ['faults', '--fault', [{ fault: { kind: 'meteor' } }], '/0: \'fault\' is { "kind":'],
      ['faults', '--fault', [{ when: 1, fault: { kind: 'drop' } }], "/0: there is no 'when'"],
      ['faults', '--fault', [{ attempt: 0, fault: { kind: 'drop' } }], "/0: 'attempt' counts from 1."],
      ['mocks', '--mocks', [1], 'write an object of answers'],
      ['trigger', '--trigger', '{', 'The text is not valid JSON'],
    ])('refuses a file of %s that does not fit', async (_, option, content, message) => {
      const { code, notes } = await flows('run', foreignFlow(), '--standalone', option, file('given.json', content));
      expect(code).toBe(1);
      expect(notes).toContain(message);
    });
  });

  describe('trace', () => {
    it('shows a run again, and one action of it', async () => {
      await flows('run', foreignFlow(), '--standalone');
      const { out } = await flows('trace', 'last');
      expect(out).toMatch(/^Order Lines: Succeeded/);
      const runId = /run +(\S+)/.exec(out)![1]!;
      expect((await flows('trace', runId.slice(0, 20), '--action', 'line')).out).toContain('outputs  sample sku');
    });

    it('takes the run that was kept last, whatever the clock of its flow said', async () => {
      await flows('run', foreignFlow(), '--standalone');
      const late = file(`Late-${CHILD}.json`, flowText({ actions: { A: compose('@guid()') } }));
      await flows('run', late, '--standalone', '--clock', '2020-01-01');
      const { out } = await flows('trace', 'last');
      expect(out).toMatch(/^Late: Succeeded, 1 action counted/);
    });

    it('keeps values of any size by their beginning', async () => {
      const long = { type: 'Compose', inputs: "@join(range(0, 50000), ',')" };
      await flows('run', file(`Long-${GUID}.json`, flowText({ actions: { A: long } })), '--standalone');
      const { out } = await flows('trace', 'last', '--action', 'A');
      expect(out).toMatch(/outputs +0,1,2,3,.*… \(288889 characters in all\)/);
      expect(out.length).toBeLessThan(10_000);
    });

    it('says what there is when it does not find a run or an action', async () => {
      expect((await flows('trace', 'last')).notes).toContain('There are no runs yet.');
      await flows('run', foreignFlow(), '--standalone');
      expect(await flows('trace', 'nothing')).toMatchObject({
        code: 1,
        notes: expect.stringContaining('Order Lines') as string,
      });
      expect((await flows('trace', 'last', '--action', 'Nope')).notes).toContain('It has: ');
    });
  });

  describe('run of a flow of the product', () => {
    it('takes the whole product along', async () => {
      const trigger = file('mail.json', {
        from: 'customer@example.com',
        subject: 'My order',
        body: 'Where is order 12345?',
      });
      const { code, out, notes } = await flows('run', 'email ingestion', '--trigger', trigger);
      expect(code).toBe(0);
      expect(out).toMatch(/Email Ingestion: Succeeded/);
      expect(out).toMatch(/Succeeded +Reply_to_customer/);
      expect(notes).toContain('A mail was sent to customer@example.com');
    });

    it('shows what a fault does', async () => {
      const trigger = file('mail.json', {
        from: 'customer@example.com',
        subject: 'My order',
        body: 'Where is order 12345?',
      });
      const faults = file('faults.json', [
        { operation: 'CreateTicket', attempt: 1, fault: { kind: 'status', statusCode: 503 } },
      ]);
      const { code, out } = await flows('run', 'Email Ingestion', '--trigger', trigger, '--fault', faults);
      expect(code).toBe(0);
      expect(out).toMatch(/Create_ticket .*2 tries/);
    });

    it('refuses mails without what makes a mail', async () => {
      const { code, notes } = await flows(
        'run',
        'Email Ingestion',
        '--trigger',
        file('mail.json', { from: 'a@example.com' }),
      );
      expect([code, notes]).toEqual([1, expect.stringContaining("needs 'subject' as text")]);
    });

    it('says which required inputs of a form are missing', async () => {
      const { notes } = await flows('run', 'Log Flow Error', '--trigger', file('call.json', { text: 'Some flow' }));
      expect(notes).toContain("The trigger lacks what the flow's form requires: text_1 (Run ID), text_5 (Message).");
    });

    it('sends flows of others to --standalone', async () => {
      expect((await flows('run', foreignFlow())).notes).toContain('Run it with --standalone.');
    });

    it('knows its variables', async () => {
      const { notes } = await flows('run', 'Email Ingestion', '--set', 'rcc_Nope=1');
      expect(notes).toContain('--set rcc_Nope: the flow has no such variable; it has rcc_SupportMailbox.');
    });
  });
});
