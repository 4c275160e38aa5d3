import { eventProblems } from '../../../proxy/src/events/event-problems';
import type { WebhookReader } from '../../../proxy/src/webhooks/delivery';
import { stripeWebhook } from '../../../proxy/src/webhooks/stripe-webhook';
import { upsWebhook } from '../../../proxy/src/webhooks/ups-webhook';
import { describeWithSpecifications, specificationObject } from './reference';

const secrets = ['not asked for here'];

/** The one fact a body tells; it is read as if its proof had been good. */
const factOf = (reader: WebhookReader, body: object) => {
  const { facts } = reader.read({ headers: {}, body: Buffer.alloc(0), receivedAt: new Date() }, body);
  expect(facts).toHaveLength(1);
  expect(eventProblems(facts![0]!)).toEqual([]);
  return facts![0]!.payload;
};

describeWithSpecifications('the vendors’ own examples of what webhooks tell', () => {
  it.each([
    ['charge.updated', 'charge'],
    ['refund.updated', 'refund'],
    ['charge.dispute.updated', 'dispute'],
  ])('are read: %s of Stripe', (type, resource) => {
    const { resources } = specificationObject('stripe.fixtures3.json') as {
      resources: Record<string, { id: string; amount: number; status: string }>;
    };
    const object = resources[resource]!;
    const event = { id: 'evt_1', object: 'event', type, created: 1_772_000_000, data: { object } };
    expect(factOf(stripeWebhook({ secrets }), event)).toMatchObject({
      transaction: resource,
      transaction_id: object.id,
      status: object.status,
    });
  });

  it('are read: every example of UPS Track Alert, with the time and the status it says', () => {
    const { webhooks } = specificationObject('ups.UPSTrackAlert.yaml') as {
      webhooks: {
        TrackingEvent: {
          post: { requestBody: { content: { 'application/json': { examples: Record<string, { value: object }> } } } };
        };
      };
    };
    const { examples } = webhooks.TrackingEvent.post.requestBody.content['application/json'];
    const read = Object.values(examples).map(({ value }) => factOf(upsWebhook({ secrets }), value));
    expect(read).toMatchObject([
      { status: 'out_for_delivery', changed_at: '2024-04-23T13:15:19.000Z', vendor_status: 'I OT' },
      { status: 'delivered', changed_at: '2024-04-23T13:50:04.000Z', vendor_status: 'D FS' },
    ]);
  });
});
