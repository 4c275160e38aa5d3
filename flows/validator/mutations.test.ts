import { readdirSync, readFileSync } from 'node:fs';
import { projectFile } from '../../proxy/src/project-file';
import { readSolutionMetadata } from '../../solution/metadata/read-solution-metadata';
import { type FlowDocument, type JsonObject } from '../file/flow-document';
import { readFlowDocument } from '../file/read-flow-document';
import { fixtureSurroundings } from './fixtures/surroundings.fixture';
import { type Finding } from './finding';
import { type Surroundings } from './surroundings';
import { validateFlow } from './validate-flow';

const documents = readdirSync(projectFile('flows'))
  .filter((name) => /-[0-9A-F]{12}\.json$/.test(name))
  .map((name) => readFlowDocument(name, readFileSync(projectFile(`flows/${name}`), 'utf8')));
const around: Surroundings = {
  ...fixtureSurroundings,
  solution: readSolutionMetadata(projectFile('solution/core/src')),
  flows: new Map(documents.map((flow) => [flow.id!, flow])),
};

const CHAT = 'ChatProcessing';
const EMAIL = 'EmailIngestion';
const LOG = 'LogFlowError';
/** Owners of members that are no action. */
const TRIGGER = 'the trigger';
const FILE = 'the file';

/** One breakage: in which flow, whose member, its path, what it becomes (undefined removes it), and what is said where. */
type Mutation = [flow: string, owner: string, path: string, value: unknown, code: string, place?: string];

const compose = (inputs: unknown) => ({ type: 'Compose', runAfter: {}, inputs });
const nested = (depth: number): JsonObject =>
  depth === 0 ? compose(1) : { type: 'Scope', runAfter: {}, actions: { [`Level_${depth}`]: nested(depth - 1) } };
const choose = (expression: unknown, ...values: unknown[]) => ({
  type: 'Switch',
  runAfter: {},
  expression,
  cases: Object.fromEntries(values.map((value, index) => [`Case_${index}`, { case: value, actions: {} }])),
});
const loop = (foreach: unknown, members: object = {}) => ({
  type: 'Foreach',
  runAfter: {},
  foreach,
  actions: {},
  ...members,
});
const poll = (expression: unknown, limit: object) => ({ type: 'Until', runAfter: {}, expression, limit, actions: {} });
const http = (method: string, uri: string) => ({ type: 'Http', runAfter: {}, inputs: { method, uri } });
const daily = (members: object) => ({
  type: 'Recurrence',
  recurrence: { frequency: 'Day', interval: 1, timeZone: 'UTC', ...members },
});
const text = "@triggerBody()?['text']";
const retry = (members: object) => ({ type: 'exponential', count: 3, interval: 'PT10S', ...members });

