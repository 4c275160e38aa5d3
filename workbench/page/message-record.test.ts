import type { TableRow } from './desk';
import { messageIdOfKey, messageKey, messageView, ticketLines } from './message-record';
import { testDesk } from './desk.fixture';

const row = (key: string, second: number, outbound = key.startsWith('reply:')): TableRow => ({
  rcc_internetmessageid: key,
  rcc_direction: outbound ? 727000001 : 727000000,
  createdon: `2026-03-01T09:30:0${second}Z`,
});

const keysInOrder = async (...rows: TableRow[]): Promise<unknown[]> => {
  const lines = await ticketLines({ ...testDesk(), rows: () => Promise.resolve([...rows]) }, 'ticket');
  return lines.map(({ rcc_internetmessageid }) => rcc_internetmessageid);
};

it('puts an answer right behind its question when all happened in one second', async () => {
  const rows = [row('reply:a', 1), row('a', 1), row('b', 1), row('reply:b', 1)];
  expect(await keysInOrder(...rows)).toEqual(['a', 'reply:a', 'b', 'reply:b']);
});

it('orders by time otherwise, an answer without its question too', async () => {
  const rows = [row('b', 5), row('reply:gone', 3), row('a', 1), row('reply:a', 2)];
  expect(await keysInOrder(...rows)).toEqual(['a', 'reply:a', 'reply:gone', 'b']);
});

it.each([
  ['email', '<a@b.c>', 'talk', '<a@b.c>'],
  ['chat', 'turn', 'talk', 'chat:talk:turn'],
])('knows the key of a message by %s and back', (channel, id, conversation, key) => {
  expect(messageKey(channel, id, conversation)).toBe(key);
  expect(messageIdOfKey(key)).toBe(id);
});

it('shows a mail written as HTML as text', () => {
  const view = messageView({ ...row('a', 1), rcc_body: '<p>Hello<br>you &amp; me</p>', rcc_subject: 'Hi' });
  expect(view).toMatchObject({ text: 'Hello\nyou & me', subject: 'Hi', direction: 'inbound' });
});
