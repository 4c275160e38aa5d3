import { fails, float, type SourcedCases } from '../testing/expression-cases';

/** Behaviour that only the platform's reference of functions tells, where the language's own reference is silent. */
export const documentedCases: SourcedCases[] = [
  {
    source: 'Functions reference: guid',
    cases: [
      ['32 digits with hyphens', 'guid()', '44444444-4444-4444-8444-444444444444'],
      ['D is the default', "guid('D')", '44444444-4444-4444-8444-444444444444'],
      ['N has no hyphens', "guid('n')", '44444444444444448444444444444444'],
      ['B has braces', "guid('B')", '{44444444-4444-4444-8444-444444444444}'],
      ['P has brackets', "guid('P')", '(44444444-4444-4444-8444-444444444444)'],
      ['X is hexadecimal', "guid('X')", '{0x44444444,0x4444,0x4444,{0x84,0x44,0x44,0x44,0x44,0x44,0x44,0x44}}'],
      ['another letter', "guid('Q')", fails(/'Q' is not a GUID format/)],
    ],
  },
  {
    source: 'Functions reference: float',
    cases: [
      ['group marks', "float('10,000.333')", 10000.333],
      ['group marks anywhere', "float('12,3,4,5678')", float(12345678)],
      ['a sign behind', "float('12345678.-')", float(-12345678)],
      ['a plus behind', "float('1234567,8+')", float(12345678)],
      ['a point in front', "float('.12345678')", 0.12345678],
      ['a German number', "float('10.000,333','de-DE')", 10000.333],
      ['a French number', "float('10 000,5','fr-FR')", 10000.5],
      ['an exponent', "float('1.5e3')", float(1500)],
      ['two signs', "float('-1-')", fails(/cannot make a number/)],
      ['two points', "float('1.2.3')", fails(/cannot make a number/)],
      ['a group mark alone', "float(',')", fails(/cannot make a number/)],
      ['an unknown culture', "float('1','xx-invalid-zz-0')", fails(/culture 'xx-invalid-zz-0' is not known/)],
    ],
  },
  {
    source: 'Functions reference: isFloat',
    cases: [
      ['group marks', "isFloat('10,000.00')", true],
      ['a German number', "isFloat('10.000,00','de-DE')", true],
      ['the same is none in English', "isFloat('10.000,00')", false],
      ['an integer', "isFloat('10')", true],
      ['nothing', "isFloat('')", false],
    ],
  },
  {
    source: 'Functions reference: isInt',
    cases: [
      ['a negative', "isInt('-10')", true],
      ['an exponent', "isInt('1e3')", false],
      ['beyond 64 bits', "isInt('99999999999999999999')", false],
      ['nothing', "isInt('')", false],
    ],
  },
  {
    source: 'Functions reference: decimal',
    cases: [
      ['15 digits', "string(decimal('1.23456789123121'))", '1.23456789123121'],
      ['more digits than are kept are refused', "decimal('1.2345678912312131')", fails(/does not keep all digits/)],
      ['counts on', "add(decimal('1.5'),decimal('1.25'))", 2.75],
      ['zeros at the end do not count', "decimal('1.50')", 1.5],
      ['group marks', "decimal('1,000.5')", 1000.5],
      ['a point in front', "decimal('-.25')", -0.25],
      ['more digits of an integer', "decimal('12345678901234567891')", fails(/does not keep all digits/)],
      ['words', "decimal('abc')", fails(/cannot make a number/)],
    ],
  },
  {
    source: 'Functions reference: sub, mul',
    cases: [
      ['a number that starts with its point', 'sub(20.4,.4)', float(20)],
      ['a whole product of a float', 'string(mul(1.5,2))', '3'],
    ],
  },
  {
    source: 'Functions reference: utcNow, getFutureTime, getPastTime',
    cases: [
      ['universal, sortable', "utcNow('u')", '2026-03-04 05:06:07Z'],
      ['universal, in full', "utcNow('U')", 'Wednesday, March 4, 2026 5:06:07 AM'],
      ['the short date', "utcNow('d')", '3/4/2026'],
      ['the long time', "utcNow('T')", '5:06:07 AM'],
      ['year and month', "utcNow('y')", 'March 2026'],
      ['a pattern', "utcNow('ddd, d MMM yyyy')", 'Wed, 4 Mar 2026'],
      ['days ahead', "getFutureTime(5,'Day','D')", 'Monday, March 9, 2026'],
      ['days back', "getPastTime(5,'Day','D')", 'Friday, February 27, 2026'],
    ],
  },
  {
    source: 'Functions reference: xpath',
    cases: [
      ['one node is an array of one', "string(first(xpath(xml('<r><n>x</n></r>'),'/r/n')))", '<n>x</n>'],
      ['a comparison in the query', 'length(xpath(xml(\'<r><n p="12"/><n p="40"/></r>\'),\'//n[@p>35]\'))', 1],
      [
        'elements of a name space by their names',
        'xpath(xml(\'<f xmlns="https://contoso.com"><l>Paris</l></f>\'),\'string(/*[name()="f"]/*[name()="l"])\')',
        'Paris',
      ],
    ],
  },
  {
    source: 'Functions reference: lastIndexOf',
    cases: [
      ['the last of several', "lastIndexOf('hello world hello world','world')", 18],
      ['an empty searched text', "lastIndexOf('hello world hello world','')", 22],
      ['both empty', "lastIndexOf('','')", 0],
      ['an empty text', "lastIndexOf('','a')", -1],
    ],
  },
  {
    source: 'Functions reference: nthIndexOf',
    cases: [
      ['the first', "nthIndexOf('123456789123465789','1',1)", 0],
      ['the second', "nthIndexOf('123456789123465789','12',2)", 9],
      ['more than there are', "nthIndexOf('123456789123465789','6',4)", -1],
    ],
  },
  {
    source: 'Functions reference: slice',
    cases: [
      ['to the end', "slice('Hello World',2)", 'llo World'],
      ['beyond the end', "slice('Hello World',30)", ''],
      ['crossed', "slice('Hello World',10,2)", ''],
      ['within', "slice('Hello World',2,5)", 'llo'],
      ['over the end', "slice('Hello World',6,20)", 'World'],
      ['from the end', "slice('Hello World',-2)", 'ld'],
      ['the same ends', "slice('Hello World',3,3)", ''],
    ],
  },
  {
    source: 'Functions reference: range',
    cases: [
      ['up to the last integer', 'range(2147483645,2)', [2147483645, 2147483646]],
      ['beyond it', 'range(2147483647,1)', fails(/goes up to 2147483647/)],
      ['a negative count', 'range(0,-1)', fails(/0 or more/)],
    ],
  },
  {
    source: 'Functions reference: mod',
    cases: [
      ['the sign of the dividend', 'mod(-5,2)', -1],
      ['whatever the divisor', 'mod(4,-3)', 1],
    ],
  },
  {
    source: 'Functions reference: bool',
    cases: [['a negative number', 'bool(-1)', true]],
  },
  {
    source: 'Functions reference: chunk',
    cases: [
      ['of a text', "chunk('abcdefghijklmnopqrstuvwxyz',10)", ['abcdefghij', 'klmnopqrst', 'uvwxyz']],
      ['of an array', 'chunk(createArray(1,2,3,4,5),5)', [[1, 2, 3, 4, 5]]],
      ['of nothing', 'chunk(createArray(),3)', []],
    ],
  },
  {
    source: 'Functions reference: sort',
    cases: [
      ['numbers', 'sort(createArray(2,1,0,3))', [0, 1, 2, 3]],
      ['by a key', 'sort(json(\'[{"l":"Rose"},{"l":"Lane"}]\'),\'l\')', [{ l: 'Lane' }, { l: 'Rose' }]],
      [
        'equal ones keep their order',
        'sort(json(\'[{"k":1,"n":1},{"k":0},{"k":1,"n":2}]\'),\'k\')',
        [{ k: 0 }, { k: 1, n: 1 }, { k: 1, n: 2 }],
      ],
    ],
  },
  {
    source: 'Functions reference: setProperty, addProperty, removeProperty',
    cases: [
      [
        'a child within a parent',
        "setProperty(json('{\"p\":{\"a\":1}}'),'p',addProperty(json('{\"a\":1}'),'b',2))",
        { p: { a: 1, b: 2 } },
      ],
      ['null is a value', "setProperty(json('{}'),'a',null)", { a: null }],
    ],
  },
  {
    source: 'Functions reference: intersection',
    cases: [['what all have', 'intersection(createArray(1,2,3),createArray(101,2,1,10),createArray(6,8,1,2))', [1, 2]]],
  },
  {
    source: 'Functions reference: base64, binary and data URIs',
    cases: [
      ['text without padding is none', "base64ToString('aGVsbG8')", fails(/not base64/)],
      ['line breaks are left out', "base64ToString('aGVs\nbG8=')", 'hello'],
      ['of content with a character set', "dataUriToString('data:text/plain;charset=iso-8859-1;base64,5A==')", 'ä'],
      [
        'an unknown character set',
        "dataUriToString('data:text/plain;charset=nope;base64,5A==')",
        fails(/character set 'nope'/),
      ],
      [
        'a data URI of content keeps its type',
        "dataUri(base64ToBinary('aGk='))",
        'data:application/octet-stream;base64,aGk=',
      ],
      ['content of a data URI', "base64(decodeDataUri('data:text/plain;base64,aGk='))", 'aGk='],
      ['a broken escape in a data URI', "dataUriToString('data:,%zz')", fails(/broken percent escape/)],
      ['decodeDataUri of an escape', "decodeDataUri('%0a')", '\n'],
      ['binary content passes through', "binary(base64ToBinary('aGk='))?['$content']", 'aGk='],
      [
        'uriComponentToBinary',
        "uriComponentToBinary('https%3A%2F%2Fcontoso.com')?['$content']",
        'aHR0cHM6Ly9jb250b3NvLmNvbQ==',
      ],
      ['JSON carried as content', "json(base64ToBinary(base64('[1]')))", [1]],
    ],
  },
  {
    source: 'Functions reference: uri functions',
    cases: [
      ['a host with a port', "uriHost('https://www.localhost.com:8080')", 'www.localhost.com'],
      ['a path that is not there', "uriPath('https://www.contoso.com')", '/'],
      ['a query that is not there', "uriQuery('https://www.contoso.com/a')", ''],
      [
        'path and query',
        "uriPathAndQuery('https://www.contoso.com/catalog/new.htm?date=today')",
        '/catalog/new.htm?date=today',
      ],
      ['half of a two-part character', 'uriComponent(json(\'"\\ud83d"\'))', fails(/half of a two-part character/)],
    ],
  },
  {
    source: 'Functions reference: action, listCallbackUrl',
    cases: [
      ['the current action', 'action()', fails(/'action' is not supported/)],
      ['actionBody', "actionBody('Call_api')?['text']", 'plain'],
      ['callback addresses', 'listCallbackUrl()', fails(/'listCallbackUrl' is not supported/)],
    ],
  },
  {
    source: 'Functions reference: parseDateTime',
    cases: [
      ['a French month', "parseDateTime('20 octobre 2010','fr-FR')", '2010-10-20T00:00:00.0000000Z'],
      ['a Spanish day and month', "parseDateTime('martes 20 octubre 2020','es-es')", '2020-10-20T00:00:00.0000000Z'],
      [
        'Spanish with its small words',
        "parseDateTime('20 de octubre de 2020','es-ES')",
        '2020-10-20T00:00:00.0000000Z',
      ],
      ['digits without separators', "parseDateTime('21052019','fr-fr','ddMMyyyy')", '2019-05-21T00:00:00.0000000Z'],
      ['year first', "parseDateTime('20190521','fr-fr','yyyyMMdd')", '2019-05-21T00:00:00.0000000Z'],
      [
        'an escaped letter',
        "parseDateTime('10/20/2014 15h','en-US','MM/dd/yyyy HH\\h')",
        '2014-10-20T15:00:00.0000000Z',
      ],
      ['a half of the day', "parseDateTime('01:05 PM 2014','en-US','hh:mm tt yyyy')", '2014-01-01T13:05:00.0000000Z'],
      [
        'a fraction and a zone',
        "parseDateTime('2014-10-20T15:00:00.1234567+02:00','en-US','o')",
        '2014-10-20T13:00:00.1234567Z',
      ],
      ['a standard format', "parseDateTime('Monday, October 20, 2014','en-US','D')", '2014-10-20T00:00:00.0000000Z'],
      ['a German short date', "parseDateTime('05.03.2018','de-DE','d')", '2018-03-05T00:00:00.0000000Z'],
      ['too much text', "parseDateTime('20190521x','en-US','yyyyMMdd')", fails(/does not have the date format/)],
      ['too little text', "parseDateTime('2019','en-US','yyyyMMdd')", fails(/does not have the date format/)],
      ['a day that does not exist', "parseDateTime('20190231','en-US','yyyyMMdd')", fails(/is not a date and time/)],
      ['a quote never closed', "parseDateTime('x','en-US','''x')", fails(/ends within/)],
      ['an unknown culture', "parseDateTime('2019','zz-invalid-culture-name')", fails(/is not known/)],
      ['words only', "parseDateTime('next week','en-US')", fails(/is not a date and time/)],
    ],
  },
];
