import { CANCELLATION, columnsOf, orderOf, REFUND, type Entered } from './money-request';

const entered: Entered = {
  kind: REFUND,
  orderNumber: ' 12359 ',
  extent: 'all',
  amount: '5.50',
  currency: ' eur ',
  quantities: new Map([
    ['gid://shopify/LineItem/1', 2],
    ['gid://shopify/LineItem/2', 0],
  ]),
  reason: ' Scratched\n',
};
const always = { rcc_kind: REFUND, rcc_ordernumber: '12359', rcc_reason: 'Scratched' };

it('asks for all that is left by naming neither amount nor lines', () => expect(columnsOf(entered)).toEqual(always));

it('asks for an amount with its currency', () => {
  const asked = { ...entered, extent: 'amount' } as const;
  expect(columnsOf(asked)).toEqual({ ...always, rcc_amount: 5.5, rcc_currency: 'EUR' });
  expect(columnsOf({ ...asked, currency: ' ' })).toEqual({ ...always, rcc_amount: 5.5 });
});

it('asks for the lines of which there are any', () => {
  expect(columnsOf({ ...entered, extent: 'lines' })).toEqual({
    ...always,
    rcc_lines: '[{"line_id":"gid://shopify/LineItem/1","quantity":2}]',
  });
});

it.each(['all', 'amount', 'lines'] as const)('cancels as a whole, whatever was chosen before: %s', (extent) => {
  const asked = columnsOf({ ...entered, kind: CANCELLATION, extent });
  expect(asked).toEqual({ ...always, rcc_kind: CANCELLATION });
});

it.each([null, 'no JSON', '{"order":null}', '{}'])('knows no order from %j', (context) =>
  expect(orderOf(context)).toBeUndefined(),
);
