import fc from 'fast-check';
import { INTENTS, PRIORITIES } from '../contract/vocabulary';
import { slaDues } from './sla-dues';
import { ticketId } from './ticket-id';
import { ticketTitle } from './ticket-title';

const start = new Date('2026-03-28T23:30:00.000Z');

it.each([
  ['critical', 60, 480],
  ['high', 240, 1440],
  ['normal', 480, 2880],
  ['low', 1440, 4320],
] as const)('a %s ticket is due after %d and %d minutes', (priority, first, resolution) => {
  expect(slaDues(priority, start)).toEqual({
    first_response_due: new Date(start.getTime() + first * 60_000).toISOString(),
    resolution_due: new Date(start.getTime() + resolution * 60_000).toISOString(),
  });
});

it('a row of the table wins over the default, for its own priority only', () => {
  const rows = [{ priority: 'high' as const, first_response_minutes: 1, resolution_minutes: 2 }];
  expect(slaDues('high', start, rows).resolution_due).toBe('2026-03-28T23:32:00.000Z');
  expect(slaDues('low', start, rows)).toEqual(slaDues('low', start));
});

it('a more urgent ticket is never due later', () => {
  const dues = PRIORITIES.map((priority) => slaDues(priority, start).first_response_due);
  expect(dues).toEqual([...dues].sort().reverse());
});

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
