import { text } from './kinds';
import { optional } from './setting';

/** Read by `npm run test:live` alone; what it cannot use it names as the reason why a vendor is skipped. */
export const liveCatalogue = {
  LIVE_SHOPIFY_ORDER: optional({
    meaning:
      'The name of an order of the last 60 days that npm run test:live asks the shop about; without it the shop is skipped there.',
    example: '#1001',
    parse: text,
  }),
  LIVE_UPS_NUMBER: optional({
    meaning:
      'A parcel number with scans of the last 120 days that npm run test:live asks UPS about; without it UPS is skipped there.',
    example: '1Z999AA10123456784',
    parse: text,
  }),
  LIVE_FEDEX_NUMBER: optional({
    meaning:
      'A parcel number with scans of the last 90 days that npm run test:live asks FedEx about; without it FedEx is skipped there.',
    example: '794644790138',
    parse: text,
  }),
  LIVE_STRIPE_CHARGE: optional({
    meaning: 'The id of a charge that npm run test:live asks Stripe about; without it Stripe is skipped there.',
    example: 'ch_3PQ8aB2eZvKYlo2C1abcdefg',
    parse: text,
  }),
  RCC_LIVE_WRITES: optional({
    meaning:
      'With 1 and a Stripe key of test mode, npm run test:live gives one unit of LIVE_STRIPE_CHARGE back; with anything else it only reads.',
    example: '1',
    parse: text,
  }),
};
