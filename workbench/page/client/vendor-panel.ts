import { byId, element } from './element.js';
import type { Fault, Overview, VendorView } from './page-data.js';
import { service } from './service.js';
import { tag } from './status-mark.js';
import { words } from './words.js';

/** The vendors with where they are; a sandbox can be made to fail, so that a visitor sees what happens then. */
export function drawVendors(overview: Overview, announce: (text: string) => void): void {
  const list = byId('vendors');
  const draw = (vendors: VendorView[]): void => {
    list.replaceChildren(...vendors.map((vendor) => row(vendor, overview.faults, change)));
    const ill = vendors.filter(({ fault }) => fault !== 'none').length;
    byId('vendors-state').replaceChildren(
      ill ? tag(`${ill} failing`, 'bad', 'warn') : tag('All working', 'good', 'check'),
    );
  };
  const change = (vendor: VendorView, fault: Fault): void => {
    service.setFault(vendor.id, fault).then(
      (vendors) => {
        draw(vendors);
        byId(`fault-${vendor.id}`).focus();
        announce(`${vendor.name}: ${words(fault)}`);
      },
      (error: Error) => announce(error.message),
    );
  };
  draw(overview.vendors);
}

function row(vendor: VendorView, faults: Fault[], change: (vendor: VendorView, fault: Fault) => void): HTMLElement {
  const id = `fault-${vendor.id}`;
  const where = { live: 'accent', sandbox: 'plain', off: 'warn' } as const;
  const state =
    vendor.origin !== 'sandbox'
      ? null
      : element(
          'select',
          { id, change: (event) => change(vendor, (event.target as HTMLSelectElement).value as Fault) },
          ...faults.map((fault) => element('option', { value: fault, selected: fault === vendor.fault }, words(fault))),
        );
  return element(
    'li',
    { class: vendor.fault === 'none' ? 'vendor' : 'vendor vendor-ill' },
    element(
      'div',
      {},
      element(state ? 'label' : 'span', { class: 'vendor-name', ...(state ? { for: id } : {}) }, vendor.name),
      tag(vendor.origin, where[vendor.origin]),
      element('span', { class: 'vendor-asked' }, vendor.asked),
    ),
    state,
  );
}
