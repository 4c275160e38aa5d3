import { fails, type SourcedCases } from '../testing/expression-cases';

const PRODUCE = `<produce><item><name expired="true" price="12">Gala</name><count>20</count></item><item><name expired="false" price="40">Honeycrisp</name><count>10</count></item></produce>`;
const FILE = '<file xmlns="https://example.com"><location>Paris</location></file>';

/** An expression over a document, with its quotes doubled. */
const over = (xml: string, query: string): string => `xpath(xml('${xml}'),'${query.replaceAll("'", "''")}')`;

export const xmlCases: SourcedCases[] = [
  {
    source: 'WDL 6.3 xml',
    cases: [
      [
        'text is carried as content',
        "xml('<a>1</a>')",
        { '$content-type': 'application/xml;charset=utf-8', $content: 'PGE+MTwvYT4=' },
      ],
      ['and is markup as text', "string(xml('<a>1</a>'))", '<a>1</a>'],
      ['also within text', "concat('<r>',xml('<a/>'),'</r>')", '<r><a/></r>'],
      ['an object with one property', 'string(xml(json(\'{"name":"Ann"}\')))', '<name>Ann</name>'],
      [
        'members are elements',
        'string(xml(json(\'{"p":{"name":"Ann","city":"Rome"}}\')))',
        '<p><name>Ann</name><city>Rome</city></p>',
      ],
      [
        'arrays repeat the element',
        'string(xml(json(\'{"r":{"a":[1,2.5,true]}}\')))',
        '<r><a>1</a><a>2.5</a><a>true</a></r>',
      ],
      [
        'arrays of objects',
        'string(xml(json(\'{"r":{"a":[{"id":1},{"id":2}]}}\')))',
        '<r><a><id>1</id></a><a><id>2</id></a></r>',
      ],
      ['an empty array leaves nothing', 'string(xml(json(\'{"r":{"a":[]}}\')))', '<r></r>'],
      ['null is an empty element', 'string(xml(json(\'{"r":{"a":null}}\')))', '<r><a/></r>'],
      ['attributes', 'string(xml(json(\'{"r":{"@id":1,"#text":"x"}}\')))', '<r id="1">x</r>'],
      ['CDATA', 'string(xml(json(\'{"r":{"#cdata-section":"<b>"}}\')))', '<r><![CDATA[<b>]]></r>'],
      [
        'the declaration',
        'string(xml(json(\'{"?xml":{"@version":"1.0"},"r":"x"}\')))',
        '<?xml version="1.0"?><r>x</r>',
      ],
      ['marks are escaped', 'string(xml(json(\'{"r":"a<b&c>"}\')))', '<r>a&lt;b&amp;c&gt;</r>'],
      ['names XML cannot hold', 'string(xml(json(\'{"first name":"x"}\')))', '<first_x0020_name>x</first_x0020_name>'],
      ['a name that starts with a digit', 'string(xml(json(\'{"r":{"1a":2}}\')))', '<r><_x0031_a>2</_x0031_a></r>'],
      [
        'a name with a sign of OData',
        'string(xml(json(\'{"r":{"a@odata.type":2}}\')))',
        '<r><a_x0040_odata.type>2</a_x0040_odata.type></r>',
      ],
      ['several properties', 'xml(json(\'{"a":1,"b":2}\'))', fails(/exactly one property/)],
      ['a root that is an array', 'xml(json(\'{"a":[1]}\'))', fails(/exactly one property/)],
      ['an array', 'xml(createArray(1))', fails(/expects XML.*'Array'/)],
      ['null', 'xml(null)', fails(/expects XML.*'Null'/)],
      ['text that is no XML', "xml('hello')", fails(/not XML/)],
      ['an element never closed', "xml('<a><b></a>')", fails(/not XML/)],
      ['a character XML cannot hold', 'xml(json(\'{"a":"\\u0001"}\'))', fails(/character code 1/)],
    ],
  },
  {
    source: 'Functions reference: json of XML',
    cases: [
      [
        'the declaration and one child',
        'json(xml(\'<?xml version="1.0"?> <root> <person id="1"> <name>Ann</name> </person> </root>\'))',
        { '?xml': { '@version': '1.0' }, root: { person: { '@id': '1', name: 'Ann' } } },
      ],
      [
        'several children are an array',
        'json(xml(\'<r><p id="1"/><p id="2"/></r>\'))',
        { r: { p: [{ '@id': '1' }, { '@id': '2' }] } },
      ],
      ['text beside attributes', 'json(xml(\'<a b="1">x</a>\'))', { a: { '@b': '1', '#text': 'x' } }],
      ['CDATA', "json(xml('<a><![CDATA[<b>]]></a>'))", { a: { '#cdata-section': '<b>' } }],
      ['an element closed at once', "json(xml('<a/>'))", { a: null }],
      ['an element of nothing', "json(xml('<a></a>'))", { a: '' }],
      [
        'both beside each other',
        'json(xml(\'<r><a></a><b /><a x="/"/><c> </c></r>\'))',
        {
          r: { a: ['', { '@x': '/' }], b: null, c: '' },
        },
      ],
      ['an empty text there and back', 'json(xml(json(\'{"r":{"a":"","b":null}}\')))', { r: { a: '', b: null } }],
      ['entities of XML', "json(xml('<a>&lt;&#65;&amp;</a>'))", { a: '<A&' }],
      ['comments are left out', "json(xml('<a><!-- x -->1</a>'))", { a: '1' }],
      ['encoded names', "json(xml('<first_x0020_name>x</first_x0020_name>'))", { 'first name': 'x' }],
      [
        'namespaces are attributes',
        `json(xml('${FILE}'))`,
        { file: { '@xmlns': 'https://example.com', location: 'Paris' } },
      ],
      ['a member called __proto__', "json(xml('<a><__proto__>1</__proto__></a>'))['a']?['__proto__']", '1'],
    ],
  },
  {
    source: 'WDL 6.4 json, xpath',
    cases: [
      ['texts', over(PRODUCE, '/produce/item/name/text()'), ['Gala', 'Honeycrisp']],
      ['an element is XML', `string(${over(PRODUCE, '/produce/item[1]/count')}[0])`, '<count>20</count>'],
      ['by an attribute', `json(${over(PRODUCE, "//name[@expired='true']")}[0])?['name']?['#text']`, 'Gala'],
      ['by a comparison', over(PRODUCE, '//name[@price>35]/text()'), ['Honeycrisp']],
      ['the last', over(PRODUCE, '//item[last()]/name/text()'), ['Honeycrisp']],
      ['attributes give their values', over(PRODUCE, '//@price'), ['12', '40']],
      ['nothing found', over(PRODUCE, '//pear'), []],
      ['a sum', over(PRODUCE, 'sum(/produce/item/count)'), 30],
      ['a count', over(PRODUCE, 'count(//item)'), 2],
      ['an average', over(PRODUCE, 'sum(//count) div 4'), 7.5],
      ['a number that is none', over(PRODUCE, 'number(//name)'), fails(/no finite result/)],
      ['a text', over(PRODUCE, 'string(//name)'), 'Gala'],
      ['a truth', over(PRODUCE, 'count(//item) = 2'), true],
      [
        'a namespace by local name',
        over(
          FILE,
          '/*[local-name()="file" and namespace-uri()="https://example.com"]/*[local-name()="location"]/text()',
        ),
        ['Paris'],
      ],
      ['a namespace by name', over(FILE, 'string(/*[name()="file"]/*[name()="location"])'), 'Paris'],
      [
        'the namespace stays with a part',
        `string(${over(FILE, '//*[name()="location"]')}[0])`,
        '<location xmlns="https://example.com">Paris</location>',
      ],
      ['text instead of XML is read', `xpath('<a>1</a>','string(/a)')`, '1'],
      ['a prefix', over(FILE, '/x:file'), fails(/local-name/)],
      ['no query', over(PRODUCE, '//['), fails(/cannot run the query/)],
      ['an empty query', over(PRODUCE, ''), fails(/cannot run the query/)],
      ['over null', "xpath(null,'/a')", fails(/expects XML.*'Null'/)],
      ['over the result of a query', `xpath(${over(PRODUCE, '//item')}[1],'string(item/name)')`, 'Honeycrisp'],
    ],
  },
  {
    source: 'XML 1.0: entities and document types',
    cases: [
      [
        'a document type is refused',
        'xml(\'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>\')',
        fails(/document type declaration, which is not allowed/),
      ],
      ['so is one that names a file', 'xml(\'<!DOCTYPE a SYSTEM "file:///etc/hosts"><a/>\')', fails(/document type/)],
      ['behind a comment, too', "xml('<!-- x --><!DOCTYPE a><a/>')", fails(/document type/)],
      ['but not within CDATA', "xpath('<a><![CDATA[<!DOCTYPE html>]]></a>','string(/a)')", '<!DOCTYPE html>'],
      ['an unknown entity', "xml('<a>&file;</a>')", fails(/not XML/)],
      ['deep nesting', `xml('${'<a>'.repeat(600)}${'</a>'.repeat(600)}')`, fails(/nested deeper than 500/)],
    ],
  },
];
