import { call, connectionReferences, mailTrigger, rowTrigger } from '../fixtures/connector-call.fixture';
import { compose, findingsFor, messagesOf, scope } from '../fixtures/flow-text.fixture';

type Members = Record<string, unknown>;
const of = (code: string, actions: Members, trigger?: Members): string[] =>
  messagesOf(code, { actions, connectionReferences, ...(trigger ? { trigger } : {}) });
const behind = (name: string, ...statuses: string[]) => ({ runAfter: { [name]: statuses } });
const get = call('dataverse', 'GetItem', { entityName: 'rcc_tickets', recordId: '@x' });
const log = {
  type: 'Workflow',
  inputs: { host: { workflowReferenceName: '7c9e1a10-0006-4a00-9a00-0000000000c1' }, body: { text: 'x' } },
};

describe('F015', () => {
  const child = (body: unknown, id = '7C9E1A10-0006-4A00-9A00-0000000000C1') =>
    of('F015', { A: { ...log, inputs: { host: { workflowReferenceName: id }, body } } });
  it('finds a flow that is not there, an input that is missing and one too many', () => {
    expect(child({ text: 'x' }, '00000000-0000-0000-0000-000000000001')).toEqual([
      expect.stringMatching(/which the solution does not have/),
    ]);
    expect(child({})).toEqual([expect.stringMatching(/'A' calls 'LogFlowError' without the input 'text' \(Flow\)/)]);
    expect(child({ text: 'x', text_9: 'y' })).toEqual([
      expect.stringMatching(/with the input 'text_9', which it does not take/),
    ]);
  });
  it('accepts a fitting call, an expression for the inputs, and a GUID in any case', () => {
    expect(child({ text: 'x', text_1: 'y' })).toEqual([]);
    expect(child('@triggerBody()')).toEqual([]);
  });
});

describe('F023', () => {
  const ticket = (key: unknown) => ({
    A: call('service', 'CreateTicket', {
      'Idempotency-Key': key,
      'body/channel': 'app',
      'body/text': 't',
      'body/customer_email': '@x',
    }),
  });
  it('wants keys that are the same for the same thing and differ for others', () => {
    expect(of('F023', ticket('ticket'))).toEqual([expect.stringMatching(/gives every run the same 'Idempotency-Key'/)]);
    expect(of('F023', ticket('@{guid()}:ticket'))).toEqual([expect.stringMatching(/with guid\(\)/)]);
    expect(of('F023', ticket("@{triggerBody()?['text']}:ticket"))).toEqual([]);
  });
  it('wants a key where one may be given and the call is retried', () => {
    const draft = (inputs: Members) => ({ A: call('service', 'GetOrderContext', {}, inputs) });
    expect(of('F023', draft({}))).toEqual([expect.stringMatching(/gives no 'Idempotency-Key' and is retried/)]);
    expect(of('F023', draft({ retryPolicy: { type: 'None' } }))).toEqual([]);
  });
  it('wants a key column in a created row that may be created twice', () => {
    const create = (item: Members, inputs: Members = {}) =>
      of('F023', { A: call('dataverse', 'CreateRecord', { entityName: 'rcc_tickets', ...item }, inputs) });
    expect(create({ 'item/rcc_status': 1 })).toEqual([expect.stringMatching(/without any of its keys/)]);
    expect(create({ 'item/rcc_number': '@x' })).toEqual([]);
    expect(create({ 'item/rcc_status': 1 }, { retryPolicy: { type: 'none' } })).toEqual([]);
  });
  it('never lets a reply be retried', () => {
    const reply = (inputs: Members) => of('F023', { A: call('outlook', 'ReplyToV3', { messageId: 'm' }, inputs) });
    expect(reply({ retryPolicy: { type: 'exponential', count: 2, interval: 'PT5S' } })).toHaveLength(1);
    expect(reply({ retryPolicy: { type: 'none' } })).toEqual([]);
  });
});

