import type { Intent } from '../../contract/vocabulary';
import { classifyIntent } from './classify-intent';
import { type IntentModel, shippedIntentModel } from './intent-model';

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
    12345
    can you look up #12346 for me
    Has order 12347 been cancelled?
    What is happening with my order 12353?
    My order says processing, when will it ship?
    What's the ETA on ORD-12345
    I'd like an update on my delivery
    what is the status of 31134
    Whre is my oder 31134
    wheer is my pracel
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

/** Whole mails and hasty chat lines, with all that stands around the matter. */
const IN_FULL: Readonly<Record<Intent, string>> = {
  order_tracking: `Hello team, I hope you are well. I placed an order with you last Thursday (number 48213) and I have received the confirmation but no shipping notice. Could you please let me know when it will be sent? Kind regards, Tom
    Good morning! Just wondering about my parcel. The tracking page has said "label created" since yesterday. Do you know when the carrier picks it up?
    hey any news on 48213??
    its been 2 days, when do u ship order 48213
    Hola, quisiera saber cuándo llega mi pedido 48213. Gracias`,
  delivery_issue: `Hi there. I am writing about order #77120. It was supposed to arrive last Friday and today is Wednesday. I need it for my son's birthday on Saturday. Please tell me what is going on.
    Dear Sir or Madam, yesterday I received my order 55231. Unfortunately two of the four glasses were broken. Please advise what I should do. Best regards, Ines
    My order came today but the blue scarf isn't in the box, only the hat. Order 30122.
    where the hell is my parcel?? it was due on monday and still nothing
    got wrong size
    ups says delivered but nothing here
    Buenos días, mi pedido llegó con un plato roto.
    Hallo, laut DHL wurde das Paket zugestellt, aber ich habe nichts bekommen.`,
  returns: `Hello, I bought a pair of boots from your shop two weeks ago and they don't fit. I would like to send them back and get a size 39 instead if possible. How does that work? Thank you, Marta
    Hi, I sent my coat back on the 3rd and your site says it was received on the 6th. I have not seen the money on my account yet. When can I expect it?
    Please cancel my order 90121, I ordered the wrong colour by accident. Thanks
    The coffee machine I bought in January doesn't heat anymore. It still has warranty. Can you repair or replace it?
    how to get refund for ord 48213
    can u exchange size m to l
    Bonjour, je souhaite retourner la robe que j'ai reçue hier, elle est trop petite.`,
  payment_issue: `Hi, I tried to pay with my Visa three times yesterday and it was rejected every time although there is enough money on it. Can you check what is wrong?
    Could you please send me a VAT invoice for my last purchase? My company needs it for accounting.
    I used the code WELCOME10 at checkout but the discount was not deducted from the total. Order 20133.
    Hello, on my credit card statement I see 89.90 but the order confirmation says 79.90. Why is that?
    cod available?
    my upi payment failed but amt deducted
    Guten Tag, ich brauche bitte eine Rechnung für meine Bestellung 48213.`,
  product_information: `Hi! I'm interested in the Alpine tent. Does it fit four people and is the groundsheet included? Also how heavy is it? Cheers
    Do you have the desk lamp in black and when would it be available? Also what would shipping to Ireland cost?
    I would like to know whether the face cream is suitable for sensitive skin.
    Can I pick up items at your shop in Leeds and what are the opening times on Sundays?
    is this cream good for dry skin
    u have iphone 15 case?
    Bonjour, est-ce que ce manteau est disponible en taille 42 ?`,
  general_complaint: `I have never been treated so badly by a company. Your agent hung up on me twice and nobody ever called back. I am done with you.
    To whom it may concern, I wish to express my dissatisfaction with the way your staff handled my call this morning. It was unprofessional and rude.`,
  other: `Hi, I can't log in to my account, the page says my e-mail is unknown. Can you help?
    Please remove my e-mail from your mailing list, I don't want these mails anymore.
    Just wanted to say that Claire from your chat was brilliant. Problem solved in five minutes, thank you!
    Hello, I'm a student and looking for a summer job. Do you have any vacancies in your warehouse?
    We are a SEO agency and can bring your website to the first page of Google. Reply for a free quote.
    Can you add another shirt to my order 71234 before it goes out?
    can i talk to someone
    Ich kann mich nicht in mein Konto einloggen.`,
};

