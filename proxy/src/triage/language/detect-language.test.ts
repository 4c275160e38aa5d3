import { detectLanguage } from './detect-language';

test.each([
  [
    'en',
    [
      'price',
      'hi',
      'Where is order 12345?',
      'need beginner whey',
      'URGENT: Double charged!!',
      'track order',
      'me no get parcel',
      'no',
      'Zara',
    ],
  ],
  ['es', ['hola', '¿Dónde está mi pedido 12345?', 'donde esta mi pedido', 'Quiero devolver', 'me cobraron dos veces']],
  ['fr', ['bonjour', 'Où est ma commande ?', 'ou est ma commande', 'Je voudrais un remboursement', 'annuler']],
  ['de', ['Wo ist mein Paket', 'Paket nicht angekommen', 'Ich möchte die Schuhe zurückgeben', 'Lieferstatus']],
  ['pt', ['onde está meu pedido', 'não recebi a encomenda']],
  ['it', ["dov'è il mio ordine", 'vorrei restituire il pacco']],
  ['nl', ['waar is mijn pakket']],
  ['ru', ['где мой заказ']],
  ['pl', ['gdzie jest moja paczka od tygodnia nic nie wiem']],
  ['und', ['', '12345', '#12345 ???', '👍']],
])('%s', (language, texts) => {
  for (const text of texts) expect([text, detectLanguage(text)]).toEqual([text, language]);
});