describe('F024', () => {
  const f024 = (actions: Members, trigger?: Members) => of('F024', actions, trigger);
  it('tells of all uncaught calls at once', () => {
    expect(f024({ A: get, B: { ...get, ...behind('A', 'Succeeded') } })).toEqual([
      expect.stringMatching(/^Nothing runs when 'A', 'B' fail\.$/),
    ]);
  });
  it('is content with a Catch behind the scope, behind a skipped follower, and inside the Catch itself', () => {
    const caught = { ...scope({ L: log, B: get }), ...behind('Try', 'Failed', 'TimedOut') };
    expect(f024({ Try: scope({ A: get }), Catch: caught })).toEqual([]);
    const after = {
      Next: { ...compose(1), ...behind('Try', 'Succeeded') },
      Catch: { ...scope({ L: log }), ...behind('Next', 'Skipped', 'Failed') },
    };
    expect(f024({ Try: scope({ A: get }), ...after })).toEqual([]);
    expect(f024({ Try: scope({ A: get }), Catch: { ...caught, ...behind('Try', 'Succeeded') } })).toHaveLength(1);
  });
  it('wants the Catch to tell somebody', () => {
    const silent = { ...scope({ A2: compose("@result('Try')") }), ...behind('Try', 'Failed') };
    expect(f024({ Try: scope({ A: get }), Catch: silent })).toEqual([
      expect.stringMatching(/^'Catch' runs after a failure but calls nothing/),
    ]);
  });
  it('wants an answer on the error path where one is owed', () => {
    const answer = { type: 'Response', kind: 'Http', inputs: { statusCode: 200 } };
    const caught = (more: Members) => ({ ...scope({ L: log, ...more }), ...behind('Try', 'Failed', 'TimedOut') });
    expect(f024({ Try: scope({ A: get, R: { ...answer, ...behind('A', 'Succeeded') } }), Catch: caught({}) })).toEqual([
      expect.stringMatching(/^The caller waits for 'R'/),
    ]);
    expect(f024({ Try: scope({ A: get }), Catch: caught({ R: answer }) })).toEqual([]);
    expect(
      f024({ Try: scope({ A: get }), Catch: caught({}), R: { ...answer, ...behind('Catch', 'Succeeded', 'Skipped') } }),
    ).toEqual([]);
  });
});

