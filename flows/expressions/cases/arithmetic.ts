import { fails, float, type SourcedCases } from '../testing/expression-cases';

export const arithmeticCases: SourcedCases[] = [
  {
    source: 'WDL 6.3 add',
    cases: [
      ['add of integers', 'add(1,2)', 3],
      ['add of integer and float', 'add(1,1.5)', 2.5],
      ['add of floats that is whole stays a float', 'add(1.5,1.5)', float(3)],
      ['add of text is an error', "add('1',2)", fails(/'add' expects a number.*'String'/)],
      ['add beyond 2^53 stays exact', 'add(9007199254740993,1)', 9007199254740994n],
      ['add beyond 64 bits is an error', 'add(9223372036854775807,1)', fails(/64 bits/)],
      ['a negative literal', 'add(-5,+3)', -2],
      ['an exponent makes a float', 'add(1e3,0)', float(1000)],
      ['two arguments are needed', 'add(1)', fails(/takes 2 argument/)],
    ],
  },
  {
    source: 'WDL 6.3 sub',
    cases: [
      ['sub', 'sub(5,7)', -2],
      ['sub of long integers comes back to plain ones', 'sub(9223372036854775807,9223372036854775806)', 1],
      [
        'sub of ticks gives units of 100 ns',
        "sub(ticks('2018-03-15T13:00:01Z'),ticks('2018-03-15T13:00:00Z'))",
        10000000,
      ],
    ],
  },
  {
    source: 'WDL 6.3 mul',
    cases: [
      ['mul of integers', 'mul(3,4)', 12],
      ['mul beyond 2^53 stays exact', 'mul(3037000500,3000000001)', 9111001503037000500n],
      ['mul of float gives a float', 'mul(2.5,2)', float(5)],
      ['a small exponent', 'mul(5e-1,3)', 1.5],
    ],
  },
  {
    source: 'WDL 6.4 div',
    cases: [
      ['div of integers truncates', 'div(11,5)', 2],
      ['div of a negative truncates towards zero', 'div(-11,5)', -2],
      ['div that comes out even', 'div(10,5)', 2],
      ['div by a float written whole', 'div(11,5.0)', 2.2],
      ['div of a float that comes out even stays a float', 'div(10.0,5)', float(2)],
      ['div of a float result divides as a float', 'div(div(10.0,5),4)', 0.5],
      ['div by zero is an error', 'div(1,0)', fails(/divide by zero/)],
      ['div by zero as a float is an error', 'div(1,0.0)', fails(/divide by zero/)],
      ['div of long integers', "div(ticks('2018-03-15T13:00:00Z'),10000000)", 63656715600],
    ],
  },
  {
    source: 'WDL 6.3 mod',
    cases: [
      ['mod', 'mod(3,2)', 1],
      ['mod of a negative keeps its sign', 'mod(-3,2)', -1],
      ['mod of a float', 'mod(5.5,2)', 1.5],
      ['mod by zero is an error', 'mod(1,0)', fails(/divide by zero/)],
    ],
  },
];