const errors: Mutation[] = [
  // The form of the file.
  [LOG, 'Answer', '/inputs/statusCode', undefined, 'F000', '/inputs'],
  [LOG, 'Answer', '/inputs/statusCode', 'OK', 'F000'],
  [LOG, 'Answer', '/type', 'Respond', 'F000'],
  [LOG, 'Try', '/runafter', {}, 'F000'],
  [LOG, 'Tell_administrator', '/expression', undefined, 'F000', ''],
  [CHAT, 'Mark_failed', '/inputs/runStatus', 'Skipped', 'F000'],
  [CHAT, 'Catch', '/runAfter/Try', ['Failure'], 'F000', '/runAfter/Try/0'],
  [CHAT, 'Log_error', '/inputs/host/workflowReferenceName', undefined, 'F000', '/inputs/host'],
  [EMAIL, 'Wait_for_the_other_run', '/inputs/interval', undefined, 'F000', '/inputs'],
  [EMAIL, 'Wait_for_the_other_run', '/inputs/interval/unit', 'Minutes', 'F000'],
  [EMAIL, 'Wait_for_the_other_run', '/inputs/interval/count', -1, 'F000'],
  [EMAIL, 'Failed_actions', '/inputs/where', undefined, 'F000', '/inputs'],
  [EMAIL, TRIGGER, '/splitOn', "triggerOutputs()?['body/value']", 'F000'],
  [LOG, 'Mail_administrator', '/inputs/retryPolicy', retry({ count: 91 }), 'F000', '/inputs/retryPolicy/count'],
  [LOG, 'Try', '/actions/Added', http('FETCH', text), 'F000', '/actions/Added/inputs/method'],
  [LOG, 'Try', '/actions/Added', http('GET', 'orders/1'), 'F000', '/actions/Added/inputs/uri'],
  [LOG, 'Try', '/actions/Added', poll('@true', { count: 5001 }), 'F000', '/actions/Added/limit/count'],
  [LOG, 'Try', '/actions/Added', poll('@true', { timeout: '1h' }), 'F000', '/actions/Added/limit/timeout'],
  [
    LOG,
    'Try',
    '/actions/Added',
    loop('@createArray(1)', { runtimeConfiguration: { concurrency: { repetitions: 51 } } }),
    'F000',
    '/actions/Added/runtimeConfiguration/concurrency/repetitions',
  ],
  [
    EMAIL,
    'Find_message',
    '/runtimeConfiguration',
    { paginationPolicy: { minimumItemCount: 0 } },
    'F000',
    '/runtimeConfiguration/paginationPolicy/minimumItemCount',
  ],
  [EMAIL, TRIGGER, '', daily({ frequency: 'Daily' }), 'F000', '/recurrence/frequency'],
  [EMAIL, TRIGGER, '', daily({ schedule: { hours: ['24'] } }), 'F000', '/recurrence/schedule/hours/0'],
  // Order and names.
  [CHAT, 'Mark_failed', '/runAfter', { Cach: ['Succeeded'] }, 'F001', '/runAfter/Cach'],
  [CHAT, 'Try', '/runAfter', { Mark_failed: ['Succeeded'] }, 'F002', '/runAfter/Mark_failed'],
  [CHAT, 'Catch', '/actions/answer_chat', compose(1), 'F003'],
  [CHAT, 'Catch', '/actions/Made up', compose(1), 'F003'],
  // Expressions.
  [LOG, 'Answer', '/inputs/body/logged', '@{if(true, 1, 2}', 'F004'],
  [LOG, 'Answer', '/inputs/body/logged', '@{iff(true, 1, 2)}', 'F005'],
  [LOG, 'Answer', '/inputs/body/logged', "@{body('Create_log_row')}", 'F006'],
  [CHAT, 'Answer_chat', '/inputs/parameters/body~1text', "@body('Save_chat_ticket')", 'F007'],
  [CHAT, 'Failed_actions', '/inputs/from', "@result('Answer_chat')", 'F008'],
  [LOG, 'Answer', '/inputs/body/logged', "@{items('Try')}", 'F008'],
  [
    LOG,
    'Try',
    '/actions/Added',
    { type: 'SetVariable', inputs: { name: 'v', value: 1 } },
    'F009',
    '/actions/Added/inputs/name',
  ],
  [
    LOG,
    'Try',
    '/actions/Added',
    { type: 'InitializeVariable', inputs: { variables: [{ name: 'v', type: 'integer', value: 1 }] } },
    'F010',
    '/actions/Added',
  ],
  [LOG, 'Mail_administrator', '/inputs/parameters/emailMessage~1To', "@parameters('Administrator mailbox')", 'F011'],
  // What a flow is connected with.
  [LOG, 'Mail_administrator', '/inputs/host/connectionName', 'shared_outlook', 'F012'],
  [CHAT, 'Answer', '/kind', 'Http', 'F013'],
  [
    EMAIL,
    'Try',
    '/actions/Added',
    loop('@createArray(1)', { actions: { Stop_it: { type: 'Terminate', inputs: { runStatus: 'Failed' } } } }),
    'F013',
    '/actions/Added/actions/Stop_it',
  ],
  [EMAIL, 'Create_ticket', '/inputs/parameters/body~1txt', 'x', 'F014'],
  [EMAIL, 'Create_ticket', '/inputs/parameters/body~1text', undefined, 'F014', '/inputs/parameters'],
  [CHAT, 'Log_error', '/inputs/host/workflowReferenceName', '7c9e1a10-0006-4a00-9a00-0000000000ff', 'F015'],
  [CHAT, 'Log_error', '/inputs/body/text', undefined, 'F015', '/inputs/body'],
  [
    CHAT,
    FILE,
    '/properties/connectionReferences/shared_commondataserviceforapps/connection/connectionReferenceLogicalName',
    'rcc_other',
    'F016',
  ],
  // Dataverse.
  [EMAIL, 'Find_message', '/inputs/parameters/entityName', 'rcc_message', 'F032'],
  [CHAT, 'Save_turn', '/inputs/parameters/item~1rcc_madeup', 1, 'F033'],
  [CHAT, 'Save_turn', '/inputs/parameters/item~1rcc_Customr@odata.bind', '/contacts(x)', 'F034'],
  [EMAIL, 'Find_message', '/inputs/parameters/$filter', 'rcc_internetmessageid equals 1', 'F035'],
  // Limits and values that cannot work.
  [
    LOG,
    'Try',
    '/actions/Added',
    nested(8),
    'F040',
    `/actions/Added${[8, 7, 6, 5, 4, 3, 2, 1].map((n) => `/actions/Level_${n}`).join('')}`,
  ],
  [
    LOG,
    'Try',
    '/actions/Added',
    choose(text, ...Array.from({ length: 26 }, (_, i) => i)),
    'F041',
    '/actions/Added/cases',
  ],
  [LOG, 'Try', '/actions/Added', choose(text, 'a', 'a'), 'F042', '/actions/Added/cases/Case_1/case'],
  [EMAIL, TRIGGER, '', daily({ timeZone: 'Europe/Berlin' }), 'F043', '/recurrence/timeZone'],
  [LOG, 'Tell_administrator', '/expression/or/0', { equal: [text, true] }, 'F044', '/expression/or/0/equal'],
  [LOG, 'Tell_administrator', '/expression/or/0/equals/2', 1, 'F044', '/expression/or/0/equals'],
  [LOG, 'Tell_administrator', '/expression/and', [], 'F044', '/expression'],
  [LOG, 'Tell_administrator', '/expression', 'equals(1, 1)', 'F044'],
  [CHAT, 'Failed_actions', '/inputs/where', "equals(item()?['status'], 'Failed')", 'F044'],
  [EMAIL, TRIGGER, '/conditions/0/expression', 'not(true)', 'F044'],
  [LOG, 'Try', '/actions/Added', choose('text', 'a'), 'F045', '/actions/Added/expression'],
  [LOG, 'Try', '/actions/Added', choose(text, { a: 1 }), 'F045', '/actions/Added/cases/Case_0/case'],
  [LOG, 'Try', '/actions/Added', loop('triggerBody()'), 'F046', '/actions/Added/foreach'],
  [EMAIL, 'Failed_actions', '/inputs/from', "result('Try')", 'F046'],
  [
    LOG,
    'Mail_administrator',
    '/inputs/retryPolicy',
    retry({ interval: 'PT1S' }),
    'F047',
    '/inputs/retryPolicy/interval',
  ],
  [
    LOG,
    'Mail_administrator',
    '/inputs/retryPolicy',
    retry({ minimumInterval: 'PT1M', maximumInterval: 'PT10S' }),
    'F047',
    '/inputs/retryPolicy/minimumInterval',
  ],
  [EMAIL, TRIGGER, '', daily({ startTime: 'tomorrow' }), 'F048', '/recurrence/startTime'],
  [EMAIL, TRIGGER, '', daily({ schedule: { weekDays: ['Monday'] } }), 'F048', '/recurrence/schedule/weekDays'],
];

