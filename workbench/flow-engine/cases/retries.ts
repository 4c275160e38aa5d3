import { after, compose, shopCall } from '../testing/flow-builder';
import { type FlowCase } from './flow-case';

const F = ['Failed'];
const ok = compose(1);
const call = (retryPolicy?: object): ReturnType<typeof shopCall> =>
  shopCall('GetOrder', { id: '1' }, retryPolicy ? { retryPolicy } : {});
const fixed = (count: unknown, interval: unknown = 'PT20S'): object => ({ type: 'fixed', count, interval });
const none = { type: 'none' };
/** Both ends of every draw are the same, so that the times are certain. */
const doubling = (count: number, interval: string, limit: string): object => ({
  type: 'exponential',
  count,
  interval,
  minimumInterval: limit,
  maximumInterval: limit,
});

/** When failed calls are sent again, and when that ends. */
export const retryCases: FlowCase[] = [
  ['a success is not tried again', { A: call(fixed(3)) }, 'Succeeded', { A: 'S' }, { tries: { A: [0] }, billable: 1 }],
  [
    'one failure, then success',
    { A: call(fixed(3)) },
    'Succeeded',
    { A: 'S' },
    { answers: [503], tries: { A: [0, 20] }, billable: 2 },
  ],
  [
    'the count is that of retries, so one more try than that',
    { A: call(fixed(2)) },
    'Failed',
    { A: 'F' },
    { answers: [500, 500, 500, 200], tries: { A: [0, 20, 40] }, codes: { A: 'InternalServerError' }, billable: 3 },
  ],
  [
    'success at the last try',
    { A: call(fixed(2)) },
    'Succeeded',
    { A: 'S' },
    { answers: [500, 500], tries: { A: [0, 20, 40] } },
  ],
  [
    'the count written as text',
    { A: call(fixed('1')) },
    'Failed',
    { A: 'F' },
    { answers: [500, 500], tries: { A: [0, 20] } },
  ],
  [
    'count and interval from expressions',
    { A: call(fixed('@add(1,1)', "@concat('PT','30S')")) },
    'Failed',
    { A: 'F' },
    { answers: [500, 500, 500], tries: { A: [0, 30, 60] } },
  ],
  [
    'a count that does not fit fails before the call',
    { A: call(fixed('@add(90,1)')) },
    'Failed',
    { A: 'F' },
    { tries: { A: [] } },
  ],
  ['none means one try', { A: call(none) }, 'Failed', { A: 'F' }, { answers: [503], tries: { A: [0] } }],
  ['types in any case', { A: call({ type: 'None' }) }, 'Failed', { A: 'F' }, { answers: [503], tries: { A: [0] } }],
  [
    'exponential: the first wait within its bounds',
    { A: call(doubling(1, 'PT10S', 'PT5S')) },
    'Succeeded',
    { A: 'S' },
    { answers: [503], tries: { A: [0, 5] } },
  ],
  [
    'exponential: no wait goes beyond the longest',
    { A: call(doubling(4, 'PT10S', 'PT15S')) },
    'Succeeded',
    { A: 'S' },
    { answers: [503, 503, 503, 503], tries: { A: [0, 15, 30, 45, 60] } },
  ],
  [
    'a bad request is final',
    { A: call(fixed(3)) },
    'Failed',
    { A: 'F' },
    { answers: [400], tries: { A: [0] }, codes: { A: 'BadRequest' } },
  ],
  [
    'a missing thing is final',
    { A: call(fixed(3)) },
    'Failed',
    { A: 'F' },
    { answers: [404], tries: { A: [0] }, codes: { A: 'NotFound' } },
  ],
  [
    'a conflict is final',
    { A: call(fixed(3)) },
    'Failed',
    { A: 'F' },
    { answers: [409], tries: { A: [0] }, codes: { A: 'Conflict' } },
  ],
  [
    'a request time-out is not',
    { A: call(fixed(3)) },
    'Succeeded',
    { A: 'S' },
    { answers: [408], tries: { A: [0, 20] } },
  ],
  [
    'too many requests are not',
    { A: call(fixed(3)) },
    'Succeeded',
    { A: 'S' },
    { answers: [429], tries: { A: [0, 20] } },
  ],
  ['a bad gateway is not', { A: call(fixed(3)) }, 'Succeeded', { A: 'S' }, { answers: [502], tries: { A: [0, 20] } }],
  [
    'a transient failure and then a final one',
    { A: call(fixed(3)) },
    'Failed',
    { A: 'F' },
    { answers: [503, 404, 200], tries: { A: [0, 20] }, codes: { A: 'NotFound' } },
  ],
  [
    'a dropped connection is tried again',
    { A: call(fixed(3)) },
    'Succeeded',
    { A: 'S' },
    { answers: ['drop'], tries: { A: [0, 20] } },
  ],
  [
    'a connection that stays down is a bad gateway',
    { A: call(fixed(1)) },
    'Failed',
    { A: 'F' },
    { answers: ['drop', 'drop'], tries: { A: [0, 20] }, codes: { A: 'BadGateway' } },
  ],
  [
    'Retry-After is longer than the policy says',
    { A: call(fixed(2)) },
    'Succeeded',
    { A: 'S' },
    { answers: [{ statusCode: 429, headers: { 'Retry-After': '90' } }], tries: { A: [0, 90] } },
  ],
  [
    'Retry-After is shorter than the policy says',
    { A: call(fixed(2)) },
    'Succeeded',
    { A: 'S' },
    { answers: [{ statusCode: 429, headers: { 'retry-after': '3' } }], tries: { A: [0, 3] } },
  ],
  [
    'Retry-After as a date',
    { A: call(fixed(2)) },
    'Succeeded',
    { A: 'S' },
    {
      answers: [{ statusCode: 503, headers: { 'Retry-After': 'Mon, 02 Mar 2026 09:02:00 GMT' } }],
      tries: { A: [0, 120] },
    },
  ],
  [
    'Retry-After does not make more tries',
    { A: call(fixed(1)) },
    'Failed',
    { A: 'F' },
    {
      answers: [
        { statusCode: 429, headers: { 'Retry-After': '1' } },
        { statusCode: 429, headers: { 'Retry-After': '1' } },
      ],
      tries: { A: [0, 1] },
      codes: { A: 'TooManyRequests' },
    },
  ],
  [
    'a time limit ends the retries',
    { A: { ...call(fixed(9)), limit: { timeout: 'PT50S' } }, B: after(ok, { A: ['TimedOut'] }) },
    'Succeeded',
    { A: 'T', B: 'S' },
    { answers: [503, 503, 503, 503, 503], seconds: 50 },
  ],
  [
    'a handler runs after the last try',
    { A: call(fixed(1)), B: after(ok, { A: F }) },
    'Succeeded',
    { A: 'F', B: 'S' },
    { answers: [503, 503], seconds: 20, order: ['A', 'B'] },
  ],
  [
    'a status of 3xx is no failure of a connector',
    { A: call(none) },
    'Succeeded',
    { A: 'S' },
    { answers: [304], codes: { A: 'NotModified' } },
  ],
  [
    "the error of an answer is its body's",
    { A: call(none), B: after(compose("@actions('A')?['error']?['code']"), { A: F }) },
    'Succeeded',
    { A: 'F' },
    {
      answers: [{ statusCode: 409, body: { error: { code: 'RCC_BUSY', message: 'busy' } } }],
      outputs: { B: 'RCC_BUSY' },
    },
  ],
];
