import fc from 'fast-check';
import { markdownText } from './markdown-text';

it.each([
  ['**Approved** by the board', '\\*\\*Approved\\*\\* by the board'],
  ['one\n\n# Two\r\n- three', 'one \\# Two \\- three'],
  ['[here](https://evil.example/?a=b)', '\\[here\\]\\(https\\:\\/\\/evil\\.example\\/?a\\=b\\)'],
  ['<b>now</b> & ![x](y)', '\\<b\\>now\\<\\/b\\> \\& \\!\\[x\\]\\(y\\)'],
  ['www.evil.example or a@b.example', 'www\\.evil\\.example or a\\@b\\.example'],
  ['paid \u202Eto em\u200B', 'paid to em'],
])('%j stands as %s', (words, text) => expect(markdownText(words, 200)).toBe(text));

it('is one line, no longer than it may be, and says every character that it keeps', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 40 }), (words, most) => {
      const plain = markdownText(words, most).replace(/\\(.)/gs, '$1');
      expect([...plain].length).toBeLessThanOrEqual(most);
      expect(plain).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      if (plain.endsWith('…')) expect(words.length).toBeGreaterThan(0);
    }),
  ));

it('leaves nothing that Markdown could take for more than a character', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), (words) => {
      expect(markdownText(words, 200).replace(/\\[\x21-\x7e]/g, '')).not.toMatch(/[^A-Za-z0-9 ,;%?…]/);
    }),
  ));
