import { GRAPHQL_STATUSES, readGraphql } from './graphql-answer';

const answer = (body: unknown, status: number, headers = {}) => ({ status, headers, text: JSON.stringify(body) });
const read = (body: unknown, status = 200) => readGraphql(answer(body, status), new Date(0));
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
    [{ data: { orders: null }, errors: [{ extensions: { code: 'ACCESS_DENIED' } }] }, 'RCC_UPSTREAM_UNAUTHORIZED'],
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

  it('is read the same when the limit comes with status 429, and by its header when there are no figures', () => {
    const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }];
    expect(() => read({ errors, extensions: cost(40) }, 429)).toThrow(
      expect.objectContaining({ retryAfterSeconds: 5 }),
    );
    const wait = (body: unknown) => () => readGraphql(answer(body, 429, { 'retry-after': '2' }), new Date(0));
    expect(wait({ errors: 'Exceeded 40 calls' })).toThrow(expect.objectContaining({ retryAfterSeconds: 2 }));
    expect(wait('Too many requests')).toThrow(expect.objectContaining({ code: 'RCC_UPSTREAM_RATE_LIMITED' }));
  });

  it.each([
    [402, 'RCC_UPSTREAM_UNAVAILABLE', /frozen/],
    [404, 'RCC_UPSTREAM_BAD_RESPONSE', /check the settings/],
    [423, 'RCC_UPSTREAM_UNAVAILABLE', /locked/],
  ])('of status %i says what is wrong with the shop', (status, code, message) => {
    expect(GRAPHQL_STATUSES).toContain(status);
    expect(() => read({ errors: 'no' }, status)).toThrow(
      expect.objectContaining({ code, retryable: false, message: expect.stringMatching(message) as string }),
    );
  });
});
