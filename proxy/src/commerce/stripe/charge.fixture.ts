import { moneyOf } from '../money';
import type { Charge } from './charge';

/** A charge of 49.90 EUR for order 1001, with what a test needs otherwise. */
export const sampleCharge = (more: Partial<Charge> = {}): Charge => ({
  id: 'ch_1',
  total: moneyOf('49.90', 'EUR'),
  taken: moneyOf('49.90', 'EUR'),
  refunded: moneyOf('0', 'EUR'),
  fullyRefunded: false,
  status: 'succeeded',
  captured: true,
  disputed: false,
  createdAt: '2026-03-01T08:00:00.000Z',
  customer: null,
  paymentIntent: null,
  orderNumber: '1001',
  card: null,
  fingerprint: null,
  ...more,
});
