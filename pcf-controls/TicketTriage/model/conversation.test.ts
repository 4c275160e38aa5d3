/** @jest-environment jsdom */
import { createWebApi } from '../../mocks/web-api';
import { CHOICE_DEFAULTS, readChoices } from './choices';
import { COLUMN_DEFAULTS, readMessageColumns } from './columns';
import { beginningOf, readBody, readConversation } from './conversation';

const TICKET = '5e1f0000-0000-4000-8000-000000000001';
const choices = readChoices((property) => CHOICE_DEFAULTS[property]);
const message = (number: number, values: object = {}) => ({
  rcc_messageid: `5e1f0000-0000-4000-9000-00000000000${number}`,
  _rcc_ticket_value: TICKET,
  rcc_body: `Message ${number}`,
  createdon: `2026-03-02T1${number}:00:00Z`,
  ...values,
});

function archive(rows: object[], columns: string = COLUMN_DEFAULTS.messageColumns) {
  const webApi = createWebApi({ tables: { rcc_message: rows as Record<string, unknown>[] } });
  return { webApi, messageTable: 'rcc_message', messageColumns: readMessageColumns(columns), choices };
}

describe('a conversation', () => {
  it('is the messages of the ticket, oldest first, in our words', async () => {
    const theirs = message(3, { _rcc_ticket_value: 'another' });
    const first = message(1, { rcc_direction: 727000000, rcc_author: 727000000, rcc_status: 727000000 });
    const second = message(2, { rcc_direction: 727000001, rcc_author: 727000002, rcc_status: 727000003 });
    const { messages, hasOlder } = await readConversation(
      `{${TICKET.toUpperCase()}}`,
      archive([second, theirs, first]),
    );
    expect(hasOlder).toBe(false);
    expect(messages.map(({ text, author, direction, delivery }) => [text, author, direction, delivery])).toEqual([
      ['Message 1', 'customer', 'inbound', 'received'],
      ['Message 2', 'automatic', 'outbound', 'failed'],
    ]);
  });

  it('is dated by when a message was sent, else by when it was written down', async () => {
    const sent = message(1, { rcc_senton: '2026-03-02T09:30:00Z' });
    const { messages } = await readConversation(TICKET, archive([sent, message(2)]));
    expect(messages.map(({ at }) => at?.toISOString())).toEqual([
      '2026-03-02T09:30:00.000Z',
      '2026-03-02T12:00:00.000Z',
    ]);
  });

  it('is cut to its newest part when it is long, and says so', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({
      ...message(0),
      rcc_messageid: `5e1f0000-0000-4000-9000-${String(index).padStart(12, '0')}`,
      rcc_body: `Message ${index}`,
      createdon: new Date(Date.UTC(2026, 2, 1, 0, index)).toISOString(),
    }));
    const { messages, hasOlder } = await readConversation(TICKET, archive(rows));
    expect([messages.length, messages[0]?.text, messages[49]?.text, hasOlder]).toEqual([
      50,
      'Message 10',
      'Message 59',
      true,
    ]);
  });

  it('reads a table of another name with the few columns it has', async () => {
    const webApi = createWebApi({ tables: { note: [{ _about_value: TICKET, words: 'Hello' }] } });
    const columns = readMessageColumns('ticket=about; body=words');
    const found = await readConversation(TICKET, { webApi, messageTable: 'note', messageColumns: columns, choices });
    expect(found.messages).toEqual([expect.objectContaining({ text: 'Hello', at: undefined, author: undefined })]);
  });

  it('cannot be read without a column for the ticket, and says which property to mend', async () => {
    await expect(readConversation(TICKET, archive([], 'body=rcc_body'))).rejects.toThrow('messageColumns');
  });
});

describe('a body', () => {
  it('in HTML becomes text with its lines, without markup, scripts and styles', () => {
    const html =
      '<style>p{}</style><p>Hello,</p><p>one &lt;b&gt;<br>two&nbsp;</p><script>alert(1)</script><ul><li>three</li></ul>';
    expect(readBody(html)).toEqual({ text: 'Hello,\n\none <b>\ntwo\n\nthree', quoted: '' });
  });

  it('is parted from what it quotes, as mail programs mark it', () => {
    for (const quote of [
      '<blockquote>Before</blockquote>',
      '<div class="gmail_quote">On Monday:<blockquote>Before</blockquote></div>',
      '<div id="divRplyFwdMsg">From: us</div><div>Before</div>',
    ]) {
      const { text, quoted } = readBody(`<div>New</div>${quote}`);
      expect([text, quoted.includes('Before')]).toEqual(['New', true]);
    }
  });

  it('in plain text is parted from the quoted lines at its end only', () => {
    expect(readBody('New\n\nOn Monday we wrote:\n> Before\n> that\n')).toEqual({
      text: 'New',
      quoted: 'On Monday we wrote:\n> Before\n> that',
    });
    expect(readBody('> a > b\nis what I see')).toEqual({ text: '> a > b\nis what I see', quoted: '' });
    expect(readBody('1 < 2 and 3 > 2').text).toBe('1 < 2 and 3 > 2');
  });
});

it('A long text is folded at a word or a line, a short one not at all', () => {
  expect(beginningOf('short')).toEqual({ shown: 'short', isFolded: false });
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n');
  expect(beginningOf(lines)).toEqual({ shown: lines.split('\n').slice(0, 10).join('\n'), isFolded: true });
  const { shown, isFolded } = beginningOf('word '.repeat(400));
  expect([isFolded, shown.endsWith('word…'), shown.length < 702]).toEqual([true, true, true]);
});
