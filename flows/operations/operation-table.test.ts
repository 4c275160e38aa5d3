import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOperationTable } from './operation-table';
import { type OperationCatalogue } from './operation-catalogue';
import { SHOP, SHOP_DOCUMENT } from './testing/shop-document';

const catalogue = JSON.parse(readFileSync(join(__dirname, '../operations.json'), 'utf8')) as OperationCatalogue;
const table = createOperationTable({ catalogue, documents: { [SHOP]: SHOP_DOCUMENT } });
const DATAVERSE = 'shared_commondataserviceforapps';

describe('the operation table', () => {
  it('tells what each operation is', () => {
    const trigger = table.find('shared_office365', 'OnNewEmailV3')!;
    expect([trigger.kind, trigger.triggerMode, trigger.deprecated]).toEqual(['trigger', 'batch', false]);
    expect(table.find(DATAVERSE, 'ListRecords')).toMatchObject({ kind: 'action', pageable: true, method: 'GET' });
    expect(table.find(SHOP, 'PlaceOrder')).toMatchObject({ method: 'POST', path: '/orders' });
  });

  it('tells types, formats and defaults of parameters', () => {
    const item = table.find('shared_office365', 'V4CalendarPostItem')!;
    expect(item.parameter('item/start')).toMatchObject({ type: 'string', format: 'date-no-tz', required: true });
    expect(item.parameter('item/timeZone')!.enum).toHaveLength(137);
    expect(table.find(DATAVERSE, 'ListRecords')!.parameter('prefer')).toMatchObject({
      internal: true,
      required: false,
    });
  });

  it('names the successor of every deprecated operation, one that the same connector has', () => {
    const deprecated = catalogue.operations.filter((each) => each.deprecated);
    expect(deprecated.length).toBeGreaterThan(3);
    for (const { apiId, operationId } of deprecated) {
      const connector = apiId.slice(apiId.lastIndexOf('/') + 1);
      const { successor } = table.find(connector, operationId)!;
      expect([operationId, table.find(connector, successor ?? '')?.operationId]).toEqual([operationId, successor]);
    }
  });

  it('accepts operations the platform makes for each environment, on their connector only', () => {
    expect(table.accepts(DATAVERSE, 'aibuilderpredict_invoice')).toBe(true);
    expect(table.accepts('shared_office365', 'aibuilderpredict_invoice')).toBe(false);
    expect(table.accepts(DATAVERSE, 'ListRows')).toBe(false);
  });
});

describe('an operation by its request', () => {
  test.each<[string, string, string, string | undefined, Record<string, string>]>([
    ['shared_office365', 'post', '/v2/Mail', 'SendEmailV2', {}],
    [DATAVERSE, 'GET', '/api/data/v9.1/rcc_tickets', 'ListRecords', { entityName: 'rcc_tickets' }],
    [DATAVERSE, 'GET', '/api/data/v9.1/rcc_tickets(1-2)', 'GetItem', { entityName: 'rcc_tickets', recordId: '1-2' }],
    [
      'shared_sharepointonline',
      'get',
      "/datasets/@{encodeURIComponent(encodeURIComponent('https://a.test/b/c}'))}/tables/@{variables('l')}/items",
      'GetItems',
      {
        dataset: "@{encodeURIComponent(encodeURIComponent('https://a.test/b/c}'))}",
        table: "@{variables('l')}",
      },
    ],
    [SHOP, 'get', '/orders/7', 'GetOrder', { id: '7' }],
    [SHOP, 'delete', '/orders/7', undefined, {}],
    [SHOP, 'get', '/orders/7/lines', undefined, {}],
    ['shared_other', 'get', '/orders/7', undefined, {}],
  ])('%s %s %s is %s', (connector, method, path, operationId, values) => {
    const found = table.findByPath(connector, method, path);
    expect(found?.operation.operationId).toBe(operationId);
    expect(found?.path ?? {}).toEqual(values);
  });
});