describe('F025', () => {
  const f025 = (inputs: unknown) => of('F025', { A: compose(inputs) });
  const SECRETS: [string, unknown][] = [
    ['a shared access link', 'https://shop.example/run?sp=x&sig=AbCdEf0123456789AbCdEf0123456789'],
    ['an account key', 'DefaultEndpointsProtocol=https;AccountKey=AbCdEf0123456789AbCdEf0123456789=='],
    ['a token', 'Bearer AbCdEf0123456789AbCdEf'],
    ['a private key', '-----BEGIN RSA PRIVATE KEY----- AbCdEf0123456789'],
    ['a password by its name', { clientSecret: 'AbCdEf0123456789' }],
    ['a key by its header', { 'X-Api-Key': 'AbCdEf0123456789' }],
    ['a password in an address', 'https://user:AbCdEf0123456789@shop.example/'],
  ];
  it.each(SECRETS)('tells of %s without showing it', (_what, inputs) => {
    const found = findingsFor({ actions: { A: compose(inputs) } });
    expect(found.map(({ code }) => code)).toEqual(['F025']);
    expect(JSON.stringify(found)).not.toContain('AbCdEf0123456789');
  });
  it.each<[string, unknown, RegExp]>([
    ['a mail address', 'Write to help@shop.example.', /The mail address 'help@shop\.example' is written into/],
    [
      'a site',
      'https://shop.sharepoint.com/sites/care',
      /The web address 'https:\/\/shop\.sharepoint\.com\/sites\/care'/,
    ],
    ['a GUID', { list: '11111111-2222-4333-8444-555555555555' }, /The GUID '11111111-/],
    [
      'an address inside of an expression',
      "@concat('https://shop.example/', variables('x'))",
      /The web address 'https:\/\/shop\.example\/'/,
    ],
    ['a Teams channel', '19:0123456789abcdef@thread.tacv2', /The Teams channel '19:0123456789abcdef@thread\.tacv2'/],
  ])('finds %s', (_what, inputs, message) => expect(f025(inputs)).toEqual([expect.stringMatching(message)]));
  it('tells of the same address once', () => {
    expect(f025(['a@shop.example', 'b and A@shop.example', 'a@shop.example'])).toEqual([
      expect.stringMatching(/, and in 2 more places\.$/),
    ]);
  });
  it.each([
    'https://make.powerautomate.com/environments/@{x()}',
    'https://graph.microsoft.com/v1.0/me',
    "https://@{variables('host')}/x",
    '00000000-0000-0000-0000-000000000000',
    'rcc_Ticket@odata.bind',
    { password: "@{variables('p')}" },
    { Authorization: "Bearer @{body('T')?['access_token']}" },
  ])('accepts %j', (inputs) => expect(f025(inputs)).toEqual([]));
});

describe('F028', () => {
  const secured = (...properties: string[]) => ({ runtimeConfiguration: { secureData: { properties } } });
  const hidden = (trigger: Members): Members => ({ ...trigger, ...secured('outputs') });
  const chatTrigger = (kind: string) => ({ type: 'Request', kind, inputs: { schema: { type: 'object' } } });
  it('wants the text of a mail hidden where it is used', () => {
    const read = (rest: Members = {}) =>
      of('F028', { A: { ...compose("@triggerOutputs()?['body/body']"), ...rest } }, hidden(mailTrigger()));
    expect(read()).toEqual([expect.stringMatching(/^'A' handles the text of the mail/)]);
    expect(read(secured('inputs'))).toEqual([]);
    expect(of('F028', { A: compose("@triggerOutputs()?['body/subject']") }, hidden(mailTrigger()))).toEqual([]);
  });
  it('wants what a trigger takes in from a customer hidden: a mail, a chat, a row with their words', () => {
    const found = (trigger: Members) => of('F028', { A: compose('x') }, trigger);
    const message = /^'\w.*' takes in .*, which everybody sees who sees the run\.$/;
    for (const trigger of [
      mailTrigger(),
      chatTrigger('Skills'),
      chatTrigger('VirtualAgent'),
      rowTrigger(1, { entityname: 'rcc_note' }),
    ]) {
      expect(found(trigger)).toEqual([expect.stringMatching(message)]);
      expect(found(hidden(trigger))).toEqual([]);
    }
    for (const trigger of [chatTrigger('Button'), rowTrigger(1)]) expect(found(trigger)).toEqual([]);
  });
  it('wants secrets hidden where they are sent', () => {
    const http = (headers: Members, rest: Members = {}) =>
      of('F028', { A: { type: 'Http', inputs: { method: 'GET', uri: '@x', headers }, ...rest } });
    expect(http({ Authorization: '@x' })).toHaveLength(1);
    expect(http({ 'Ocp-Apim-Subscription-Key': '@x' })).toHaveLength(1);
    expect(http({ Accept: 'text/html' })).toEqual([]);
    expect(http({ Authorization: '@x' }, secured('inputs', 'outputs'))).toEqual([]);
  });
});

describe('F031', () => {
  const event = (start: string) =>
    of('F031', {
      A: call('outlook', 'V4CalendarPostItem', {
        table: 'Calendar',
        'item/subject': 's',
        'item/start': start,
        'item/end': '@x',
        'item/timeZone': '(UTC) Coordinated Universal Time',
      }),
    });
  it.each(['2026-03-02T09:00:00Z', '2026-03-02T09:00:00+01:00', "@{variables('day')}T09:00:00Z"])(
    'finds the offset of %s',
    (start) => expect(event(start)).toHaveLength(1),
  );
  it.each(['2026-03-02T09:00:00', '@utcNow()', "@{variables('day')}T09:00:00", '2026-03-02'])('accepts %s', (start) =>
    expect(event(start)).toEqual([]),
  );
});
