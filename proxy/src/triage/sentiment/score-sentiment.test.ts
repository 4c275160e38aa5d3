import { scoreSentiment } from './score-sentiment';

test.each([
  ['neutral', 'Where is order 12345?'],
  ['neutral', 'Could you please help me with my invoice? Thanks!'],
  ['neutral', 'I would like to return these shoes, please.'],
  ['negative', 'This is the worst service I have ever had.'],
  ['negative', 'Still waiting, nobody answers, this is ridiculous'],
  ['negative', 'I am furious. The box was empty.'],
  ['positive', 'Thank you so much, you were a great help!'],
  ['positive', 'I love the jacket, excellent quality'],
])('%s: %s', (sentiment, text) => expect(scoreSentiment(text, 'en').sentiment).toBe(sentiment));

test.each([
  ['negative', 'Esto es inaceptable, un servicio pésimo', 'es'],
  ['negative', 'C’est scandaleux, je suis furieux', 'fr'],
  ['negative', 'Ich bin enttäuscht, das ist eine Frechheit', 'de'],
  ['positive', 'Vielen Dank, alles perfekt', 'de'],
])('%s: %s', (sentiment, text, language) => expect(scoreSentiment(text, language).sentiment).toBe(sentiment));

test.each([
  ['negative', 'Oh great, another week lost. Thanks for that.'],
  ['negative', 'Wow, amazing support, only waited 24 hours'],
  ['negative', 'Bravo, my parcel is lost again.'],
  ['negative', "You people don't care once you have the money."],
  ['neutral', 'Do you ship to Iceland, and would I have to pay customs?'],
  ['neutral', 'I have no credit card, can I pay by transfer?'],
  ['positive', 'Great, the parcel came today, thank you so much!'],
])('said without the usual words, %s: %s', (sentiment, text) =>
  expect(scoreSentiment(text, 'en').sentiment).toBe(sentiment),
);

test.each([
  [
    'neutral',
    'My statement shows the kettle two times, I may have misunderstood it. Could you have a look?',
    'en',
    true,
  ],
  ['neutral', 'The plug gets hot and smells, is that normal?', 'en', true],
  ['negative', 'The plug caught fire. What kind of shop is this?', 'en', true],
  ['negative', 'Es la tercera vez que escribo y sigo sin respuesta', 'es', false],
  ['negative', 'Ich schreibe jetzt zum dritten Mal', 'de', false],
  ['negative', 'Niemand reageert, wat een slechte service', 'nl', false],
  ['neutral', 'Wanneer komt mijn pakket die ik besteld heb?', 'nl', false],
  ['positive', 'you guys are the best', 'en', false],
  ['positive', 'Un grand merci à toute l’équipe', 'fr', false],
] as const)('displeasure is heard, and calm as well, %s: %s', (sentiment, text, language, isCritical) =>
  expect(scoreSentiment(text, language, isCritical).sentiment).toBe(sentiment),
);

test('hostile text costs no more than its length', () => {
  for (const part of ['made my ', 'best ', 'you guys are ', 'not sure ', 'just ', 'so '])
    expect(scoreSentiment(part.repeat(200_000 / part.length), 'en').sentiment).toBeDefined();
});

test('the last lines of a long mail tell its mood', () => {
  const calm = 'The order has two lamps and a shelf. '.repeat(60);
  expect(scoreSentiment(calm, 'en').sentiment).toBe('neutral');
  expect(scoreSentiment(`${calm}I am furious, this is the worst service ever.`, 'en').sentiment).toBe('negative');
});

test('the German article is no death', () => {
  expect(scoreSentiment('Wo sind die Schuhe, die ich bestellt habe? Die Nummer ist 12345.', 'de').sentiment).toBe(
    'neutral',
  );
});

test('a critical matter is never told without displeasure', () => {
  expect(scoreSentiment('Hello, I paid two times. Great shop!', 'en', true).sentiment).toBe('negative');
});
