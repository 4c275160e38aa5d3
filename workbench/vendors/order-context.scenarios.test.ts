import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { createCommerce } from '../../proxy/src/commerce/create-commerce';
import { definitions } from '../../proxy/src/contract/definitions';
import type { OrderContext } from '../../proxy/src/contract/order-context';
import type { CommerceService } from '../../proxy/src/services';
import { sandboxSettings } from './sandbox-settings';
import { startVendorSandboxes, type VendorSandboxes } from './start-vendor-sandboxes';

const now = () => new Date('2026-03-10T12:00:00Z');
const OWNER = 'customer@example.com';
let sandboxes: VendorSandboxes;
let commerce: CommerceService;

beforeAll(async () => {
  sandboxes = await startVendorSandboxes({ now });
  commerce = createCommerce(sandboxSettings(sandboxes, { deadlineMs: 10_000, attemptTimeoutMs: 4000 }), { now });
});
afterAll(async () => {
  await commerce.close();
  await sandboxes.close();
});

const ajv = addFormats(new Ajv({ strict: false }));
const validate = ajv.compile({
  $ref: '#/definitions/OrderContext',
  definitions: JSON.parse(
    JSON.stringify(definitions, (key, value: unknown) => (key === '$id' ? undefined : value)).replaceAll(
      '"x-nullable"',
      '"nullable"',
    ),
  ) as object,
});

async function look(order_id: string, requester_email = OWNER): Promise<OrderContext> {
  const context = await commerce.orderContext({ requester_email, order_id });
  expect(validate(context) ? null : validate.errors).toBeNull();
  return context;
}
const codes = (context: OrderContext) => context.findings.map(({ code, confidence }) => `${code} ${confidence}`);
const fact = (context: OrderContext, id: string) => context.facts.find((candidate) => candidate.id === id)?.value;

