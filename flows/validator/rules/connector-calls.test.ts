import { call, connectionReferences, mailTrigger, rowTrigger } from '../fixtures/connector-call.fixture';
import { compose, findingsFor, foreach, messagesOf } from '../fixtures/flow-text.fixture';

const mail = { 'emailMessage/To': '@x', 'emailMessage/Subject': 's', 'emailMessage/Body': 'b' };
const f014 = (action: object): string[] =>
  findingsFor({ actions: { A: action }, connectionReferences })
    .filter(({ code }) => code === 'F014')
    .map(({ severity, message, fix }) => `${severity}: ${message} ${fix}`);

describe('F014', () => {
  it.each<[string, object, RegExp]>([
    [
      'a parameter that does not exist, with what was meant',
      call('outlook', 'SendEmailV2', { ...mail, 'emailMessage/Importence': 'Low' }),
      /^error: 'A' gives 'emailMessage\/Importence', which 'SendEmailV2' does not take\. Write 'emailMessage\/Importance'/,
    ],
    [
      'a member of a whole object',
      call('outlook', 'SendEmailV2', { emailMessage: { To: 'a', Subject: 's', Body: 'b', Copy: 'c' } }),
      /'emailMessage\/Copy'/,
    ],
    [
      'a parameter nobody gives',
      call('dataverse', 'ListRecords', { $top: 5 }),
      /^error: 'A' does not give 'entityName', which 'ListRecords' requires\. Add/,
    ],
    [
      'a parameter that is null',
      call('dataverse', 'GetItem', { entityName: 'rcc_tickets', recordId: null }),
      /does not give 'recordId'/,
    ],
    [
      'a member a whole object lacks',
      call('outlook', 'SendEmailV2', { emailMessage: { To: 'a', Subject: 's' } }),
      /does not give 'emailMessage\/Body'/,
    ],
    [
      'a value outside of the list',
      call('outlook', 'SendEmailV2', { ...mail, 'emailMessage/Importance': 'Hihg' }),
      /^error: 'emailMessage\/Importance' of 'A' is 'Hihg', which is not among its values\. Write 'High'/,
    ],
    [
      'a text for a number',
      call('dataverse', 'ListRecords', { entityName: 'rcc_tickets', $top: 'five' }),
      /'\$top' of 'A' has to be a whole number, but is text/,
    ],
    [
      'a number for a text',
      call('dataverse', 'GetItem', { entityName: 'rcc_tickets', recordId: 7 }),
      /has to be text, but is a number/,
    ],
    [
      'a text for yes or no',
      call('outlook', 'MarkAsRead_V3', { messageId: 'm', 'body/isRead': 'yes' }),
      /has to be true or false/,
    ],
    [
      'a fraction for a whole number',
      call('dataverse', 'ListRecords', { entityName: 'rcc_tickets', $top: 1.5 }),
      /a number with a fraction/,
    ],
    [
      'an operation our connector does not have',
      call('service', 'TriageMesage', {}),
      /^error: 'A' calls 'TriageMesage', which the connector 'rcc_retailcallcenter' does not have\. Write 'TriageMessage'/,
    ],
    [
      'an operation nobody has heard of, as a warning',
      call('outlook', 'SendLetter', {}),
      /^warning: 'A' calls 'SendLetter' of 'shared_office365', which is not known here/,
    ],
  ])('finds %s', (_what, action, message) => expect(f014(action)).toEqual([expect.stringMatching(message)]));

  it.each<[string, object]>([
    [
      'an expression, whatever it gives',
      call('dataverse', 'ListRecords', { entityName: 'rcc_tickets', $top: "@variables('n')" }),
    ],
    ['an expression for a whole object', call('outlook', 'SendEmailV2', { emailMessage: '@triggerBody()' })],
    ['any column', call('dataverse', 'CreateRecord', { entityName: 'rcc_tickets', 'item/rcc_number': 1 })],
    [
      'what the platform fills',
      call('dataverse', 'ListRecords', { entityName: 'rcc_tickets', prefer: 'x', accept: 'y' }),
    ],
    [
      'a file with its content type',
      call('sharepoint', 'CreateFile', {
        dataset: 'd',
        folderPath: '/',
        name: 'n',
        body: { '$content-type': 'text/html', $content: '' },
      }),
    ],
    ['an operation made for the environment', call('dataverse', 'aibuilderpredict_invoice', { anything: 1 })],
    [
      'a text that only looks like an expression',
      call('outlook', 'SendEmailV2', { ...mail, 'emailMessage/Subject': '@@home' }),
    ],
  ])('accepts %s', (_what, action) => expect(f014(action)).toEqual([]));

  it('only warns of the mailbox address that a mail trigger ignores', () => {
    const trigger = mailTrigger();
    Object.assign((trigger.inputs as { parameters: object }).parameters, { mailboxAddress: 'x' });
    const found = findingsFor({ trigger, connectionReferences }).filter(({ code }) => code === 'F014');
    expect(found.map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('F030', () => {
  const f030 = (actions: Record<string, unknown>, trigger?: Record<string, unknown>): string[] =>
    messagesOf('F030', { actions, connectionReferences, ...(trigger ? { trigger } : {}) });
  const list = call('dataverse', 'ListRecords', { entityName: 'rcc_tickets', $select: 'rcc_number', $top: 1 });
  const draft = call('service', 'DraftReply', {});
  const book = call('outlook', 'GetEventsCalendarViewV3', {});

  it.each<[string, unknown, RegExp]>([
    [
      'a member the answer does not have',
      "@body('X')?['facts_']",
      /'facts_' is read from the answer of the operation 'DraftReply' of 'X', which does not have it/,
    ],
    ['one behind the alias of the body', "@outputs('X')?['body/facts_']", /'facts_'/],
    ['a member of a list', "@body('X')?['facts']?['label']", /read from a list/],
    ['a member of a plain value', "@body('X')?['subject']?['text']", /read from a plain value/],
    ['the same in text', "Hello @{body('X')?['facts_']}", /'facts_'/],
    [
      'a member in another case, which the platform may find',
      "@body('X')?['Subject']",
      /which has 'subject'; that names are found whatever their case is not documented/,
    ],
    ['a member of an element', "@first(body('X')?['facts'])?['labl']", /'labl'/],
  ])('finds %s', (_what, inputs, message) =>
    expect(f030({ X: draft, A: compose(inputs, 'X') })).toEqual([expect.stringMatching(message)]),
  );

  it.each([
    "@body('X')?['subject']",
    "@body('X')?['error']?['message']",
    "@outputs('X')?['body/error/message']",
    "@outputs('X')?['statusCode']",
    "@outputs('X')?['headers']?['Retry-After']",
    "@body('X')?[variables('name')]",
    "@first(body('X')?['facts'])?['label']",
  ])('accepts %s', (inputs) => expect(f030({ X: draft, A: compose(inputs, 'X') })).toEqual([]));

  it('knows the rows of a list, in a loop over it and in a Query', () => {
    const loop = (name: string) => ({
      ...foreach({ A: compose(`@items('L')?['${name}']`) }, 'X'),
      foreach: "@coalesce(body('X')?['value'], json('[]'))",
    });
    expect(f030({ X: book, L: loop('subjec') })).toEqual([expect.stringMatching(/'subjec'/)]);
    expect(f030({ X: book, L: loop('subject') })).toEqual([]);
    const query = (name: string) => ({
      type: 'Query',
      runAfter: { X: ['Succeeded'] },
      inputs: { from: "@body('X')?['value']", where: `@empty(item()?['${name}'])` },
    });
    expect(f030({ X: book, Q: query('subjec') })).toHaveLength(1);
    expect(f030({ X: book, Q: query('subject') })).toEqual([]);
  });

  it('takes the columns of a row for open', () => {
    expect(f030({ X: list, A: compose("@first(body('X')?['value'])?['rcc_whatever']", 'X') })).toEqual([]);
    expect(f030({ A: compose("@triggerOutputs()?['body/rcc_whatever']") }, rowTrigger(1))).toEqual([]);
  });

  it('reads one mail of a split batch, and the list of one that is not', () => {
    const read = { A: compose("@triggerOutputs()?['body/subject']") };
    expect(f030(read, mailTrigger())).toEqual([]);
    expect(f030(read, mailTrigger({ splitOn: undefined }))).toEqual([expect.stringMatching(/'subject'/)]);
    expect(f030({ A: compose("@triggerOutputs()?['body/subjct']") }, mailTrigger())).toHaveLength(1);
  });

  it('says nothing of an action in a loop that is read outside of it: its answers are a list then', () => {
    const loop = foreach({ X: draft });
    expect(f030({ L: loop, A: compose("@outputs('X')?['body/facts_']", 'L') })).toEqual([]);
  });
});

describe('F029', () => {
  it('names the successor', () => {
    const actions = { A: call('sharepoint', 'OnNewFile', { dataset: 'd', folderId: 'f' }) };
    const [found] = findingsFor({ actions, connectionReferences }).filter(({ code }) => code === 'F029');
    expect(found).toMatchObject({ severity: 'warning', fix: "Use 'GetOnNewFileItems' instead." });
  });
});
