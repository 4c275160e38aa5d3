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

test('a critical matter is never told without displeasure', () => {
  expect(scoreSentiment('Hello, I paid two times. Great shop!', 'en', true).sentiment).toBe('negative');
});
