import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportBronze } from '../../../proxy/src/events/bronze';
import { DEMO_USERS } from '../../../workbench/start/demo-desk';
import { openProduct, type TestProduct } from '../../product/open-product';
import { readPart } from '../evaluation-case';
import { addCases } from './add-cases';
import { bronzeEvents } from './bronze-events';
import { type Recorded, recordedMessages, type RecordedMessage } from './recorded-messages';
import { reviewOf } from './review';
import { reviewMarkdown } from './review-markdown';

const OTHERS = ['Ticket Auto-Assignment', 'Ticket Assignment', 'Ticket Status Recording', 'Ticket Resolution'];
const RETURNS = 727000001;
const EMAIL = 'jane.miller@example.com';

let desk: TestProduct;
let folder: string;
let corrections = 0;
beforeAll(async () => {
  desk = await openProduct({ desk: true, off: OTHERS });
  folder = mkdtempSync(join(tmpdir(), 'review-'));
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Corrects the ticket as the form does. */
async function correct(ticketId: unknown, values: Record<string, unknown>): Promise<void> {
  await desk.update('rcc_tickets', String(ticketId), {
    ...values,
    rcc_correctedon: new Date(desk.clock.now().getTime() + (corrections += 1)).toISOString(),
    'rcc_CorrectedBy@odata.bind': `/systemusers(${DEMO_USERS.anna})`,
  });
  await desk.idle();
}

async function recorded(): Promise<Recorded> {
  const bronze = join(folder, 'bronze');
  await exportBronze(desk.product.proxy.store, bronze, () => desk.clock.now());
  return recordedMessages(bronzeEvents(bronze));
}
const withText = ({ messages }: Recorded, words: string): RecordedMessage =>
  messages.find(({ text }) => text.includes(words))!;

test('a committed case names nobody, tells no password, and its numbers are made up', () => {
  const path = join(folder, 'made-up.jsonl');
  const message = {
    ...{ id: 'msg-1', channel: 'email', subject: 'Order 12345', isHtml: false, fromEmail: 'm.lopez@example.com' },
    text: 'hi this is maria lopez, order 12345, MARÍA LÓPEZ. My password is hunter2.',
    customerName: 'María López',
    reading: { intent: 'other' },
    correction: { said: {}, corrected: [], model: {} },
  } as unknown as RecordedMessage;
  expect(addCases(['msg-1'], [message], path).added).toEqual(['msg-1']);
  const { subject, text } = JSON.parse(readFileSync(path, 'utf8')) as { subject: string; text: string };
  expect(subject).toMatch(/^Order \d{5}$/);
  const number = subject.slice(6);
  expect(number).not.toBe('12345');
  expect(text).toBe(`hi this is [name 1], order ${number}, [name 1]. My password is [password 1].`);
});

describe('what an agent corrects in the app', () => {
  const WORDS = 'Something about my account statement puzzles me';
  let all: Recorded;
  beforeAll(async () => {
    const { ticket } = await desk.mail({
      from: EMAIL,
      subject: 'A matter',
      body: `${WORDS}, please ask me at +44 20 7946 0958 or ${EMAIL}.\n\nJane Miller`,
      isHtml: false,
    });
    // A second message of the same conversation comes between the first one and its correction.
    await desk.mail({
      from: EMAIL,
      subject: 'Another matter',
      body: 'Do you sell yellow hats with feathers for horses?',
      isHtml: false,
    });
    await correct(ticket!.rcc_ticketid, { rcc_intent: RETURNS });
    all = await recorded();
  });

  test('is found with the message it was about, what the model said and what the agent says', () => {
    const { reading, correction, channel } = withText(all, WORDS);
    expect(channel).toBe('email');
    expect(correction).toMatchObject({
      said: { intent: 'returns' },
      model: { intent: reading.intent, sentiment: reading.sentiment, priority: reading.priority },
      corrected: ['intent'],
    });
    expect(all.lost).toBe(0);
    expect(withText(all, 'yellow hats').correction).toBeUndefined();
    const review = reviewOf(all);
    expect(review.corrected.map(({ message }) => message.id)).toEqual([withText(all, WORDS).id]);
    expect(review.confusions).toEqual([{ first: reading.intent, second: 'returns', count: 1 }]);
  });

  test('is shown without address, number and name', () => {
    const page = reviewMarkdown(reviewOf(all));
    expect(page).toContain(WORDS);
    expect(page).toContain('**returns**');
    expect(page).not.toMatch(/miller|jane|7946/i);
  });

  test('is taken into the development cases once, with the agent’s labels', () => {
    const path = join(folder, 'dev', 'from-review.jsonl');
    const { id } = withText(all, WORDS);
    expect(addCases(['corrected'], all.messages, path)).toEqual({ added: [id], known: [] });
    const file = readFileSync(path, 'utf8');
    expect(addCases(['corrected', id], all.messages, path)).toEqual({ added: [], known: [id] });
    expect(readFileSync(path, 'utf8')).toBe(file);
    expect(file).not.toMatch(/miller|jane|7946/i);
    const [added, ...others] = readPart('dev', folder);
    expect(others).toEqual([]);
    expect(added).toMatchObject({ id, channel: 'email', expected: { intent: 'returns' } });
    expect(added?.text).toContain(WORDS);
  });

  test('a message nobody judged, or nobody knows, is refused and nothing is written', () => {
    const path = join(folder, 'refused.jsonl');
    const { id } = withText(all, 'yellow hats');
    expect(() => addCases(['corrected', id], all.messages, path)).toThrow(`nobody judged the message ${id}`);
    expect(() => addCases(['review-0'], all.messages, path)).toThrow('there is no message review-0');
    expect(() => readFileSync(path)).toThrow('ENOENT');
  });
});

test('why people take over is counted for mails and chats, and unanswered questions are grouped by their words', async () => {
  await desk.chat({ text: 'Is the blue jacket waterproof?', email: 'a@example.com' });
  await desk.chat({ text: 'is your jacket waterproof', email: 'b@example.com' });
  await desk.mail({ from: 'c@example.com', body: 'I was charged twice for order 12355!', isHtml: false });
  const review = reviewOf(await recorded());
  const reasons = (intent: string) => review.handovers.filter(({ first }) => first === intent);
  expect(reasons('payment_issue').map(({ second }) => second)).toEqual(
    expect.arrayContaining(['critical_priority', 'money']),
  );
  const [first] = review.unanswered;
  expect(first?.questions).toHaveLength(2);
  expect(first?.words).toEqual(expect.arrayContaining(['jacket']));
});

test('only what came or was corrected since a day is shown', async () => {
  const all = await recorded();
  const tomorrow = new Date(desk.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
  const today = desk.clock.now().toISOString().slice(0, 10);
  expect(reviewOf(all, tomorrow)).toMatchObject({ messages: 0, corrected: [], handovers: [] });
  expect(reviewOf(all, today).messages).toBe(all.messages.length);
});

test('a line that cannot be read is named; a folder that is not there says what to do', () => {
  expect(() => [...bronzeEvents(join(folder, 'none'))]).toThrow('Start the product once');
  const day = join(folder, 'bronze', 'ticket', readdirSync(join(folder, 'bronze', 'ticket'))[0]!);
  appendFileSync(join(day, readdirSync(day)[0]!), '{"cut\n');
  expect(() => [...bronzeEvents(join(folder, 'bronze'))]).toThrow(/\.ndjson line \d+ is not JSON/);
});
