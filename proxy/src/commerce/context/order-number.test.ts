import fc from 'fast-check';
import { readOrderNumber, readTrackingNumber } from './order-number';

describe('order numbers', () => {
  it.each([
    '12345',
    '#12345',
    ' ord 12345 ',
    'ORD-12345',
    'Order #12345',
    'order no. 12345',
    'ord12345',
    '#ORD-12345',
    '12345.',
  ])('are read from %j', (text) =>
    expect(readOrderNumber(text)).toEqual({ shopName: '#12345', orderId: 'ORD-12345', number: '12345' }),
  );

  it('keep the suffix of a shop', () => expect(readOrderNumber('1001-uk')?.shopName).toBe('#1001-UK'));

  it.each(['', 'hello', '12 345', '1234567890123', "1' OR name:*", '#12345 "', '12345..', '12.345'])(
    'are not read from %j',
    (text) => expect(readOrderNumber(text)).toBeNull(),
  );

  it('never let anything into the shop’s search but letters, digits, # and -', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        expect(readOrderNumber(text)?.shopName ?? '#0').toMatch(/^#\d+(-[A-Z]+)?$/),
      ),
    ));
});

describe('parcel numbers', () => {
  it('are read without spaces and dashes', () => expect(readTrackingNumber('1z 999-aa1')).toBe('1Z999AA1'));
  it.each(['', '12345', '../../etc', '1Z999AA1?x=1'])('are not read from %j', (text) =>
    expect(readTrackingNumber(text)).toBeNull(),
  );
});
