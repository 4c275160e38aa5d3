import { fails, type SourcedCases } from '../testing/expression-cases';

export const workflowReferencesCases: SourcedCases[] = [
  {
    source: 'WDL 6.3 outputs',
    cases: [
      ['outputs', "outputs('Call_api')['statusCode']", 200],
      ['outputs by the display name', "outputs('Call api')['statusCode']", 200],
      ['outputs of an unknown action is an error', "outputs('Nope')", fails(/'Nope'/)],
    ],
  },
  {
    source: 'WDL 6.3 body',
    cases: [['body', "body('Call_api')?['value'][0]?['id']", 1]],
  },
  {
    source: 'WDL 3 alias paths',
    cases: [
      ['alias path', "outputs('Call_api')?['body/value']", [{ id: 1 }, { id: 2 }]],
      ['alias path into an array', "outputs('Call_api')?['body/value/1/id']", 2],
      ['alias path without the question mark', "outputs('Call_api')['body/text']", 'plain'],
      ['alias path to nothing', "outputs('Call_api')?['body/nope/deeper']", null],
      [
        'alias path to nothing without the question mark is an error',
        "outputs('Call_api')['body/nope']",
        fails(/'body\/nope' does not exist/),
      ],
      [
        'alias path through text is an error',
        "outputs('Call_api')?['body/text/x']",
        fails(/not supported on values of type 'String'/),
      ],
      ['actions by alias path', "actions('Call_api')?['inputs/parameters/account']", 'A1'],
    ],
  },
  {
    source: 'WDL 6.2 property look-up',
    cases: [
      ['a literal key with a slash wins', "triggerBody()?['a/b']", 'literal'],
      ['a literal key with a slash behind an alias', "triggerOutputs()?['body/a/b']", 'literal'],
      ['the exact name wins over another case', "triggerBody()?['case']", 'small'],
      ['headers in another case', "triggerOutputs()?['headers']?['x-id']", '7'],
    ],
  },
  {
    source: 'WDL 6.3 actions',
    cases: [
      ['actions gives the status', "actions('Call_api')?['status']", 'Succeeded'],
      ['actions has no error when it succeeded', "actions('Call_api')?['error']?['message']", null],
    ],
  },
  {
    source: 'WDL 6.3 actionOutputs',
    cases: [['actionOutputs', "actionOutputs('Call_api')?['statusCode']", 200]],
  },
  {
    source: 'WDL 6.4 first, last',
    cases: [['result', "first(result('Try'))?['status']", 'Failed']],
  },
  {
    source: 'WDL 6.4 triggerBody, items',
    cases: [
      ['triggerBody', "triggerBody()['subject']", 'Hi'],
      ['triggerOutputs headers', "triggerOutputs()?['headers']?['X-Id']", '7'],
      ['dots', 'triggerOutputs().headers', { 'X-Id': '7' }],
      ['item', "item()?['id']", 5],
      ['items', "items('Each row')?['id']", 6],
      ['items outside its loop is an error', "items('Other')", fails(/'Other'/)],
    ],
  },
  {
    source: 'WDL 6.2 dereference',
    cases: [
      ['question mark and dot', 'triggerBody()?.nope?.deeper', null],
      ['a missing property is an error', "triggerBody()['nope']", fails(/'nope' does not exist/)],
      ['a missing property with a question mark is null', "triggerBody()?['nope']", null],
      ['a property of null is an error', "triggerBody()['tags']['x']", fails(/of null/)],
      ['the question mark guards one step only', "workflow()?['tags']['x']", fails(/of null/)],
      ['a question mark on every step', "workflow()?['tags']?['x']", null],
      ['an index out of range is an error', "body('Call_api')['value'][9]", fails(/9/)],
      ['an index out of range with a question mark', "body('Call_api')['value']?[9]", null],
      ['an index below zero', "body('Call_api')['value']?[-1]", null],
      ['an index must be an integer', "body('Call_api')['value']?[1.5]", fails(/integer index/)],
      ['an array has no properties', "body('Call_api')['value']?['id']", fails(/integer index/)],
      ['text has no properties', "triggerBody()?['subject']?['x']", fails(/type 'String'/)],
      ['a computed key', "triggerBody()?[concat('sub','ject')]", 'Hi'],
      ['a computed index', "body('Call_api')['value'][sub(2,1)]['id']", 2],
    ],
  },
  {
    source: 'WDL 6.3 trigger',
    cases: [['trigger', "trigger()?['name']", 'manual']],
  },
  {
    source: 'WDL 6.3 parameters',
    cases: [
      ['parameters by the whole key', "parameters('Support mailbox (rcc_SupportMailbox)')", 'support@example.com'],
      ['parameters not declared is an error', "parameters('Other')", fails(/'Other'/)],
    ],
  },
  {
    source: 'WDL 6.3 variables',
    cases: [['variables', "variables('count')", 3]],
  },
  {
    source: 'WDL 6.3 iterationIndexes',
    cases: [['iterationIndexes', "iterationIndexes('Each_row')", 2]],
  },
  {
    source: 'WDL 6.3 workflow',
    cases: [['workflow', "workflow()['run']['name']", 'run-id']],
  },
  {
    source: 'WDL 6.4 length',
    cases: [['guid is a version 4 GUID', 'length(guid())', 36]],
  },
  {
    source: 'WDL 6.2 names',
    cases: [
      ['an unknown function is named', "shout('a')", fails(/'shout' is not known/)],
      ['too many arguments', "triggerBody('x')", fails(/'triggerBody' takes 0/)],
    ],
  },
];
