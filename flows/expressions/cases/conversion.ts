import { fails, float, type SourcedCases } from '../testing/expression-cases';

export const conversionCases: SourcedCases[] = [
  {
    source: 'WDL 6.4 int',
    cases: [
      ['int of text', "int('10')", 10],
      ['int of negative text', "int('-10')", -10],
      ['int of text with a fraction is an error', "int('10.5')", fails(/'int' cannot make an integer of '10.5'/)],
      ['int of empty text is an error', "int('')", fails(/cannot make an integer/)],
      ['int of null is an error', 'int(null)', fails(/type 'Null'/)],
      ['int of a whole float', 'int(5.0)', 5],
      ['int of long text keeps its digits', "int('636567156000000000')", 636567156000000000n],
      ['float of text', "float('10.333')", 10.333],
      ['float of whole text is a float', "float('10')", float(10)],
      ['float of words is an error', "float('abc')", fails(/'float' cannot make/)],
    ],
  },
  {
    source: 'WDL 6.4 div',
    cases: [
      ['float of an integer is a float', 'div(float(5),2)', 2.5],
      ['json float divides as a float', "div(json('{\"n\":5.0}')['n'],2)", 2.5],
    ],
  },
  {
    source: 'WDL 6.3 decimal',
    cases: [['decimal of text', "decimal('1.25')", 1.25]],
  },
  {
    source: 'WDL 6.3 bool',
    cases: [
      ['bool of one', 'bool(1)', true],
      ['bool of zero', 'bool(0)', false],
      ['bool of text', "bool('True')", true],
      ['bool of false text', "bool('false')", false],
      ['bool of other text is an error', "bool('yes')", fails(/'bool' cannot make/)],
    ],
  },
  {
    source: 'WDL 6.4 string, concat',
    cases: [
      ['string of a number', 'string(10)', '10'],
      ['string of a float', 'string(2.50)', '2.5'],
      ['string of null is empty', 'string(null)', ''],
      ['string of true has a capital', 'string(true)', 'True'],
      ['string of an object is compact', 'string(json(\'{ "a" : 1 }\'))', '{"a":1}'],
      ['string of an object keeps a float a float', 'string(json(\'{"a":5.0}\'))', '{"a":5.0}'],
      ['string of a long integer', "string(ticks('2018-03-15T13:00:00Z'))", '636567156000000000'],
    ],
  },
  {
    source: '.NET Double.ToString, Json.NET',
    cases: [
      ['an exponent from 1E+15 up', 'string(1e15)', '1E+15'],
      ['none below', 'string(999999999999999.0)', '999999999999999'],
      ['many digits and an exponent', 'string(1234567890123456.5)', '1.2345678901234565E+15'],
      ['a large one', 'string(1e21)', '1E+21'],
      ['three digits of exponent', 'string(-2.5e300)', '-2.5E+300'],
      ['an exponent from 1E-05 down', 'string(0.00001)', '1E-05'],
      ['none above', 'string(0.00012)', '0.00012'],
      ['the fewest digits that read back', 'string(add(0.1,0.2))', '0.30000000000000004'],
      ['a whole float has no point', 'string(5.0)', '5'],
      ['a long integer has no exponent', 'string(9007199254740993)', '9007199254740993'],
      ['within a text', "concat('n=',1e15)", 'n=1E+15'],
      [
        'in JSON',
        'string(createArray(1e15,0.00001,5.0,2.5,-7,9007199254740993))',
        '[1E+15,1E-05,5.0,2.5,-7,9007199254740993]',
      ],
      ['there and back', 'json(string(createArray(1e21)))[0]', float(1e21)],
      ['a small one there and back', 'json(string(createArray(1.5e-7)))[0]', 1.5e-7],
      ['in XML', "string(xml(setProperty(json('{}'),'a',1e21)))", '<a>1E+21</a>'],
    ],
  },
  {
    source: 'WDL 6.4 json, xpath',
    cases: [
      ['json of an object', 'json(\'{"a":{"b":[1]}}\')', { a: { b: [1] } }],
      ['json of a scalar', "json('5')", 5],
      ['json tells a float', "json('5.0')", float(5)],
      ['json keeps long digits', "json('{\"n\":636567156000000000}')['n']", 636567156000000000n],
      ['json of a text with digits inside', 'json(\'["1.0, 2e5", 3.0]\')[0]', '1.0, 2e5'],
      ['json of broken text is an error', "json('{a:1}')", fails(/not valid JSON/)],
      ['json of empty text is an error', "json('')", fails(/not valid JSON/)],
      ['json of XML text is refused', "json('<a/>')", fails(/XML, not JSON/)],
      ['json of null is an error', 'json(null)', fails(/null/)],
      ['json passes objects through', "json(triggerOutputs())?['headers']", { 'X-Id': '7' }],
      ['json with a member called __proto__', "json('{\"__proto__\":1.0}')?['__proto__']", float(1)],
    ],
  },
  {
    source: 'WDL 6.3 array',
    cases: [
      ['array of text', "array('hello')", ['hello']],
      ['array of an array', 'array(createArray(1))', [1]],
    ],
  },
  {
    source: 'WDL 6.3 isInt',
    cases: [
      ['isInt of an integer', "isInt('10')", true],
      ['isInt of a fraction', "isInt('10.5')", false],
      ['isInt of words', "isInt('abc')", false],
    ],
  },
  {
    source: 'WDL 6.3 isFloat',
    cases: [
      ['isFloat of a fraction', "isFloat('10.5')", true],
      ['isFloat of words', "isFloat('abc')", false],
    ],
  },
  {
    source: 'WDL 6.3 base64',
    cases: [
      ['base64', "base64('hello')", 'aGVsbG8='],
      ['base64 of other letters', "base64('ä')", 'w6Q='],
      ['base64 of binary gives its content', "base64(base64ToBinary('aGVsbG8='))", 'aGVsbG8='],
    ],
  },
  {
    source: 'WDL 6.3 base64ToString',
    cases: [['base64ToString', "base64ToString('aGVsbG8=')", 'hello']],
  },
  {
    source: 'WDL 6.3 decodeBase64',
    cases: [
      ['decodeBase64', "decodeBase64('aGVsbG8=')", 'hello'],
      ['decodeBase64 of no base64 is an error', "decodeBase64('§')", fails(/not base64/)],
    ],
  },
  {
    source: 'WDL 6.3 base64ToBinary',
    cases: [
      [
        'base64ToBinary',
        "base64ToBinary('aGVsbG8=')",
        { '$content-type': 'application/octet-stream', $content: 'aGVsbG8=' },
      ],
    ],
  },
  {
    source: 'WDL 6.3 binary',
    cases: [['binary of text', "binary('hi')?['$content']", 'aGk=']],
  },
  {
    source: 'WDL 6.3 dataUri',
    cases: [['dataUri', "dataUri('hello')", 'data:text/plain;charset=utf-8;base64,aGVsbG8=']],
  },
  {
    source: 'WDL 6.3 dataUriToString',
    cases: [
      ['dataUriToString', "dataUriToString('data:text/plain;charset=utf-8;base64,aGVsbG8=')", 'hello'],
      ['dataUriToString of another text is an error', "dataUriToString('hello')", fails(/not a data URI/)],
    ],
  },
  {
    source: 'WDL 6.3 decodeDataUri',
    cases: [['decodeDataUri', "decodeDataUri('data:;base64,aGVsbG8=')?['$content-type']", 'text/plain']],
  },
  {
    source: 'WDL 6.3 dataUriToBinary',
    cases: [['dataUriToBinary of plain text', "dataUriToBinary('data:text/plain,a%20b')?['$content']", 'YSBi']],
  },
  {
    source: 'WDL 6.3 encodeUriComponent',
    cases: [
      ['encodeUriComponent', "encodeUriComponent('a b&c=ä')", 'a%20b%26c%3D%C3%A4'],
      ['encodeUriComponent escapes brackets and quotes too', "encodeUriComponent('(a''b)!*')", '%28a%27b%29%21%2A'],
    ],
  },
  {
    source: 'WDL 6.3 uriComponent',
    cases: [['uriComponent', "uriComponent('https://x.test')", 'https%3A%2F%2Fx.test']],
  },
  {
    source: 'WDL 6.3 decodeUriComponent',
    cases: [
      ['decodeUriComponent', "decodeUriComponent('a%20b')", 'a b'],
      [
        'decodeUriComponent of a broken escape is an error',
        "decodeUriComponent('%zz')",
        fails(/broken percent escape/),
      ],
    ],
  },
  {
    source: 'WDL 6.3 uriComponentToString',
    cases: [['uriComponentToString', "uriComponentToString('%C3%A4')", 'ä']],
  },
  {
    source: 'WDL 6.3 uriComponentToBinary',
    cases: [['uriComponentToBinary', "uriComponentToBinary('a')?['$content']", 'YQ==']],
  },
  {
    source: 'WDL 6.3 uriHost',
    cases: [
      ['uriHost', "uriHost('https://www.shop.test:8080/p?q=1')", 'www.shop.test'],
      ['uriHost of no address is an error', "uriHost('shop')", fails(/not an absolute URI/)],
    ],
  },
  {
    source: 'WDL 6.3 uriPath',
    cases: [['uriPath', "uriPath('https://www.shop.test/a/b?q=1')", '/a/b']],
  },
  {
    source: 'WDL 6.3 uriPathAndQuery',
    cases: [['uriPathAndQuery', "uriPathAndQuery('https://www.shop.test/a?q=1')", '/a?q=1']],
  },
  {
    source: 'WDL 6.3 uriPort',
    cases: [
      ['uriPort', "uriPort('https://www.shop.test:8080/')", 8080],
      ['uriPort by default', "uriPort('https://www.shop.test/')", 443],
    ],
  },
  {
    source: 'WDL 6.3 uriQuery',
    cases: [['uriQuery', "uriQuery('https://www.shop.test/a?q=1')", '?q=1']],
  },
  {
    source: 'WDL 6.3 uriScheme',
    cases: [['uriScheme', "uriScheme('https://www.shop.test/')", 'https']],
  },
];
