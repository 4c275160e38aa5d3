import { readGraphql } from './graphql-answer';

const read = (body: unknown, status = 200) => readGraphql({ status, headers: {}, text: JSON.stringify(body) });
const cost = (currentlyAvailable: number) => ({
  cost: { requestedQueryCost: 500, throttleStatus: { currentlyAvailable, restoreRate: 100 } },
});

describe('a GraphQL answer', () => {
  it('uses the data that came although something was denied', () => {
    const errors = [{ message: 'no', extensions: { code: 'ACCESS_DENIED' }, path: ['orders', 'nodes', 0, 'customer'] }];
    expect(read({ data: { orders: { nodes: [] } }, errors })).toEqual({ orders: { nodes: [] } });
  });

  it.each([
    [{ errors: '[API] Invalid API key' }, 'RCC_UPSTREAM_BAD_RESPONSE'],
    [{ errors: { query: 'Required parameter missing' } }, 'RCC_UPSTREAM_BAD_RESPONSE'],
    [{ errors: [{ message: 'x' }, null] }, 'RCC_UPSTREAM_BAD_RESPONSE'],
    [{ errors: [{ extensions: { code: 'ACCESS_DENIED' } }] }, 'RCC_UPSTREAM_UNAUTHORIZED'],
    [{ data: null, errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }, 'RCC_UPSTREAM_UNAVAILABLE'],
    [{}, 'RCC_UPSTREAM_BAD_RESPONSE'],
  ])('%j is %s', (body, code) => expect(() => read(body)).toThrow(expect.objectContaining({ code })));

  it('tells from the cost figures how long to wait when throttled', () => {
    const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }];
    const throttled = (more: object) => expect(() => read({ errors, ...more }));
    throttled({ extensions: cost(40) }).toThrow(
      expect.objectContaining({ code: 'RCC_UPSTREAM_RATE_LIMITED', retryAfterSeconds: 5, retryable: true }),
    );
    throttled({}).toThrow(expect.objectContaining({ retryAfterSeconds: null, retryable: true }));
  });
});