describe('an order context', () => {
  it('of 12345 is out for delivery today with FedEx, paid once, and every fact is listed', async () => {
    const context = await look('12345');
    expect(context).toMatchObject({
      found: true,
      verification: 'verified',
      order_id: 'ORD-12345',
      parcels: [{ carrier: 'FedEx', status: 'out_for_delivery', estimated_delivery: '2026-03-10', source: 'FedEx' }],
      payments: [{ charge_id: 'ch_1234567890', status: 'succeeded' }],
      degraded: [],
    });
    expect(Object.fromEntries(context.facts.map(({ id, value }) => [id, value]))).toMatchObject({
      'order.number': 'ORD-12345',
      'order.created_at': '2026-03-05',
      'order.status': 'shipped',
      'order.total': '29.95 EUR',
      'order.lines.0.title': 'Wool Scarf',
      'parcels.0.status': 'out for delivery',
      'parcels.0.carrier': 'FedEx',
      'parcels.0.tracking_number': '794200123458',
      'parcels.0.estimated_delivery': '2026-03-10',
      'parcels.0.last_place': 'Berlin, DE',
      'payments.0.total': '29.95 EUR',
    });
    expect(new Set(context.sources.map(({ vendor }) => vendor))).toEqual(new Set(['shopify', 'fedex', 'stripe']));
  });

  it.each(['#12345', 'ord 12345', 'ORD-12345'])('is found by %s too', async (spelling) =>
    expect((await look(spelling)).order_id).toBe('ORD-12345'),
  );

  it('of a number nobody has is not found (scenario 1)', async () =>
    expect(await look('99999')).toMatchObject({ found: false, verification: 'not_found', order_id: 'ORD-99999' }));

  it('of a near match is not found (scenario 3)', async () => {
    expect((await look('1001')).verification).toBe('not_found');
    expect((await look('1001-UK')).order_id).toBe('ORD-1001-UK');
    expect((await look('10010')).order_id).toBe('ORD-10010');
  });

  it('of a split shipment tells of each parcel (scenario 4)', async () => {
    const context = await look('12346');
    expect(context.parcels.map(({ status, line_titles }) => [status, line_titles])).toEqual([
      ['delivered', ['Linen Shirt']],
      ['in_transit', ['Trail Running Shoes']],
    ]);
    expect(codes(context)).toContain('partly_shipped high');
    expect(fact(context, 'order.status')).toBe('partly shipped');
    expect(fact(context, 'order.lines.2.unfulfilled')).toBe('2');
  });

  it('of a cancelled order shows the refund and the voided label (scenario 6)', async () => {
    const context = await look('12347');
    expect(context).toMatchObject({
      order: { cancel_reason: 'customer', financial_status: 'refunded' },
      parcels: [{ status: 'cancelled' }],
      payments: [{ refunded: { amount: '64.00', currency: 'EUR' } }],
    });
    expect(codes(context)).toEqual(['cancelled high']);
    expect(fact(context, 'order.refunded')).toBe('64.00 EUR');
  });

  it('of a parcel that has only a label says that the carrier does not have it (scenario 10)', async () => {
    const context = await look('12348');
    expect(context.parcels).toMatchObject([{ status: 'label_created', estimated_delivery: null }]);
    expect(codes(context)).toEqual(['not_yet_shipped medium']);
  });

  it.each(['12349', '12350', '12351'])(
    'of %s, unknown to its carrier, is soft about it (scenario 11)',
    async (number) => {
      const context = await look(number);
      expect(context).toMatchObject({ parcels: [{ status: 'not_found' }], degraded: [] });
      expect(codes(context)).toEqual(['unknown_to_carrier medium']);
    },
  );

  it('of a delivery that may be denied lists the evidence (scenario 12)', async () => {
    const context = await look('12352');
    expect(context.parcels).toMatchObject([
      { status: 'delivered', delivered_to: 'NEIGHBOUR', proof: ['Received by NEIGHBOUR', 'Left at: Front Door'] },
    ]);
    expect(codes(context)).toContain('delivered_but_denied low');
    expect(codes(await look('12359'))).toEqual(['return_window medium']);
  });

  it('of a delay and of an attempted delivery gives the reason (scenario 13)', async () => {
    expect((await look('12353')).parcels).toMatchObject([
      { status: 'delayed', exception: 'Local weather delay - Delivery not attempted' },
    ]);
    const attempted = await look('12354');
    expect(attempted.parcels).toMatchObject([{ status: 'delivery_attempted' }]);
    expect(fact(attempted, 'parcels.0.exception')).toMatch(/not available/);
  });

  it('of a parcel that came back does not call it delivered (scenario 14)', async () => {
    const context = await look('12360');
    expect(context.parcels).toMatchObject([{ status: 'returned' }]);
    expect(JSON.stringify(context.facts.filter(({ kind }) => kind === 'status'))).not.toMatch(/"delivered"/);
  });

  it('of a parcel with the wrong carrier’s name finds the right one (scenario 15)', async () => {
    const context = await look('12361');
    expect(context.parcels).toMatchObject([{ carrier: 'UPS', carrier_mismatch: true, status: 'in_transit' }]);
    expect(codes(context)).toEqual(['carrier_mismatch high']);
  });

  it('of a number FedEx has used before tells of the newer parcel (scenario 16)', async () =>
    expect((await look('12362')).parcels).toMatchObject([{ status: 'in_transit' }]));

  it('finds a charge made twice, and doubts it when there are two orders (scenario 18)', async () => {
    expect(codes(await look('12355'))).toEqual(['duplicate_charge high']);
    expect((await look('12355')).payments).toHaveLength(2);
    expect(codes(await look('12356'))).toEqual(['duplicate_charge medium']);
    expect(codes(await look('12357'))).toEqual(['duplicate_charge medium']);
    expect((await look('12357')).payments).toHaveLength(1);
  });

  it('is found by a parcel number alone among the requester’s own orders', async () => {
    const context = await commerce.orderContext({ requester_email: OWNER, tracking_number: '7942 0012 3458' });
    expect(context).toMatchObject({ found: true, order_id: 'ORD-12345' });
  });

  it('is asked for by nothing when there is neither number', async () => {
    const calls = sandboxes.calls().length;
    const context = await commerce.orderContext({ requester_email: OWNER });
    expect(context).toMatchObject({ found: false, verification: 'not_found', sources: [] });
    expect(sandboxes.calls()).toHaveLength(calls);
  });

  it('of a generated order belongs to its own customer', async () => {
    for (const number of [30000, 31235, 34567, 39999])
      expect(await look(String(number), `customer${number}@example.com`)).toMatchObject({ found: true, degraded: [] });
  });
});
