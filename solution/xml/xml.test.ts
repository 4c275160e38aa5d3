import * as fc from 'fast-check';
import { attribute, child, children, descendants, element, find, textAt, textOf, type XmlElement } from './element';
import { MalformedXml, readXml } from './read-xml';
import { writeElement, writeXml } from './write-xml';

const withoutLines = ({ name, attributes, children: inner }: XmlElement): unknown => ({
  name,
  attributes: { ...attributes },
  children: inner.map((each) => (typeof each === 'string' ? each : withoutLines(each))),
});

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,8}$/);
const words = fc.stringMatching(/^[ -~áéñ€\n\r\t]{1,12}$/).filter((text) => text.trim() !== '');
const tree = fc.letrec<{ tree: XmlElement }>((tie) => ({
  tree: fc
    .tuple(
      name,
      fc.dictionary(name, words, { maxKeys: 3 }),
      fc.oneof(
        { maxDepth: 4 },
        fc.constant([]),
        words.map((text) => [text]),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    )
    .map(([tag, attributes, inner]) => element(tag, attributes, [...inner])),
})).tree;

describe('XML of a solution', () => {
  it('is the same after writing and reading', () => {
    fc.assert(
      fc.property(tree, (made) => {
        expect(withoutLines(readXml(writeXml(made), 'made.xml'))).toEqual(withoutLines(made));
      }),
    );
  });

  it('keeps order, tells texts from elements and says on which line an element begins', () => {
    const root = readXml(
      '<?xml version="1.0"?>\n<a x="1"\n   y="2">\n  <b>one</b><!-- no -->\n  <c/>\n  <b><![CDATA[t<o]]></b></a>',
      'a.xml',
    );
    expect(children(root).map((each) => [each.name, each.line])).toEqual([['b', 4], ['c', 5], ['b', 6]]); // prettier-ignore
    expect(children(root, 'b').map(textOf)).toEqual(['one', 't<o']);
    expect([attribute(root, 'y'), attribute(root, 'z'), textAt(root, 'b'), textAt(root, 'c', 'd')]).toEqual(['2', '', 'one', '']); // prettier-ignore
    expect([...descendants(root, 'b')]).toHaveLength(2);
    expect(find(root, 'd')).toBeUndefined();
    expect(child(root, 'd').children).toEqual([]);
  });

  it('keeps a blank that is all an element holds, and drops those between elements', () => {
    expect(writeElement(readXml('<a> \n<b> </b>\n</a>', 'a.xml'))).toBe('<a>\n  <b> </b>\n</a>');
  });

  it('begins with a byte order mark only when asked', () => {
    expect(writeXml(element('a'), { byteOrderMark: true }).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(readXml(writeXml(element('a'), { byteOrderMark: true }), 'a.xml').name).toBe('a');
    expect(writeXml(element('a')).toString()).toBe('<?xml version="1.0" encoding="utf-8"?>\n<a />\n');
  });

  it.each([
    ['<a>\n<b></a>', 2, /unexpected close tag|unclosed/i],
    ['<a x="1" x="2"/>', 1, /duplicate attribute/i],
    ['<a>&nbsp;</a>', 1, /entity/i],
    ['', 1, /root element/i],
    ['<a/><b/>', 1, /one root/i],
  ])('that is malformed is refused with file and line: %j', (text, line, fault) => {
    let refused: unknown;
    try {
      readXml(text, 'Entities/x/Entity.xml');
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(MalformedXml);
    expect(refused).toMatchObject({ file: 'Entities/x/Entity.xml', line, fault: expect.stringMatching(fault) });
    expect((refused as Error).message).toMatch(
      /^Entities\/x\/Entity\.xml:\d+ is not well-formed XML: .+ Mend that line/,
    );
  });
});