const warnings: Mutation[] = [
  [
    LOG,
    FILE,
    '/properties/connectionReferences/shared_teams',
    {
      runtimeSource: 'embedded',
      connection: { connectionReferenceLogicalName: 'rcc_outlook' },
      api: { name: 'shared_teams' },
    },
    'F022',
  ],
  [LOG, 'Mail_administrator', '/inputs/retryPolicy', undefined, 'F023', '/inputs'],
  [LOG, 'Mail_administrator', '/inputs/parameters/emailMessage~1To', 'admin@shop.example', 'F025'],
  [EMAIL, 'Find_message', '/inputs/parameters/$select', undefined, 'F026', '/inputs/parameters'],
  [
    EMAIL,
    TRIGGER,
    '',
    { type: 'Recurrence', recurrence: { frequency: 'Day', interval: 1, schedule: { hours: ['8'] } } },
    'F027',
    '/recurrence',
  ],
  [EMAIL, 'Create_ticket', '/runtimeConfiguration', undefined, 'F028', ''],
  [EMAIL, TRIGGER, '/runtimeConfiguration', undefined, 'F028', ''],
  [LOG, 'Answer', '/inputs/body/logged', "@{body('Report_flow_error')?['Notify_administrator']}", 'F030'],
  [LOG, 'Tell_administrator', '/expression/or', [], 'F044'],
  [
    EMAIL,
    TRIGGER,
    '',
    daily({ startTime: '2026-01-01T00:00:00Z', timeZone: 'Romance Standard Time' }),
    'F048',
    '/recurrence/startTime',
  ],
];

