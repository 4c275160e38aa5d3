import fc from 'fast-check';
import { INTENTS } from '../contract/vocabulary';
import { ticketId } from './ticket-id';
import { ticketTitle } from './ticket-title';

it('the id of a ticket is a name-based UUID, the same for the same name and never for two', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(ticketId('key', one)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(ticketId('key', one)).toBe(ticketId('key', one));
      expect(ticketId('key', one)).not.toBe(ticketId('conversation', one));
      if (one !== other) expect(ticketId('key', one)).not.toBe(ticketId('key', other));
    }),
  );
});

it('the ids never change between versions', () => {
  expect(ticketId('key', 'a')).toBe('acac9114-f64c-5507-ad24-d6b09cdc5d9a');
  expect(ticketId('conversation', 'a')).toBe('2d80be2a-d008-5eab-893c-0f51625d3017');
});

it.each([
  ['Re: AW: Fwd: Where is it?', 'text', 'Where is it?'],
  ['  Two   words\n', 'text', 'Two words'],
  [undefined, '<p>Where is <b>it</b>?</p>', 'Return: Where is it ?'],
  ['Re:', '', 'Return'],
  ['', '   ', 'Return'],
])('the title of %j with %j is %j', (subject, text, title) => {
  expect(ticketTitle('returns', subject, text)).toBe(title);
});

it('a title is one short line of whole characters, whatever the message is', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.lorem({ maxCount: 60 }));
  fc.assert(
    fc.property(fc.constantFrom(...INTENTS), fc.option(text, { nil: undefined }), text, (intent, subject, body) => {
      const title = ticketTitle(intent, subject, body);
      expect(title.length).toBeGreaterThan(0);
      expect([...title].length).toBeLessThanOrEqual(121);
      expect(title).not.toMatch(/[\r\n]/);
      expect(Buffer.from(title).toString()).toBe(title);
    }),
  );
});
