import { fails, type SourcedCases } from '../testing/expression-cases';

export const collectionsCases: SourcedCases[] = [
  {
    source: 'WDL 6.4 startsWith, endsWith, indexOf, lastIndexOf',
    cases: [
      ['contains finds text', "contains('hello','ell')", true],
      ['contains minds case', "contains('hello','ELL')", false],
      ['contains finds an item', 'contains(createArray(1,2),2)', true],
      ['contains compares items deeply', 'contains(json(\'[{"a":1}]\'),json(\'{"a":1}\'))', true],
      ['contains tells text from number', "contains(createArray(1,2),'2')", false],
      ['contains finds a property', "contains(json('{\"a\":null}'),'a')", true],
      ['contains of a missing property', "contains(json('{\"a\":null}'),'b')", false],
      ['contains refuses null', "contains(null,'a')", fails(/'contains' expects.*'Null'/)],
    ],
  },
  {
    source: 'WDL 6.4 empty',
    cases: [
      ['empty of null', 'empty(null)', true],
      ['empty of empty text', "empty('')", true],
      ['empty of text', "empty('a')", false],
      ['empty of an empty array', 'empty(createArray())', true],
      ['empty of an array', 'empty(createArray(null))', false],
      ['empty of an empty object', "empty(json('{}'))", true],
      ['empty of an object', 'empty(json(\'{"a":1}\'))', false],
      ['empty refuses numbers', 'empty(0)', fails(/'empty' expects/)],
    ],
  },
  {
    source: 'WDL 6.4 length',
    cases: [
      ['length of an array', 'length(createArray(1,2,3))', 3],
      ['length of null is an error', 'length(null)', fails(/'length' expects.*'Null'/)],
      ['length of an object is an error', "length(json('{}'))", fails(/'Object'/)],
    ],
  },
  {
    source: 'WDL 6.4 first, last',
    cases: [
      ['first of an array', 'first(createArray(7,8))', 7],
      ['first of text', "first('abc')", 'a'],
      ['first of nothing is null', 'first(createArray())', null],
      ['last of an array', 'last(createArray(7,8))', 8],
      ['last of text', "last('abc')", 'c'],
      ['last of nothing is null', "last('')", null],
      ['first of null is an error', 'first(null)', fails(/'first' expects/)],
    ],
  },
  {
    source: 'WDL 6.3 take',
    cases: [
      ['take from the front', 'take(createArray(1,2,3),2)', [1, 2]],
      ['take more than there is', 'take(createArray(1),5)', [1]],
      ['take of text', "take('hello',2)", 'he'],
      ['take refuses negatives', 'take(createArray(1),-1)', fails(/0 or more/)],
    ],
  },
  {
    source: 'WDL 6.3 skip',
    cases: [
      ['skip the front', 'skip(createArray(1,2,3),1)', [2, 3]],
      ['skip more than there is', 'skip(createArray(1),5)', []],
    ],
  },
  {
    source: 'WDL 6.3 join',
    cases: [
      ['join with a delimiter', "join(createArray('a','b'),', ')", 'a, b'],
      ['join converts items', "join(createArray(1,null,true),'-')", '1--True'],
      ['join refuses text', "join('abc','-')", fails(/'join' expects an array/)],
    ],
  },
  {
    source: 'WDL 6.4 createArray, union, intersection',
    cases: [
      ['union keeps the first of equals', 'union(createArray(1,2),createArray(2,3))', [1, 2, 3]],
      ['union of one array removes repeats', 'union(createArray(1,1,2))', [1, 2]],
      ['union compares deeply', 'union(json(\'[{"a":1,"b":2}]\'),json(\'[{"b":2,"a":1}]\'))', [{ a: 1, b: 2 }]],
      ['union tells text from number', "union(createArray(1),createArray('1'))", [1, '1']],
      ['union of objects: the last wins', 'union(json(\'{"a":1,"b":1}\'),json(\'{"b":2}\'))', { a: 1, b: 2 }],
      ['union of an array and an object is an error', "union(createArray(1),json('{}'))", fails(/expects an array/)],
      ['intersection keeps order', 'intersection(createArray(3,1,2),createArray(2,3))', [3, 2]],
      ['intersection of three', 'intersection(createArray(1,2,3),createArray(2,3),createArray(3))', [3]],
      ['intersection of objects', 'intersection(json(\'{"a":1,"b":1}\'),json(\'{"b":1,"c":1}\'))', { b: 1 }],
      ['createArray of nothing', 'createArray()', []],
      ['createArray keeps types', "createArray(1,'a',null,true)", [1, 'a', null, true]],
      [
        'sort leaves the source alone',
        "createArray(sort(variables('list')),variables('list'))",
        [
          [1, 2],
          [1, 2],
        ],
      ],
    ],
  },
  {
    source: 'WDL 6.3 reverse',
    cases: [['reverse', 'reverse(createArray(1,2,3))', [3, 2, 1]]],
  },
  {
    source: 'WDL 6.3 sort',
    cases: [
      ['sort numbers', 'sort(createArray(10,9,1))', [1, 9, 10]],
      ['sort texts', "sort(createArray('b','a'))", ['a', 'b']],
      ['sort objects by a member', 'sort(json(\'[{"n":2},{"n":1}]\'),\'n\')', [{ n: 1 }, { n: 2 }]],
    ],
  },
  {
    source: 'WDL 6.3 chunk',
    cases: [
      ['chunk an array', 'chunk(createArray(1,2,3),2)', [[1, 2], [3]]],
      ['chunk a text', "chunk('abcde',2)", ['ab', 'cd', 'e']],
      ['chunk of size zero is an error', 'chunk(createArray(1),0)', fails(/at least 1/)],
    ],
  },
  {
    source: 'WDL 6.3 max',
    cases: [
      ['max of numbers', 'max(1,3,2)', 3],
      ['max of an array', 'max(createArray(1,3,2))', 3],
      ['max refuses text', "max('a','b')", fails(/'max' expects numbers/)],
    ],
  },
  {
    source: 'WDL 6.3 min',
    cases: [
      ['min of numbers', 'min(1,-3,2)', -3],
      ['min mixes integer and float', 'min(1.5,2)', 1.5],
      ['min of nothing is an error', 'min(createArray())', fails(/at least one/)],
    ],
  },
  {
    source: 'WDL 6.3 range',
    cases: [
      ['range', 'range(3,4)', [3, 4, 5, 6]],
      ['range of none', 'range(3,0)', []],
      ['range too long is an error', 'range(0,100001)', fails(/at most 100000/)],
    ],
  },
  {
    source: 'WDL 6.4 guid, rand, utcNow',
    cases: [
      ['rand excludes its end', 'rand(1,5)', 2],
      ['rand of an empty range is an error', 'rand(5,5)', fails(/above the first/)],
    ],
  },
  {
    source: 'WDL 6.3 setProperty',
    cases: [
      ['setProperty adds', "setProperty(json('{\"a\":1}'),'b',2)", { a: 1, b: 2 }],
      ['setProperty replaces', "setProperty(json('{\"a\":1}'),'a',2)", { a: 2 }],
      ['setProperty refuses an array', "setProperty(createArray(),'a',1)", fails(/expects an object/)],
    ],
  },
  {
    source: 'WDL 6.3 addProperty',
    cases: [
      ['addProperty adds', "addProperty(json('{}'),'b',2)", { b: 2 }],
      [
        'addProperty refuses an existing one',
        "addProperty(json('{\"b\":1}'),'b',2)",
        fails(/already has a property 'b'/),
      ],
    ],
  },
  {
    source: 'WDL 6.3 removeProperty',
    cases: [
      ['removeProperty removes', 'removeProperty(json(\'{"a":1,"b":2}\'),\'a\')', { b: 2 }],
      ['removeProperty of a missing one', "removeProperty(json('{\"a\":1}'),'x')", { a: 1 }],
    ],
  },
];
