import { createProperty } from '../../mocks/property';
import { orderContext, type OrderSituation } from '../../mocks/samples/order-contexts';
import { createWebApi } from '../../mocks/web-api';
import type { Manifest } from '../manifest';
import { propertiesOf, type Scene } from '../scene';
import type { Situation } from '../situation';

const DAY = 86_400_000;
const SITUATIONS: Readonly<Partial<Record<Situation['state'], OrderSituation>>> = {
  many: 'two_parcels',
  one: 'charged_twice',
  stale: 'late',
  unmapped: 'carrier_away',
  '10000': 'many_lines',
  '100000': 'many_lines',
};

/** The field of a ticket form that holds the order context; the first bound text is that field. */
export function orderContextField(manifest: Manifest, { state }: Situation, now: number): Scene {
  const webApi = createWebApi({ tables: { rcc_ticket: [{ rcc_ticketid: '5e1f0000-0000-4000-8000-000000000000' }] } });
  const field = manifest.properties.find(({ usage, type }) => usage === 'bound' && /^(SingleLine|Multiple)/.test(type));
  const isSecret = state === 'no-permission';
  const kind = SITUATIONS[state];
  const asOf = state === 'stale' ? now - 3 * DAY : now;
  const json = kind ? JSON.stringify(orderContext(kind, 'ORD-12346', 'Sofía García', asOf)) : null;
  // A column that was cut off, as by a text that is too long.
  const raw = state === 'error' ? '{"found":true,"order":{"order_id":"ORD-12346","lines":[{"line' : json;
  const property = createProperty(isSecret ? null : raw, {
    type: 'Multiple',
    security: { editable: !isSecret, readable: !isSecret, secured: isSecret },
    attributes: {},
  });
  // The column that asks for a new look-up; a form has it unless a maker left it out.
  const moment = manifest.properties.find(({ usage, type }) => usage === 'bound' && type === 'DateAndTime.DateAndTime');
  const requested = state !== 'unmapped' && moment && { [moment.name]: createProperty(null, { attributes: {} }) };
  return {
    webApi,
    settings: {
      parameters: { ...propertiesOf(manifest), ...(field && { [field.name]: property }), ...requested },
      webApi,
      offline: state === 'stale',
      privileges: isSecret ? { rcc_ticket: [] } : {},
    },
  };
}
