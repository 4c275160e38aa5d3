import fc from 'fast-check';
import { safeLink, shopNumber, vendorLink } from './vendor-link';

describe('a link to a vendor', () => {
  it('keeps the id in its place, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
        fc.pre(!/^\.+$/.test(id));
        const link = new URL(vendorLink('https://shop.example/orders/{id}/view?tab=1&of={id}#top', id) ?? '');
        expect([link.host, link.searchParams.get('of'), link.hash]).toEqual(['shop.example', id, '#top']);
        expect(decodeURIComponent(link.pathname)).toBe(`/orders/${id}/view`);
      }),
    );
  });

  it.each([
    ['http://shop.example/{id}'],
    ['javascript:alert({id})'],
    ['//shop.example/{id}'],
    ['shop.example/{id}'],
    ['https://shop.example/'],
    ['https://{id}'],
    ['https://{id}/orders'],
    ['https://shop.{id}.example/{id}'],
    [''],
    [null],
  ])('is none for the address %s', (address) => {
    expect(vendorLink(address, '12')).toBeUndefined();
  });

  it.each([undefined, '', '.', '..'])('is none for the id %j', (id) => {
    expect(vendorLink('https://shop.example/{id}', id)).toBeUndefined();
  });
});

it('an address of the facts is opened only when it is https', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ validSchemes: ['http', 'https', 'ftp'] }), fc.string()), (address) => {
      const link = safeLink(address);
      expect(link === undefined || new URL(link).protocol === 'https:').toBe(true);
      if (address.startsWith('https://')) expect(link).toBe(address);
    }),
  );
  expect(safeLink('javascript:alert(1)')).toBeUndefined();
});

it.each([
  ['gid://shopify/Order/450789469', '450789469'],
  ['450789469', '450789469'],
  [undefined, undefined],
])('the shop id %s has the number %s', (id, number) => {
  expect(shopNumber(id)).toBe(number);
});
