import { type SwaggerDocument } from '../swagger-operations';

export const SHOP = 'rcc_shop';

/** A small custom connector for tests. */
export const SHOP_DOCUMENT: SwaggerDocument = {
  paths: {
    '/orders/{id}': {
      get: {
        operationId: 'GetOrder',
        parameters: [
          { name: 'id', in: 'path', required: true },
          { name: 'fields', in: 'query' },
        ],
      },
    },
    '/orders': {
      post: {
        operationId: 'PlaceOrder',
        parameters: [
          { name: 'Idempotency-Key', in: 'header' },
          { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Order' } },
        ],
      },
    },
  },
  definitions: {
    Order: {
      type: 'object',
      required: ['number'],
      properties: {
        number: { type: 'string' },
        channel: { type: 'string', enum: ['email', 'chat'] },
        customer: {
          type: 'object',
          required: ['email'],
          properties: { email: { type: 'string' }, name: { type: 'string' } },
        },
        lines: { type: 'array', items: { type: 'object' } },
        context: { type: 'object' },
      },
    },
  },
};
