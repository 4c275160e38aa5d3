import type { Connector, ConnectorRequest } from '../flow-engine/types';
import { RunMessages } from './run-messages';

const answer = { statusCode: 200, headers: {}, body: {} };
const connector: Connector = { call: () => Promise.resolve(answer) };

const call = (messages: RunMessages, operationId: string, body: unknown, name = 'rcc_retailcallcenter') =>
  messages.wrapConnector(name, connector).call({
    operationId,
    arguments: { body },
    runId: 'run-1',
    actionName: 'Action',
    attempt: 1,
    signal: new AbortController().signal,
  } satisfies ConnectorRequest);

const mail = {
  channel: 'email',
  message_id: '<a@b.c>',
  subject: 'Where?',
  customer_email: 'a@b.c',
  conversation_id: 'c',
};

it("learns a run's message from its first call and changes nothing in it", async () => {
  const messages = new RunMessages();
  expect(await call(messages, 'CreateTicket', mail)).toBe(answer);
  expect(messages.messageOf({ runId: 'run-1' })).toEqual({
    channel: 'email',
    messageId: '<a@b.c>',
    conversationId: 'c',
    title: 'Where?',
    from: 'a@b.c',
  });
  expect(await messages.runOf('<a@b.c>', 0)).toBe('run-1');
});

it('tells a sender who waits which run takes the message up', async () => {
  const messages = new RunMessages();
  const run = messages.runOf('turn-1', 1000);
  await call(messages, 'AnswerChat', { conversation_id: 'talk', message_id: 'turn-1', text: 'Hello' });
  expect(await run).toBe('run-1');
  expect(messages.messageOf({ runId: 'run-1' })).toMatchObject({ channel: 'chat', title: 'Hello', from: null });
});

it('gives up waiting for a run that does not come', async () => {
  expect(await new RunMessages().runOf('never', 1)).toBeNull();
});

it('prefers what the sender said', async () => {
  const messages = new RunMessages();
  const known = { channel: 'email', messageId: '<a@b.c>', conversationId: '', title: 'Away', from: 'a@b.c' } as const;
  messages.expect(known);
  await call(messages, 'CreateTicket', { channel: 'email', message_id: '<a@b.c>' });
  expect(messages.messageOf({ runId: 'run-1' })).toEqual(known);
});

it.each([
  ['another connector', 'CreateTicket', mail, 'shared_office365'],
  ['a child run that reports an error', 'ReportFlowError', mail, 'rcc_retailcallcenter'],
  ['a call without a message', 'CreateTicket', {}, 'rcc_retailcallcenter'],
])('learns nothing from %s', async (_, operation, body, name) => {
  const messages = new RunMessages();
  await call(messages, operation, body, name);
  expect(messages.messageOf({ runId: 'run-1' })).toBeNull();
});
