import { fails, type SourcedCases } from '../testing/expression-cases';

export const stringsCases: SourcedCases[] = [
  {
    source: 'WDL 6.4 string, concat',
    cases: [
      ['concat joins texts', "concat('a','b','c')", 'abc'],
      ['concat skips null', "concat('a',null,'b')", 'ab'],
      ['concat converts numbers', "concat('n',5,2.5)", 'n52.5'],
      ['concat converts a boolean with a capital', "concat(true,'/',false)", 'True/False'],
      ['concat writes objects as compact JSON', 'concat(json(\'{"a": [1, 2]}\'))', '{"a":[1,2]}'],
      ['concat needs an argument', 'concat()', fails(/'concat' takes at least 1/)],
    ],
  },
  {
    source: 'WDL 6.4 startsWith, endsWith, indexOf, lastIndexOf',
    cases: [
      ['startsWith ignores case', "startsWith('Hello','hE')", true],
      ['startsWith of another text', "startsWith('Hello','lo')", false],
      ['startsWith refuses null', "startsWith(null,'a')", fails(/'startsWith' expects text.*'Null'/)],
      ['endsWith ignores case', "endsWith('Hello','LO')", true],
      ['endsWith of another text', "endsWith('Hello','He')", false],
      ['indexOf ignores case', "indexOf('Hello','L')", 2],
      ['indexOf gives -1 when absent', "indexOf('Hello','z')", -1],
      ['indexOf finds the empty text at once', "indexOf('Hello','')", 0],
      ['lastIndexOf ignores case', "lastIndexOf('Hello','L')", 3],
      ['lastIndexOf gives -1 when absent', "lastIndexOf('Hello','z')", -1],
      ['replace replaces every occurrence', "replace('a-b-c','-','+')", 'a+b+c'],
      ['replace minds case', "replace('Aa','a','x')", 'Ax'],
      ['replace with null removes', "replace('a-b','-',null)", 'ab'],
      ['replace refuses to look for nothing', "replace('a','','x')", fails(/empty text/)],
      ['replace takes special characters as they are', "replace('a.b','.','$&')", 'a$&b'],
      ['replace refuses null', "replace(null,'a','b')", fails(/'replace' expects text/)],
      ['split cuts at the delimiter', "split('a;b;;c',';')", ['a', 'b', '', 'c']],
      ['split minds case', "split('axbXc','x')", ['a', 'bXc']],
      ['split without a match', "split('abc',';')", ['abc']],
    ],
  },
  {
    source: 'WDL 6.3 nthIndexOf',
    cases: [
      ['nthIndexOf counts from one', "nthIndexOf('123456789 123465789','1',2)", 10],
      ['nthIndexOf counts from the end', "nthIndexOf('abcabc','b',-1)", 4],
      ['nthIndexOf beyond the last', "nthIndexOf('abc','b',2)", -1],
      ['nthIndexOf ignores case', "nthIndexOf('aBcABc','b',2)", 4],
    ],
  },
  {
    source: 'WDL 6.4 substring, slice',
    cases: [
      ['substring to the end', "substring('hello world',6)", 'world'],
      ['substring of a length', "substring('hello world',0,5)", 'hello'],
      ['substring of nothing', "substring('abc',3)", ''],
      ['substring beyond the end is an error', "substring('abc',1,3)", fails(/'substring' cannot take 3/)],
      ['substring before the start is an error', "substring('abc',-1,1)", fails(/cannot take/)],
      ['slice clamps', "slice('Hello',2,99)", 'llo'],
      ['slice takes negatives', "slice('Hello World',-5)", 'World'],
      ['slice between', "slice('Hello World',3,-1)", 'lo Worl'],
      ['slice of crossed ends is empty', "slice('Hello',3,1)", ''],
    ],
  },
  {
    source: 'WDL 6.3 toLower',
    cases: [
      ['toLower', "toLower('ÄBC')", 'äbc'],
      ['toLower refuses numbers', 'toLower(5)', fails(/'toLower' expects text/)],
    ],
  },
  {
    source: 'WDL 6.3 toUpper',
    cases: [['toUpper', "toUpper('äbc')", 'ÄBC']],
  },
  {
    source: '.NET ToUpperInvariant, ToLowerInvariant',
    cases: [
      ['ß has no capital', "toUpper('straße')", 'STRAßE'],
      ['a ligature stays one letter', "toUpper('ﬁn')", 'ﬁN'],
      ['the Turkish dotless i stays', "toUpper('ıi')", 'ıI'],
      ['the Turkish capital with a dot stays', "toLower('İI')", 'İi'],
      ['every capital sigma is the same small one', "toLower('ΟΔΟΣ')", 'οδοσ'],
      ['letters beyond 16 bits', "toUpper('𐐨')", '𐐀'],
      ['circled letters', "toLower('Ⓐ')", 'ⓐ'],
      ['positions do not move behind İ', "indexOf('İx','X')", 1],
    ],
  },
  {
    source: 'WDL 6.3 names',
    cases: [['toLower in any spelling', "tolower('X')", 'x']],
  },
  {
    source: 'WDL 6.3 trim',
    cases: [
      ['trim takes white space off both ends', "trim('  a b \n')", 'a b'],
      ['trim takes other spaces too', "trim('\u00a0\u0085\u3000a\u2028')", 'a'],
      ['trim leaves a byte order mark, as .NET does', "length(trim('\ufeffa '))", 2],
      ['trim of white space only', "trim(' \t ')", ''],
    ],
  },
  {
    source: 'WDL 6.4 length',
    cases: [['length counts characters', "length('hello')", 5]],
  },
];
