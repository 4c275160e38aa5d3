import { MESSAGE_STATUS, TICKET_STATUS } from '../desk/desk-words';
import { openProduct, type TestProduct } from '../product/open-product';
import { brokenMailPromises } from './broken-promises';
import { BROKEN, createFaultSwitch } from './fault-switch';

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
  internetMessageId: `<question-${order}@example.com>`,
});

/** Delivers the same mail three times before the first run of it can end. */
function deliverThrice(order: number) {
  product.product.platform.deliverMail(question(order));
  product.product.platform.deliverMail(question(order));
  return product.mail(question(order));
}

describe('A mail delivered three times at once', () => {
  it('is answered once, in one ticket', async () => {
    const found = await deliverThrice(30_000);
    expect(brokenMailPromises(found, product.rows('rcc_errorlog'))).toEqual([]);
    expect(found.ticket?.statuscode).toBe(TICKET_STATUS.answered);
    expect(found.sent).toHaveLength(1);
    expect(
      product.rows('rcc_ticket').filter(({ rcc_customeremail: from }) => from === question(30_000).from),
    ).toHaveLength(1);
    expect(found.events.filter(({ type }) => type === 'ticket.created')).toHaveLength(1);
  });

  it('is answered or queued, and mailed once at most, when the first writing of its row gets no answer', async () => {
    faults.set([{ action: 'Create_inbound_message', rule: { nthCall: 1, fault: { kind: 'answerLostAfterEffect' } } }]);
    const found = await deliverThrice(30_001);
    expect(brokenMailPromises(found, product.rows('rcc_errorlog'))).toEqual([]);
    expect(found.sent.length).toBeLessThanOrEqual(1);
    expect(
      product.rows('rcc_ticket').filter(({ rcc_customeremail: from }) => from === question(30_001).from),
    ).toHaveLength(1);
  });
});

describe('A mail whose run could write nothing any more', () => {
  const CATCH = [
    'Find_message_now',
    'Find_ticket_now',
    'Queue_for_a_person',
    'Hand_over_inbound_message',
    'Create_error_log_row',
  ];
  const sendAndDie = async (order: number, lastWords: string) => {
    faults.set([lastWords, ...CATCH].map((action) => ({ action, rule: BROKEN })));
    const first = await product.mail(question(order));
    expect(first.sent).toHaveLength(1);
    expect(first.inbound?.rcc_status).toBe(MESSAGE_STATUS.queued);
    faults.set([]);
    return product.mail(question(order));
  };

  it('once the answer was out, is not answered again: the next run says that the mail is in doubt', async () => {
    const second = await sendAndDie(30_002, 'Create_outbound_message');
    expect(second.sent).toHaveLength(1);
    expect(brokenMailPromises(second, product.rows('rcc_errorlog'))).toEqual([]);
    expect(second.outbound?.rcc_status).toBe(MESSAGE_STATUS.unknown);
    expect(second.ticket?.statuscode).toBe(TICKET_STATUS.unassigned);
  });

  it('once the answer was noted, is not answered again: the next run brings the ticket to its end', async () => {
    const second = await sendAndDie(30_003, 'Save_outcome');
    expect(second.sent).toHaveLength(1);
    expect(brokenMailPromises(second, product.rows('rcc_errorlog'))).toEqual([]);
    expect(second.outbound?.rcc_status).toBe(MESSAGE_STATUS.sent);
    expect(second.ticket).toMatchObject({ statuscode: TICKET_STATUS.answered, rcc_statusversion: 1 });
    expect(second.events.at(-1)?.payload).toMatchObject({ status_from: 'new', status_to: 'answered' });
  });
});
