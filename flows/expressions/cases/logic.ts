import { fails, type SourcedCases } from '../testing/expression-cases';

export const logicCases: SourcedCases[] = [
  {
    source: 'WDL 6.4 and, or, not, if',
    cases: [
      ['if takes the first branch', "if(true,'y','n')", 'y'],
      ['if takes the second branch', "if(false,'y','n')", 'n'],
      ['if leaves the other branch alone', "if(true,'y',int('x'))", 'y'],
      ['if needs a boolean', "if(1,'y','n')", fails(/'if' expects true or false.*'Integer'/)],
      ['if refuses the text true', "if('true','y','n')", fails(/'String'/)],
      ['if needs three arguments', "if(true,'y')", fails(/takes 3 argument/)],
      ['if in any spelling', 'IF(true,1,2)', 1],
      ['and of true', 'and(true,true)', true],
      ['and stops at false', "and(false,equals(int('x'),1))", false],
      ['and needs booleans', 'and(true,1)', fails(/'and' expects true or false/)],
      ['or stops at true', "or(true,equals(int('x'),1))", true],
      ['or of false', 'or(false,false)', false],
      ['not', 'not(false)', true],
      ['not of null is an error', 'not(null)', fails(/'Null'/)],
    ],
  },
  {
    source: 'WDL 6.3 coalesce',
    cases: [
      ['coalesce takes the first that is not null', "coalesce(null,'',5)", ''],
      ['coalesce of nulls', 'coalesce(null,null)', null],
      ['coalesce leaves the rest alone', "coalesce('a',int('x'))", 'a'],
      ['coalesce over a missing member', "coalesce(triggerBody()?['nope']?['deep'],'fallback')", 'fallback'],
    ],
  },
  {
    source: 'WDL 6.4 equals',
    cases: [
      ['equals of numbers', 'equals(5,5)', true],
      ['equals of integer and float', 'equals(5,5.0)', true],
      ['equals of texts minds case', "equals('a','A')", false],
      ['equals of true and one', 'equals(true,1)', true],
      ['equals of false and zero', 'equals(0,false)', true],
      ['equals of true and two', 'equals(true,2)', false],
      ['equals of null and empty text', "equals(null,'')", false],
      ['equals of nulls', 'equals(null,null)', true],
      ['equals of text and number', "equals('5',5)", false],
      ['equals of objects in another order', 'equals(json(\'{"a":1,"b":[1]}\'),json(\'{"b":[1],"a":1}\'))', true],
      ['equals of different objects', 'equals(json(\'{"a":1}\'),json(\'{"a":1,"b":null}\'))', false],
      ['equals of arrays minds order', 'equals(createArray(1,2),createArray(2,1))', false],
      ['equals of long integers', "equals(ticks('2018-03-15T13:00:00Z'),636567156000000000)", true],
    ],
  },
  {
    source: 'WDL 6.3 greater',
    cases: [
      ['greater of numbers', 'greater(10,5)', true],
      ['greater of integer and float', 'greater(5,4.5)', true],
      ['greater of long integers', "greater(ticks('2018-03-15T13:00:01Z'),ticks('2018-03-15T13:00:00Z'))", true],
      ['greater of texts', "greater('b','a')", true],
      ['greater of text and number is an error', "greater('10',5)", fails(/'String' and 'Integer'/)],
      ['greater of null is an error', 'greater(null,5)', fails(/'Null'/)],
    ],
  },
  {
    source: 'WDL 6.3 greaterOrEquals',
    cases: [['greaterOrEquals', 'greaterOrEquals(5,5)', true]],
  },
  {
    source: 'WDL 6.3 less',
    cases: [
      ['less', 'less(5,10)', true],
      ['less of equal', 'less(5,5.0)', false],
    ],
  },
  {
    source: 'WDL 6.3 lessOrEquals',
    cases: [['lessOrEquals', 'lessOrEquals(5,5)', true]],
  },
];
