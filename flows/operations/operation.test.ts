import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOperationTable, type OperationTable } from './operation-table';
import { SHOP, SHOP_DOCUMENT } from './testing/shop-document';
import { type OperationCatalogue } from './operation-catalogue';
import { ParameterError } from './operation';

const catalogue = JSON.parse(readFileSync(join(__dirname, '../operations.json'), 'utf8')) as OperationCatalogue;
const table: OperationTable = createOperationTable({ catalogue, documents: { [SHOP]: SHOP_DOCUMENT } });

const build = (connector: string, operation: string, given: Record<string, unknown>): unknown =>
  table.find(connector, operation)!.toArguments(given);
const DATAVERSE = 'shared_commondataserviceforapps';
const OUTLOOK = 'shared_office365';
const order = { 'body/number': '1' };

describe('un-flattening', () => {
  test.each<[string, string, string, Record<string, unknown>, unknown]>([
    [
      'path and query parameters keep their names',
      DATAVERSE,
      'ListRecords',
      { entityName: 'rcc_tickets', $filter: "a eq 'x/y'", $top: 5 },
      { entityName: 'rcc_tickets', $filter: "a eq 'x/y'", $top: 5 },
    ],
    [
      'columns become one object',
      DATAVERSE,
      'CreateRecord',
      { entityName: 'rcc_tickets', 'item/rcc_title': 'T', 'item/rcc_Customer@odata.bind': '/contacts(1)' },
      { entityName: 'rcc_tickets', item: { rcc_title: 'T', 'rcc_Customer@odata.bind': '/contacts(1)' } },
    ],
    [
      'a null column is kept',
      DATAVERSE,
      'UpdateRecord',
      { entityName: 'e', recordId: 'r', 'item/a': null },
      { entityName: 'e', recordId: 'r', item: { a: null } },
    ],
    [
      'a whole object under the prefix',
      DATAVERSE,
      'CreateRecord',
      { entityName: 'e', item: { a: 1 } },
      { entityName: 'e', item: { a: 1 } },
    ],
    [
      'longer keys are merged over a whole object',
      DATAVERSE,
      'CreateRecord',
      { entityName: 'e', 'item/b': 2, item: { a: 1, b: 1 } },
      { entityName: 'e', item: { a: 1, b: 2 } },
    ],
    [
      'an OData id',
      DATAVERSE,
      'AssociateEntities',
      { entityName: 'e', recordId: 'r', associationEntityRelationship: 'x', 'item/@odata.id': 'u' },
      { entityName: 'e', recordId: 'r', associationEntityRelationship: 'x', item: { '@odata.id': 'u' } },
    ],
    [
      'mail parameters',
      OUTLOOK,
      'SendEmailV2',
      {
        'emailMessage/To': 'a',
        'emailMessage/Subject': 's',
        'emailMessage/Body': 'b',
        'emailMessage/Attachments': [{ Name: 'n' }],
      },
      { emailMessage: { To: 'a', Subject: 's', Body: 'b', Attachments: [{ Name: 'n' }] } },
    ],
    [
      'null query parameters are left out',
      OUTLOOK,
      'ReplyToV3',
      { messageId: 'm', mailboxAddress: null, 'replyParameters/Body': 'b' },
      { messageId: 'm', replyParameters: { Body: 'b' } },
    ],
    [
      'header parameters and a plain body',
      OUTLOOK,
      'HttpRequest',
      { Uri: 'u', Method: 'GET', Body: '{}' },
      { Uri: 'u', Method: 'GET', Body: '{}' },
    ],
    ['a default makes a required parameter optional', OUTLOOK, 'HttpRequest', { Uri: 'u' }, { Uri: 'u' }],
    [
      'nested bodies of our own connector',
      SHOP,
      'PlaceOrder',
      { 'body/number': '1', 'body/customer/email': 'e' },
      { body: { number: '1', customer: { email: 'e' } } },
    ],
    [
      'an optional object may be left out though it has required members',
      SHOP,
      'PlaceOrder',
      order,
      { body: { number: '1' } },
    ],
    [
      'an object without declared members is open',
      SHOP,
      'PlaceOrder',
      { ...order, 'body/context/a/b': 1 },
      { body: { number: '1', context: { a: { b: 1 } } } },
    ],
    [
      'an open object as a whole',
      SHOP,
      'PlaceOrder',
      { ...order, 'body/context': { a: 1 } },
      { body: { number: '1', context: { a: 1 } } },
    ],
    ['the whole body', SHOP, 'PlaceOrder', { body: { number: '1' } }, { body: { number: '1' } }],
  ])('%s', (_name, connector, operation, given, expected) => {
    expect(build(connector, operation, given)).toEqual(expected);
  });

  test.each<[string, string, string, Record<string, unknown>, string]>([
    ['an unknown parameter', DATAVERSE, 'ListRecords', { entityName: 'e', $count: true }, '$count'],
    ['an unknown body member', OUTLOOK, 'SendEmailV2', { 'emailMessage/Too': 'a' }, 'emailMessage/Too'],
    ['a missing query parameter', DATAVERSE, 'ListRecords', { $top: 5 }, 'entityName'],
    [
      'a missing body member',
      OUTLOOK,
      'SendEmailV2',
      { 'emailMessage/To': 'a', 'emailMessage/Subject': 's' },
      'emailMessage/Body',
    ],
    ['a required parameter that is null', DATAVERSE, 'GetItem', { entityName: 'e', recordId: null }, 'recordId'],
    ['a member missing in a whole body', SHOP, 'PlaceOrder', { body: { channel: 'email' } }, 'body/number'],
    [
      'a value outside a list',
      OUTLOOK,
      'ReplyToV3',
      { messageId: 'm', 'replyParameters/Importance': 'Urgent' },
      'replyParameters/Importance',
    ],
    [
      'a calendar time zone outside the list',
      OUTLOOK,
      'V4CalendarPostItem',
      { table: 'Calendar', 'item/subject': 's', 'item/start': 'x', 'item/end': 'x', 'item/timeZone': 'Europe/Berlin' },
      'item/timeZone',
    ],
    ['a value outside a list of our own', SHOP, 'PlaceOrder', { ...order, 'body/channel': 'fax' }, 'body/channel'],
    ['a segment that only looks like an index', SHOP, 'PlaceOrder', { ...order, 'body/lines/0': 1 }, 'body/lines/0'],
  ])('%s is an error naming it', (_name, connector, operation, given, parameter) => {
    expect(() => build(connector, operation, given)).toThrow(ParameterError);
    expect(() => build(connector, operation, given)).toThrow(expect.objectContaining({ parameter }));
    expect(() => build(connector, operation, given)).toThrow(`'${parameter}'`);
  });

  test('what is given is never changed', () => {
    const item = Object.freeze({ a: Object.freeze({ x: 1 }) });
    build(DATAVERSE, 'CreateRecord', { entityName: 'e', item, 'item/a/y': 2 });
    expect(item).toEqual({ a: { x: 1 } });
  });

  test('the table knows its connectors and nothing else', () => {
    expect([table.knows(DATAVERSE), table.knows(SHOP), table.knows('shared_other')]).toEqual([true, true, false]);
    expect(table.find(DATAVERSE, 'DropTable')).toBeUndefined();
    expect(table.find('shared_other', 'ListRecords')).toBeUndefined();
  });

  test('a document that refers to what it does not have is refused', () => {
    const broken = {
      paths: {
        '/a': {
          post: {
            operationId: 'A',
            parameters: [{ name: 'body', in: 'body', schema: { $ref: '#/definitions/Nope' } }],
          },
        },
      },
    };
    expect(() => createOperationTable({ documents: { x: broken } })).toThrow(/definition 'Nope'/);
  });
});
