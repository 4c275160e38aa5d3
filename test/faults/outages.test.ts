import { MESSAGE_STATUS, TICKET_STATUS } from '../desk/desk-words';
import { openProduct, type TestProduct } from '../product/open-product';
import { ALL_REACHABLE, brokenChatPromises, brokenMailPromises } from './broken-promises';
import { BROKEN, createFaultSwitch } from './fault-switch';

const DATAVERSE = 'shared_commondataserviceforapps';
const MAILBOX = 'shared_office365';
const SERVICE = 'rcc_retailcallcenter';

const faults = createFaultSwitch();
let product: TestProduct;

beforeAll(async () => {
  product = await openProduct({ wrapConnector: faults.wrapConnector });
});
afterEach(() => faults.set([]));
afterAll(() => product.close());

const question = (order: number) => ({
  from: `customer${order}@example.com`,
  subject: 'My order',
  body: `Where is order ${order}?`,
});
const turn = (order: number) => ({ text: `Where is order ${order}?`, email: `customer${order}@example.com` });
const errorLog = () => product.rows('rcc_errorlog');
const toldAdministrator = (runId: string | undefined) =>
  [...product.product.platform.outlook.sent()].some(
    ({ to, body }) => to.startsWith('administrator') && body.includes(String(runId)),
  );

describe('While Dataverse is down', () => {
  const can = { ...ALL_REACHABLE, queue: false, errorLog: false };
  beforeEach(() => faults.set([{ connector: DATAVERSE, rule: BROKEN }]));

  it('a mail is not answered, the run fails, the administrator hears of it, and the mail can be taken up again', async () => {
    const first = await product.mail(question(30_000));
    expect(brokenMailPromises(first, errorLog(), can)).toEqual([]);
    expect({ sent: first.sent, inbound: first.inbound }).toEqual({ sent: [], inbound: undefined });
    const run = first.runs.find(({ parentRunId }) => parentRunId === undefined);
    expect(run?.status).toBe('Failed');
    expect(toldAdministrator(run?.runId)).toBe(true);

    faults.set([]);
    const second = await product.mail({ ...question(30_000), internetMessageId: first.messageId });
    expect(second.ticket?.statuscode).toBe(TICKET_STATUS.answered);
    expect(second.sent).toHaveLength(1);
  });

  it('a chat is handed over in words, the run fails, and the same turn can be said again', async () => {
    const first = await product.chat(turn(30_001));
    expect(brokenChatPromises(first, errorLog(), can)).toEqual([]);
    expect(first.answer.body).toMatchObject({ action: 'handoff' });

    faults.set([]);
    const second = await product.chat({ ...turn(30_001), conversation: first.conversation, message: first.message });
    expect(second.answer.body).toMatchObject({ action: 'answer' });
    expect(second.ticket?.statuscode).toBe(TICKET_STATUS.answered);
    expect(second.inbound?.rcc_body).toBe(turn(30_001).text);
  });
});

describe('While the service is down', () => {
  const can = { ...ALL_REACHABLE, errorReport: false };
  beforeEach(() => faults.set([{ connector: SERVICE, rule: BROKEN }]));

  it('a mail is queued for a person, logged, and the administrator hears of it', async () => {
    const found = await product.mail(question(30_002));
    expect(brokenMailPromises(found, errorLog(), can)).toEqual([]);
    expect(found.ticket?.statuscode).toBe(TICKET_STATUS.unassigned);
    expect(found.ticket?.rcc_reviewreasons).toBe('processing_failed');
    expect(found.inbound?.rcc_status).toBe(MESSAGE_STATUS.received);
    expect(found.sent).toEqual([]);
    const run = found.runs.find(({ parentRunId }) => parentRunId === undefined);
    expect(toldAdministrator(run?.runId)).toBe(true);
  });

  it('a chat is handed over and queued for a person', async () => {
    const found = await product.chat(turn(30_003));
    expect(brokenChatPromises(found, errorLog(), can)).toEqual([]);
    expect(found.answer.body).toMatchObject({ action: 'handoff' });
    expect(found.ticket?.statuscode).toBe(TICKET_STATUS.unassigned);
  });
});

describe('While the mailbox answers nothing', () => {
  it('a mail is queued for a person and nothing is sent', async () => {
    faults.set([{ connector: MAILBOX, rule: BROKEN }]);
    const found = await product.mail(question(30_004));
    expect(brokenMailPromises(found, errorLog())).toEqual([]);
    expect(found.ticket?.statuscode).toBe(TICKET_STATUS.unassigned);
    expect(String(found.ticket?.rcc_reviewreasons)).toContain('headers_unavailable');
    expect(found.sent).toEqual([]);
  });
});
