import type { Intent } from '../../contract/vocabulary';
import { classifyIntent } from './classify-intent';

const EVERYDAY: Readonly<Record<Intent, string>> = {
  order_tracking: `Hi, can you tell me where my package is?
    Has my order 12345 shipped yet?
    When will my order arrive?
    order status 12345
    Can you give me the tracking number for order #12345?
    Is my parcel coming today?
    I ordered last week, when should I expect delivery?
    Could you check on order 12345 for me please
    track my order
    What's the ETA on ORD-12345
    I'd like an update on my delivery
    ¿Dónde está mi pedido 12345?
    Wann kommt meine Bestellung an?
    Où est ma commande ?`,
  returns: `How do I return my order?
    What is your return policy?
    I want to return a dress I bought
    Can I exchange these shoes for a bigger size?
    Please cancel order 12345
    I'd like a refund
    How long do I have to send something back?
    The jeans are too small, what can I do?
    when will I get my refund
    How can I get a return label?
    The headphones stopped working after two weeks
    I changed my mind and don't want it anymore
    Quiero devolver un producto
    Ich möchte die Schuhe zurückgeben
    Je voudrais être remboursé`,
  product_information: `Do you have this in blue?
    How much is shipping to Canada?
    Is the jacket waterproof?
    What sizes does this come in?
    Do you ship internationally?
    When will the red sneakers be back in stock?
    What are your opening hours?
    Does this laptop come with a charger?
    What material is the sofa made of?
    How long is the warranty on the blender?
    Is there a store near Boston?
    What's the difference between the Pro and the Lite model?
    Do you offer free shipping?
    ¿Cuánto cuesta el envío a México?
    Haben Sie das Kleid in Größe M?`,
  payment_issue: `My card was declined
    Do you accept PayPal?
    Can I get an invoice for my order?
    My promo code isn't working
    I was charged the wrong amount
    The payment failed but the money left my account
    I need a receipt for order 12345
    Can I pay in instalments?
    Why is there an extra fee on my bill
    Necesito una factura`,
  delivery_issue: `My package never arrived
    The tracking says delivered but I don't have it
    I received the wrong item
    My order arrived damaged
    My order is late
    There is an item missing from my order
    Can I change my delivery address?
    The driver left the parcel in the rain
    I only got half of my order
    It was supposed to be here on Monday
    The vase was broken when I opened the box
    Mein Paket ist nicht angekommen
    Mon colis est arrivé cassé`,
  general_complaint: `Your customer service is terrible
    I want to make a complaint
    I'm very disappointed with your company
    Your staff was rude to me in the store
    Worst shopping experience ever, never buying from you again`,
  other: `I want to talk to a human
    How do I reset my password?
    Please unsubscribe me from your newsletter
    How do I create an account?
    Thank you so much, great service!
    Are you hiring?
    hello
    delete my account
    I want to place an order
    We'd like to propose a partnership`,
};

const ANSWERABLE = 0.6;

describe.each(Object.entries(EVERYDAY))('%s', (intent, lines) => {
  test.each(lines.split('\n').map((line) => line.trim()))('%s', (text) => {
    const guess = classifyIntent('', text);
    expect(guess.intent).toBe(intent);
    expect(guess.confidence).toBeGreaterThanOrEqual(ANSWERABLE);
  });
});

test('without a sign the answer is other, and unsure', () => {
  for (const text of ['purple monkey dishwasher', '', '???', 'Zwiebelfisch']) {
    const guess = classifyIntent('', text);
    expect(guess.intent).toBe('other');
    expect(guess.confidence).toBeLessThan(0.4);
  }
});

describe('two topics in one message', () => {
  test.each<[Intent, string]>([
    ['delivery_issue', 'Terrible service, the parcel arrived smashed.'],
    ['returns', 'My order never arrived, I want my money back.'],
    ['payment_issue', 'I returned the shoes and now you charged me twice for them.'],
    ['order_tracking', 'Where is my order? And do you sell socks?'],
  ])('%s comes first in: %s', (intent, text) => expect(classifyIntent('', text).intent).toBe(intent));

  test('a second request of its own is reported', () => {
    expect(classifyIntent('', 'Where is my order? I also want to return the shoes.').second).toBe('returns');
    expect(classifyIntent('', 'Where is my order? Please tell me where my parcel is.').second).toBeNull();
  });
});

test('the subject counts more than one sentence', () => {
  expect(classifyIntent('Return of my shoes', 'Hello. I wrote to you. What now?').intent).toBe('returns');
});

test('the probabilities add up to one', () => {
  const { probabilities } = classifyIntent('refund', 'Where is it? I am angry.');
  expect(Object.values(probabilities).reduce((a, b) => a + b, 0)).toBeCloseTo(1);
});