/** The findings in a flow of the product with one member changed, and the pointer of the member's owner. */
function mutate([name, owner, path, value]: Mutation): { findings: Finding[]; base: string } {
  const flow = documents.find(({ file }) => file.startsWith(name))!;
  const base = pointerOf(flow, owner);
  const content = JSON.parse(readFileSync(projectFile(`flows/${flow.file}`), 'utf8')) as JsonObject;
  const steps = `${base}${path}`.split('/').slice(1);
  const last = unescape(steps.pop()!);
  const holder = steps.reduce<JsonObject>((place, step) => place[unescape(step)] as JsonObject, content);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return { findings: validateFlow({ file: flow.file, text: JSON.stringify(content) }, around).findings, base };
}

const unescape = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

function pointerOf(flow: FlowDocument, owner: string): string {
  if (owner === FILE) return '';
  return owner === TRIGGER ? flow.trigger!.pointer : flow.actionsByKey.get(owner.toLowerCase())!.pointer;
}

const titled = (mutations: Mutation[]): [string, Mutation][] =>
  mutations.map((mutation) => {
    const [flow, owner, path, value, code] = mutation;
    return [`${code}: ${flow}, ${owner}${path} = ${JSON.stringify(value)?.slice(0, 60) ?? 'nothing'}`, mutation];
  });
const inShort = ({ code, severity, pointer }: Finding): string => `${severity} ${code} ${pointer}`;

describe('a breakage of our flows gives one error, at its place', () => {
  it.each(titled(errors))('%s', (_title, mutation) => {
    const { findings, base } = mutate(mutation);
    const [, , path, , code, place = path] = mutation;
    const found = findings.filter(({ severity }) => severity === 'error');
    expect(found.map(inShort)).toEqual([`error ${code} ${base}${place}`]);
    expect(found[0]!.message).toMatch(/.[.?]$/);
    expect(found[0]!.fix).toMatch(/.\.$/);
  });
});

describe('a risk put into our flows gives a warning at its place, and no error', () => {
  it.each(titled(warnings))('%s', (_title, mutation) => {
    const { findings, base } = mutate(mutation);
    const [, , path, , code, place = path] = mutation;
    expect(findings.map(inShort)).toContain(`warning ${code} ${base}${place}`);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
