import { readSettings } from './settings';

const given = {
  orderAddress: ' https://admin.shop.example/orders/{id} ',
  chargeAddress: null,
  staleHours: 3,
  waitMinutes: 2,
};

it('reads what a maker set', () => {
  expect(readSettings(given)).toEqual({
    ...given,
    orderAddress: 'https://admin.shop.example/orders/{id}',
    faults: [],
  });
});

it('has defaults for what nobody set; without an address there is no link', () => {
  const nothing = { orderAddress: null, chargeAddress: ' ', staleHours: null, waitMinutes: null };
  const expected = { orderAddress: null, chargeAddress: null, staleHours: 12, waitMinutes: 5, faults: [] };
  expect(readSettings(nothing)).toEqual(expected);
});

it.each([
  [{ orderAddress: 'http://admin.shop.example/{id}' }, 'orderAddress', 'Fault_address', { orderAddress: null }],
  [{ chargeAddress: 'https://bank.example/' }, 'chargeAddress', 'Fault_address', { chargeAddress: null }],
  [{ staleHours: 0 }, 'staleHours', 'Fault_positive', { staleHours: 12 }],
  [{ waitMinutes: -1 }, 'waitMinutes', 'Fault_positive', { waitMinutes: 5 }],
  [{ waitMinutes: NaN }, 'waitMinutes', 'Fault_positive', { waitMinutes: 5 }],
])('%j costs only itself and is named', (wrong, property, remedy, instead) => {
  const settings = readSettings({ ...given, ...wrong });
  expect(settings).toEqual({ ...readSettings(given), ...instead, faults: [{ property, remedy }] });
});
