import type { ScenarioRow } from './scenario-row';
import { looked } from './tell';

/** What was paid, given back and disputed. */
export const paymentRows: ScenarioRow[] = [
  {
    number: 7,
    title: 'Partial and full refund',
    cases: [
      {
        sandbox: 'Order 12390: one of two lines refunded at the shop and at Stripe.',
        expected: 'The amount given back, and nothing open.',
        result:
          'delivered, partially_refunded 138.90 EUR, 49.90 EUR back; refund of 49.90 recorded by Shopify; refund of 49.90 succeeded by Stripe; finds return_window medium',
        answer: looked('12390', 'order', 'refunds', 'findings'),
      },
      {
        sandbox: 'Order 12391: all refunded.',
        expected: 'The same for all of it.',
        result:
          'delivered, refunded 138.90 EUR, 138.90 EUR back; refund of 138.90 recorded by Shopify; refund of 138.90 succeeded by Stripe; finds return_window medium',
        answer: looked('12391', 'order', 'refunds', 'findings'),
      },
    ],
  },
  {
    number: 8,
    title: 'Refund pending, refund failed',
    cases: [
      {
        sandbox: 'Order 12392: the shop has the refund, Stripe’s is pending.',
        expected: 'Not called refunded: pending.',
        result:
          'delivered, refunded 138.90 EUR, 138.90 EUR back; refund of 138.90 recorded by Shopify; refund of 138.90 pending by Stripe; finds return_window medium, refund_pending high',
        answer: looked('12392', 'order', 'refunds', 'findings'),
      },
      {
        sandbox: 'Order 12393: the shop has the refund, Stripe’s has failed.',
        expected: 'The same.',
        result:
          'delivered, partially_refunded 138.90 EUR, 89.00 EUR back; refund of 89.00 recorded by Shopify; refund of 89.00 failed (expired_or_canceled_card) by Stripe; finds return_window medium, refund_pending high',
        answer: looked('12393', 'order', 'refunds', 'findings'),
      },
    ],
  },
  {
    number: 9,
    title: 'Dispute, inquiry',
    cases: [
      {
        sandbox: 'Order 12394: Stripe has a dispute that needs a response within seven days.',
        expected: 'Found, so that a person sees it.',
        result: 'chargeback needs_response until 2026-03-17 at Stripe; finds return_window medium, dispute_open high',
        answer: looked('12394', 'disputes', 'findings'),
      },
      {
        sandbox: 'Order 12395: the bank inquires first (warning_needs_response).',
        expected: 'Found too.',
        result:
          'inquiry warning_needs_response until 2026-03-19 at Stripe; finds return_window medium, dispute_open high',
        answer: looked('12395', 'disputes', 'findings'),
      },
      {
        sandbox: 'Order 12396: paid through the shop’s own payments, where the dispute is; Stripe has no charge.',
        expected: 'Found by the shop’s word.',
        result: 'no charges; chargeback needs_response at Shopify; finds return_window medium, dispute_open high',
        answer: looked('12396', 'payments', 'disputes', 'findings'),
      },
    ],
  },
  {
    number: 18,
    title: 'Duplicate charge, look-alike',
    cases: [
      {
        sandbox: 'Order 12355: two charges of one amount and card for one order, three minutes apart.',
        expected: 'Charged twice, surely.',
        result: '89.00 EUR succeeded; 89.00 EUR succeeded; finds duplicate_charge high',
        answer: looked('12355', 'payments', 'findings'),
      },
      {
        sandbox: 'Orders 12356 and 12357: the same for two orders.',
        expected: 'Charged twice, perhaps.',
        result: '29.95 EUR succeeded; finds duplicate_charge medium',
        answer: looked('12356', 'payments', 'findings'),
      },
      {
        sandbox: 'Order 12398: charged twice, one given back already.',
        expected: 'Nothing to find any more.',
        result: '138.90 EUR succeeded, 138.90 back; 138.90 EUR succeeded; finds return_window medium',
        answer: looked('12398', 'payments', 'findings'),
      },
    ],
  },
  {
    number: 19,
    title: 'Failed, then succeeded',
    cases: [
      {
        sandbox: 'Order 12397: a declined charge and a good one of the same payment.',
        expected: 'Not a duplicate.',
        result: '138.90 EUR succeeded; 138.90 EUR failed; finds return_window medium',
        answer: looked('12397', 'payments', 'findings'),
      },
    ],
  },
  {
    number: 20,
    title: 'Currencies',
    cases: [
      {
        sandbox: 'Order 12400: Stripe has 4990 in jpy, a currency without decimals.',
        expected: '4990 yen, not 49.90.',
        result: 'delivered, paid 4990 JPY; 4990 JPY succeeded',
        answer: looked('12400', 'order', 'payments'),
      },
      {
        sandbox: 'Order 12401: the shop keeps its books in pounds, the customer paid in euros (eur at Stripe).',
        expected: 'The amount the customer paid.',
        result: 'delivered, paid 138.90 EUR; 138.90 EUR succeeded; finds return_window medium',
        answer: looked('12401', 'order', 'payments', 'findings'),
      },
    ],
  },
  {
    number: 21,
    title: 'Guest without customer or address',
    cases: [
      {
        sandbox: 'Order 12402: the shop has neither customer nor e-mail, Stripe no customer.',
        expected: 'Nobody can be shown to be its customer: nothing is revealed.',
        result: 'needed; It could not be shown that the order is the requester’s.; nothing missing',
        answer: looked('12402'),
      },
    ],
  },
];
