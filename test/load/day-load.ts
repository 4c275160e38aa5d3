/** One line of a replay file. */
export interface LoadMessage {
  id: string;
  from: string;
  subject?: string;
  body?: string;
  text?: string;
}

/** A small seeded generator (mulberry32), so that the same seed gives the same day. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What customers write about, with its share of a day. `{order}` is an order of the sender. */
const EMAILS: ReadonlyArray<{ share: number; subjects: string[]; bodies: string[] }> = [
  {
    share: 0.42,
    subjects: ['Where is my order {order}?', 'Order {order}', 'Tracking for #{order}', 'Delivery date of {order}'],
    bodies: [
      'Hello,\n\ncould you tell me where my order {order} is at the moment?\n\nThanks',
      'Hi, I ordered last week (order {order}) and have not heard anything since. When will it arrive?',
      'Has #{order} been shipped yet? I would like to know the delivery date.\n\nKind regards\nAlex',
      'Please send me the tracking status of ORD-{order}.\n\nSent from my phone',
    ],
  },
  {
    share: 0.18,
    subjects: ['Return', 'Sending something back', 'Return of order {order}'],
    bodies: [
      'How do I return an item from order {order}? It does not fit.',
      'I would like to send back the shoes I bought. What do I have to do?',
      'What is your return policy? The jacket is too small.',
    ],
  },
  {
    share: 0.12,
    subjects: ['Question', 'Shipping costs', 'Before I order'],
    bodies: [
      'How much is shipping to Spain?',
      'Which payment methods do you accept?',
      'Do you have the backpack in blue as well?',
    ],
  },
  {
    share: 0.12,
    subjects: ['Parcel damaged', 'Order {order} incomplete', 'Still waiting'],
    bodies: [
      'The box of order {order} arrived crushed and the lamp inside is broken. I am very disappointed.',
      'One item of order {order} is missing. Please check.',
      'Order {order} should have been here on Monday and still is not. I need it this week!',
    ],
  },
  {
    share: 0.08,
    subjects: ['Charged twice', 'Payment', 'Invoice'],
    bodies: [
      'I was charged twice for order {order}! Please sort this out immediately.',
      'Could you send me an invoice for order {order}?',
      'My card was declined although there is enough money on it.',
    ],
  },
  {
    share: 0.08,
    subjects: ['Complaint', 'Feedback', 'Hello'],
    bodies: [
      'Your hotline kept me waiting for an hour. That is really bad service.',
      'Just wanted to say thank you, everything arrived in perfect shape.',
      'I forgot the password of my account. How can I get a new one?',
    ],
  },
];

const CHATS: ReadonlyArray<{ share: number; texts: string[] }> = [
  { share: 0.4, texts: ['where is my order {order}', 'Where is order #{order}?', 'track {order} please'] },
  { share: 0.25, texts: ['How do I return my order?', 'can I send something back', 'what is your return policy'] },
  {
    share: 0.2,
    texts: ['how much is shipping', 'which payment methods do you accept', 'do you deliver on saturdays'],
  },
  { share: 0.1, texts: ['I want to talk to a person', 'I was charged twice!', 'my parcel arrived broken'] },
  { share: 0.05, texts: ['thanks, bye', 'hello'] },
];

/**
 * A day of the expected volume (R111, R206): messages as they come in, about generated orders of their senders.
 * @param seed the same seed gives the same messages
 */
export function dayLoad(seed: number, emails = 1200, chats = 800): { emails: LoadMessage[]; chats: LoadMessage[] } {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const pickByShare = <T extends { share: number }>(items: readonly T[]): T => {
    let left = random();
    for (const item of items) if ((left -= item.share) <= 0) return item;
    return items[items.length - 1] as T;
  };
  const order = () => 30000 + Math.floor(random() * 10000);
  const fill = (text: string, number: number) => text.replaceAll('{order}', String(number));

  return {
    emails: Array.from({ length: emails }, (_, index) => {
      const number = order();
      const kind = pickByShare(EMAILS);
      return {
        id: `day-${seed}-email-${index}`,
        from: `customer${number}@example.com`,
        subject: fill(pick(kind.subjects), number),
        body: fill(pick(kind.bodies), number),
      };
    }),
    chats: Array.from({ length: chats }, (_, index) => {
      const number = order();
      return {
        id: `day-${seed}-chat-${index}`,
        from: `customer${number}@example.com`,
        text: fill(pick(pickByShare(CHATS).texts), number),
      };
    }),
  };
}
