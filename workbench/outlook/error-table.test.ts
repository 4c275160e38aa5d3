import { createFaultyConnector } from '../flow-engine/faulty-connector';
import { createVirtualClock } from '../flow-engine/virtual-clock';
import { openMailDesk, type MailDesk } from './desk.fixture';

let desk: MailDesk;
beforeEach(() => (desk = openMailDesk()));
afterEach(() => desk.close());

const emailMessage = { To: 'ana@example.com', Subject: 'Hello', Body: 'x' };
const time = { start: '9 o’clock', end: '2026-03-03T09:15:00', timeZone: '(UTC) Coordinated Universal Time' };

// One row for each case of the connector's errors that the mailbox itself can raise.
it.each([
  ['a bad address', 'SendEmailV2', { emailMessage: { ...emailMessage, To: 'ana' } }, '400 ErrorInvalidRecipients'],
  ['a damaged id', 'GetEmailV2', { messageId: '<1@example.com>' }, '400 ErrorInvalidIdMalformed'],
  [
    'a bad time',
    'V4CalendarPostItem',
    { table: 'Calendar', item: { subject: 'x', ...time } },
    '400 ErrorInvalidRequest',
  ],
  ['no rights on a mailbox', 'GetEmailsV3', { mailboxAddress: 'ceo@shop.example' }, '403 ErrorAccessDenied'],
  ['no right to send as', 'SendEmailV2', { emailMessage: { ...emailMessage, From: 'a@b' } }, '403 ErrorSendAsDenied'],
  ['a mail that is gone', 'Flag_V2', { messageId: 'AAMkAGone=' }, '404 ErrorItemNotFound'],
  ['an event that is gone', 'V3CalendarGetItem', { table: 'Calendar', id: 'gone' }, '404 ErrorItemNotFound'],
])('%s is refused', async (_, operationId, args, expected) => {
  expect(await desk.refusal(operationId, args)).toBe(expected);
  expect([...desk.outlook.sent()]).toEqual([]);
});

it('a message over 49 MB is refused, one of 49 MB is sent', async () => {
  const most = 49 * 1024 * 1024;
  expect(await desk.refusal('SendEmailV2', { emailMessage: { ...emailMessage, Body: 'x'.repeat(most + 1) } })).toBe(
    '413 ErrorMessageSizeExceeded',
  );
  const Attachments = [{ Name: 'a.bin', ContentBytes: Buffer.alloc(most).toString('base64') }];
  expect(await desk.refusal('SendEmailV2', { emailMessage: { ...emailMessage, Attachments } })).toBe(
    '413 ErrorMessageSizeExceeded',
  );
  expect(
    (await desk.call('SendEmailV2', { emailMessage: { ...emailMessage, Body: 'x'.repeat(most) } })).statusCode,
  ).toBe(200);
});

it('an attachment that is not base64 is refused', async () => {
  const Attachments = [{ Name: 'a.txt', ContentBytes: 'plain words!' }];
  expect(await desk.refusal('SendEmailV2', { emailMessage: { ...emailMessage, Attachments } })).toBe(
    '400 ErrorInvalidRequest',
  );
});

it('calls over the connection limit get the answer of the gateway', async () => {
  const busy = openMailDesk({ limits: { calls: { calls: 2, seconds: 60 } } });
  busy.deliver();
  await busy.call('GetEmailsV3');
  busy.now += 34_000;
  await busy.call('GetEmailsV3');
  expect(await busy.call('GetEmailsV3')).toMatchObject({
    statusCode: 429,
    headers: { 'retry-after': '26' },
    body: { statusCode: 429, message: 'Rate limit is exceeded. Try again in 26 seconds.' },
  });
  busy.now += 26_000;
  expect((await busy.call('GetEmailsV3')).statusCode).toBe(200);
  busy.close();
});

it('messages over the mailbox limit are held back, and say until when', async () => {
  const busy = openMailDesk({ limits: { messagesPerMinute: 1 } });
  await busy.call('SendEmailV2', { emailMessage });
  const answer = await busy.call('SendEmailV2', { emailMessage });
  expect(answer).toMatchObject({ statusCode: 429, headers: { 'retry-after': '60' } });
  expect(answer.body.error).toMatchObject({ code: 'ApplicationThrottled' });
  expect([...busy.outlook.sent()]).toHaveLength(1);
  busy.close();
});

it('a mail whose answer was lost has been sent, and a second try sends it again', async () => {
  const clock = createVirtualClock(new Date(desk.now));
  const rules = [{ operationId: 'SendEmailV2', attempt: 1, fault: { kind: 'answerLostAfterEffect' as const } }];
  const faulty = createFaultyConnector(desk.outlook, rules, clock);
  const request = { operationId: 'SendEmailV2', arguments: { emailMessage }, runId: 'run-1', actionName: 'Send' };
  const send = (attempt: number) => faulty.call({ ...request, attempt, signal: new AbortController().signal });
  await expect(send(1)).rejects.toThrow('dropped');
  expect((await send(2)).statusCode).toBe(200);
  expect([...desk.outlook.sent()]).toHaveLength(2);
});

it.each(['FindMeetingTimes_V2', 'RespondToEvent_V2', 'GetMailTips_V2', 'SendMailWithOptions', 'ExportEmail_V2'])(
  '%s is refused by name',
  async (operationId) => {
    const { statusCode, body } = await desk.call(operationId);
    expect([statusCode, String(body.message)]).toEqual([404, expect.stringContaining(operationId) as string]);
  },
);
