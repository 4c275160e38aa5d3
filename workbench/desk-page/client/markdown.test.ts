import fc from 'fast-check';
import { markdownText } from '../../../proxy/src/commerce/actions/markdown-text';
import { readMarkdown } from './markdown';

const plain = (text: string) => ({ text, isStrong: false });
const strong = (text: string) => ({ text, isStrong: true });

it('reads items, strong words and paragraphs', () => {
  expect(readMarkdown('- **Paid:** 89.00 EUR\r\n\nNothing else\n* one **two** three')).toEqual([
    { isItem: true, spans: [strong('Paid:'), plain(' 89.00 EUR')] },
    { isItem: false, spans: [plain('Nothing else')] },
    { isItem: true, spans: [plain('one '), strong('two'), plain(' three')] },
  ]);
});

it.each(['<img src=x onerror=alert(1)>', '[here](javascript:alert(1))', '# Title', '`code`', 'a \\ b'])(
  'leaves %s the text it is',
  (text) => expect(readMarkdown(text)).toEqual([{ isItem: false, spans: [plain(text)] }]),
);

it('shows the words of a customer as they were written, whatever signs are in them', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 60 }), (words) => {
      const shown = words.replace(/[\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').trim(); // prettier-ignore
      fc.pre(shown !== '');
      const [line, ...more] = readMarkdown(`- **Reason:** ${markdownText(words, 100)}`);
      expect(more).toEqual([]);
      expect(line).toEqual({ isItem: true, spans: [strong('Reason:'), plain(` ${shown}`)] });
    }),
  ));
