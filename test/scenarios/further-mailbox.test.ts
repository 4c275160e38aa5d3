import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { addMailbox } from '../../workbench/flows-cli/mailboxes/mailbox-folder';
import { flowFiles } from '../../workbench/platform/load-flows';
import { MESSAGE, TICKET } from '../faults/broken-promises';
import { openProduct, type TestProduct } from '../product/open-product';

const RETURNS = 'returns-mailbox@shop.example';
const QUESTION = { from: 'ana@example.com', subject: 'Return', body: 'How do I return my order?' };

let folder: string;
let desk: TestProduct;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'further-mailbox-'));
  for (const file of [...flowFiles(projectFile('flows')), 'operations.json']) {
    cpSync(join(projectFile('flows'), file), join(folder, file));
  }
  const places = { flowFolder: folder, solutionFolder: join(folder, 'solution') };
  addMailbox(places, 'Returns mailbox', 'Buzón de devoluciones');
  desk = await openProduct({ flowFolder: folder });
}, 60_000);
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts a mail into the further mailbox and waits until nothing runs any more. */
async function writeToReturns(mail: typeof QUESTION & { internetMessageId?: string; to?: string }) {
  const { internetMessageId } = desk.product.platform.outlook.deliver(mail, RETURNS);
  await desk.clock.runUntil(new Date(desk.clock.now().getTime() + 5 * 60_000));
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
  expect(inbound).toMatchObject([{ rcc_status: MESSAGE.received }]);
  expect(tickets).toMatchObject([{ statuscode: TICKET.answered }]);
  expect(sentTo(QUESTION.from).map(({ from }) => from)).toEqual([RETURNS]);
});

it('The same mail in two mailboxes leads to one ticket and one answer', async () => {
  const mail = { ...QUESTION, from: 'bo@example.com', internetMessageId: '<both@example.com>' };
  desk.product.platform.deliverMail(mail);
  const { inbound, tickets } = await writeToReturns(mail);
  expect(inbound).toMatchObject([{ rcc_status: MESSAGE.received, rcc_attempts: 1 }]);
  expect(tickets).toMatchObject([{ statuscode: TICKET.answered }]);
  expect(sentTo(mail.from)).toHaveLength(1);
});

it('What one of our mailboxes writes to another starts nothing', async () => {
  const before = desk.rows('rcc_message').length;
  await writeToReturns({ ...QUESTION, from: 'support@shop.example' });
  const { runs } = await desk.mail({ ...QUESTION, from: RETURNS });
  expect(runs).toEqual([]);
  expect(desk.rows('rcc_message')).toHaveLength(before);
});
