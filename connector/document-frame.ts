/** What the connector document says apart from its operations and schemas. */

const idempotencyKey = (required: boolean) => ({
  name: 'Idempotency-Key',
  in: 'header',
  type: 'string',
  required,
  minLength: 1,
  maxLength: 1200,
  'x-ms-summary': 'Idempotency Key',
  'x-ms-visibility': required ? 'important' : 'advanced',
  description:
    'A key from the business, such as the message id; a second call with the same key gets the first answer and does nothing.',
});

/** Shared parameters; operations refer to them and the generator puts them in, because some readers do not resolve them. */
export const sharedParameters: Record<string, object> = {
  IdempotencyKey: idempotencyKey(false),
  RequiredIdempotencyKey: idempotencyKey(true),
  /** Stripe takes keys of up to 255 characters, and the key of a refund stands at the vendor. */
  MoneyActionKey: {
    ...idempotencyKey(true),
    maxLength: 255,
    description:
      'A key from the business, such as the id of the request row; a second call with the same key says where the first one stands.',
  },
};

/** How every operation may fail; the body is the error envelope, which only named answers may describe. */
export const failures: Record<string, { description: string }> = {
  '400': { description: 'The request does not match this document; target names the field.' },
  '401': { description: 'The key is missing or not known.' },
  '413': { description: 'The body is larger than eight megabytes.' },
  '422': { description: 'The idempotency key came before with another body.' },
  '500': { description: 'Something unexpected went wrong; nothing counts as done.' },
  '503': { description: 'The service cannot store the answer just now; repeat with the same idempotency key.' },
  '504': { description: 'The answer was not ready in time; repeat with the same idempotency key.' },
};

export const frame = {
  swagger: '2.0',
  info: {
    title: 'Retail Call Center',
    description:
      "Reads customers' messages, looks orders, parcels and payments up, drafts replies from those facts only, answers chats and records what happened.",
    version: '1.0.0',
    contact: {
      name: 'Retail Call Center',
      url: 'https://retail-call-center.example.com',
      email: 'support@retail-call-center.example.com',
    },
  },
  host: 'retail-call-center.example.com',
  basePath: '/',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } },
  security: [{ api_key: [] }],
  'x-ms-connector-metadata': [
    { propertyName: 'Website', propertyValue: 'https://retail-call-center.example.com' },
    {
      propertyName: 'Privacy policy',
      propertyValue: 'https://retail-call-center.example.com/privacy',
    },
    { propertyName: 'Categories', propertyValue: 'Commerce;Communication' },
  ],
};
