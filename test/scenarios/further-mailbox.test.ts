import { MESSAGE_STATUS, TICKET_STATUS } from '../desk/desk-words';
import { flowsWithMailboxes } from '../product/flows-with-mailboxes';
import { openProduct, type TestProduct } from '../product/open-product';

const RETURNS = 'returns-mailbox@shop.example';
const QUESTION = { from: 'ana@example.com', subject: 'Return', body: 'How do I return my order?' };

const flows = flowsWithMailboxes('Returns mailbox');
let desk: TestProduct;
beforeAll(async () => {
  desk = await openProduct({ flowFolder: flows.flowFolder });
}, 60_000);
afterAll(async () => {
  await desk.close();
  flows.remove();
});

/** Puts a mail into the further mailbox and waits until nothing runs any more. */
async function writeToReturns(mail: typeof QUESTION & { internetMessageId?: string; to?: string }) {
  const { internetMessageId } = desk.product.platform.outlook.deliver(mail, RETURNS);
  await desk.pass(5);
  await desk.idle();
  const inbound = desk.rows('rcc_message').filter((row) => row.rcc_internetmessageid === internetMessageId);
  const tickets = desk.rows('rcc_ticket').filter((row) => row.rcc_customeremail === mail.from);
  return { inbound, tickets };
}
const sentTo = (customer: string) => {
  const { outlook } = desk.product.platform;
  return [...outlook.sent(), ...outlook.sentFrom(RETURNS)].filter(({ to }) => to === customer);
};

it('A mail to a further mailbox is answered from there, by the flow of that mailbox', async () => {
  const { inbound, tickets } = await writeToReturns(QUESTION);
  expect(inbound).toMatchObject([{ rcc_status: MESSAGE_STATUS.received, rcc_mailbox: RETURNS }]);
  expect(tickets).toMatchObject([{ statuscode: TICKET_STATUS.answered }]);
  expect(sentTo(QUESTION.from).map(({ from }) => from)).toEqual([RETURNS]);
});

it('The same mail in two mailboxes leads to one ticket and one answer', async () => {
  const mail = { ...QUESTION, from: 'bo@example.com', internetMessageId: '<both@example.com>' };
  desk.product.platform.deliverMail(mail);
  const { inbound, tickets } = await writeToReturns(mail);
  expect(inbound).toMatchObject([{ rcc_status: MESSAGE_STATUS.received, rcc_attempts: 1 }]);
  expect(tickets).toMatchObject([{ statuscode: TICKET_STATUS.answered }]);
  expect(sentTo(mail.from)).toHaveLength(1);
});

it('What one of our mailboxes writes to another starts nothing', async () => {
  const before = desk.rows('rcc_message').length;
  await writeToReturns({ ...QUESTION, from: 'support@shop.example' });
  const { runs } = await desk.mail({ ...QUESTION, from: RETURNS });
  expect(runs).toEqual([]);
  expect(desk.rows('rcc_message')).toHaveLength(before);
});