const ANSWERABLE = 0.6;

describe.each(Object.entries(EVERYDAY))('%s', (intent, lines) => {
  test.each(lines.split('\n').map((line) => line.trim()))('%s', (text) => {
    const guess = classifyIntent('', text);
    expect(guess.intent).toBe(intent);
    expect(guess.confidence).toBeGreaterThanOrEqual(ANSWERABLE);
  });
});

test.each(Object.entries(IN_FULL).flatMap(([intent, lines]) => lines.split('\n').map((line) => [intent, line.trim()])))(
  '%s in full: %s',
  (intent, text) => expect(classifyIntent('', text ?? '').intent).toBe(intent),
);

test('without any word it knows the answer is other, and unsure', () => {
  for (const text of ['', '???', 'Zwiebelfisch']) {
    const guess = classifyIntent('', text);
    expect(guess.intent).toBe('other');
    expect(guess.confidence).toBeLessThan(0.4);
  }
});

test('nonsense is never answered without a person', () => {
  for (const text of ['purple monkey lullaby', 'asdf qwer', 'Lorem ipsum dolor sit amet'])
    expect(classifyIntent('', text).confidence).toBeLessThan(0.45);
});

test('rules and linear part must agree for a sure answer', () => {
  const sure = classifyIntent('', 'where is my parcel');
  const against: IntentModel = { ...shippedIntentModel(), weights: shippedIntentModel().weights.map((step) => -step) };
  expect(sure.confidence).toBeGreaterThan(0.9);
  expect(classifyIntent('', 'where is my parcel', against).confidence).toBeLessThan(0.6);
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

test('an order number as the subject does not decide what is wanted', () => {
  expect(classifyIntent('Order 12345', 'Two of the plates are broken.').intent).toBe('delivery_issue');
  expect(classifyIntent('Pedido 12345', 'Quiero devolver la camisa.').intent).toBe('returns');
  expect(classifyIntent('Order 12345', '').intent).toBe('order_tracking');
});

test.each<[Intent, string]>([
  ['order_tracking', 'I have not received any shipping confirmation for my order yet, when will it leave?'],
  ['order_tracking', 'No he recibido ningún aviso de envío. ¿Cuándo sale mi pedido?'],
  ['returns', 'I have not received my refund yet.'],
  ['payment_issue', 'Ich habe keine Rechnung erhalten.'],
])('a mail or money that did not come is no lost parcel (%s): %s', (intent, text) =>
  expect(classifyIntent('', text).intent).toBe(intent),
);

test('a thing to fix beats the displeasure about it', () => {
  const { intent } = classifyIntent('', 'Nobody ever answers me, this is ridiculous. Where is order 31276?');
  expect(intent).toBe('order_tracking');
});

describe('what is surer', () => {
  const confidence = (text: string) => classifyIntent('', text).confidence;

  test('a plain request than a request in a language the model hardly knows', () => {
    expect(confidence('Where is my parcel?')).toBeGreaterThan(confidence('Missä pakettini on?'));
  });

  test('rules and weights that agree than rules whose weights say something else', () => {
    const text = 'I want a refund';
    const silent = { ...shippedIntentModel(), weights: new Int8Array(shippedIntentModel().weights.length) };
    const contrary = { ...shippedIntentModel(), scale: -shippedIntentModel().scale };
    const [agreeing, alone, contradicted] = [undefined, silent, contrary].map(
      (model) => classifyIntent('', text, model).probabilities.returns,
    );
    expect(agreeing).toBeGreaterThan(alone!);
    expect(alone).toBeGreaterThan(contradicted!);
  });
});

test('hostile text is read in bounded time, as subject and as body', () => {
  for (const unit of ['n ', '# ', 'no. ', 'order ', '. ', 'not received ', '1 ', 'every month ', 'ignore all '])
    for (const text of [unit.repeat(200_000 / unit.length), unit.repeat(200_000 / unit.length).trimEnd() + '!'])
      expect(classifyIntent(text, text).confidence).toBeGreaterThan(0);
});
