import fc from 'fast-check';
import { orderContext, type OrderSituation } from '../../mocks/samples/order-contexts';
import { type OrderContext, readOrderContext } from './order-context';

const NOW = Date.parse('2026-03-02T15:00:00Z');
const sample = (situation: OrderSituation) => orderContext(situation, 'ORD-12346', 'Sofía', NOW);
const read = (value: unknown): OrderContext => {
  const reading = readOrderContext(JSON.stringify(value));
  if (reading.kind !== 'context') throw new Error(`read as ${reading.kind}`);
  return reading.context;
};

describe('an order context', () => {
  it('may be any text or JSON: nothing of it throws', () => {
    const names = [...Object.keys(sample('late')), 'requested_at'];
    const odd = fc.record(Object.fromEntries(names.map((name) => [name, fc.jsonValue()])), { requiredKeys: [] });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          odd.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          expect(['empty', 'unreadable', 'context']).toContain(readOrderContext(text).kind);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps what is there when other parts are missing, of another kind or not known', () => {
    const whole = sample('two_parcels');
    const full = read(whole);
    const parts = ['order', 'parcels', 'payments', 'findings', 'degraded', 'fetched_at'] as const;
    const names = { degraded: 'gaps', fetched_at: 'fetchedAt' } as const;
    fc.assert(
      fc.property(fc.subarray([...parts]), fc.constantFrom(undefined, null, 7, 'x', false), (lost, instead) => {
        const damaged = { ...whole, ...Object.fromEntries(lost.map((name) => [name, instead])), new_part: [{}] };
        const context = read(damaged);
        for (const part of parts.filter((name) => !lost.includes(name))) {
          const name = part in names ? names[part as keyof typeof names] : (part as keyof OrderContext);
          expect(context[name]).toEqual(full[name]);
        }
        expect(context.number).toBe('ORD-12346');
      }),
    );
  });

  it('leaves out a line, scan or finding that says nothing, and keeps the others', () => {
    const whole = sample('two_parcels');
    const broken = [null, 7, 'x', [], {}];
    const [parcel] = whole.parcels;
    const context = read({
      ...whole,
      order: { ...whole.order, lines: [...broken, ...whole.order.lines] },
      parcels: [{ ...parcel, events: [...broken, ...(parcel?.events ?? [])] }],
      findings: [...broken, ...whole.findings],
    });
    expect(context.order?.lines.map(({ title }) => title)).toEqual(whole.order.lines.map(({ title }) => title));
    expect(context.parcels[0]?.scans).toHaveLength(3);
    expect(context.findings.map(({ code }) => code)).toEqual(whole.findings.map(({ code }) => code));
  });

  it('of an older service has the last scan only', () => {
    const [parcel] = sample('late').parcels;
    const { scans } = read({ parcels: [{ ...parcel, events: undefined }] }).parcels[0] ?? {};
    expect(scans?.map(({ text }) => text)).toEqual(['Delay: severe weather']);
  });

  it('that was cut off keeps its beginning', () => {
    const whole = JSON.stringify(sample('two_parcels'));
    const reading = readOrderContext(whole.slice(0, whole.indexOf('"payments"')));
    expect(reading).toMatchObject({ kind: 'context', context: { number: 'ORD-12346', isCut: true, payments: [] } });
    expect(reading.kind === 'context' && reading.context.parcels).toHaveLength(2);
    expect(read(sample('two_parcels')).isCut).toBe(false);
  });

  it('names the request it answers', () => {
    const at = '2026-03-02T14:00:00Z';
    expect(read({ ...sample('late'), requested_at: at }).answeredFor).toEqual(new Date(at));
    expect(read(sample('late')).answeredFor).toBeUndefined();
  });
});

it.each([null, undefined, '', ' \n', 'null'])('%j is no context yet', (text) => {
  expect(readOrderContext(text)).toEqual({ kind: 'empty' });
});

it.each([
  ['{"found":true,"order":{"order_id":"ORD-1', 'not_json'],
  ['{"subject":"Hello","te', 'not_an_order'],
  ['Please call me back', 'not_json'],
  ['[]', 'not_an_order'],
  ['"found"', 'not_an_order'],
  ['{"subject":"Hello"}', 'not_an_order'],
])('%s cannot be read: %s', (text, because) => {
  expect(readOrderContext(text)).toEqual({ kind: 'unreadable', because });
});

it.each([
  [{ found: false, verification: 'needed', order_id: 'ORD-1' }, 'needed'],
  [{ found: false, verification: 'not_found' }, 'not_found'],
  [{ found: false, verification: 'unavailable' }, 'unavailable'],
  [{ found: false }, 'unknown'],
  [{ found: true, verification: 'verified', order: {}, parcels: [], payments: [{}] }, 'unknown'],
  [{ found: true, verification: 'verified', order: { order_id: 'ORD-1' } }, undefined],
  [{ found: true, payments: [{ charge_id: 'ch_1' }] }, undefined],
])('%j is withheld: %s', (value, withheld) => {
  expect(read(value).withheld).toBe(withheld);
});

it.each([
  [
    { amount: '49.90', currency: 'EUR' },
    { amount: 49.9, currency: 'EUR' },
  ],
  [{ amount: 'much', currency: 'EUR' }, undefined],
  [{ amount: '49.90' }, undefined],
  [{ amount: '', currency: 'EUR' }, undefined],
  [49.9, undefined],
])('the amount %j is read as %j', (total, money) => {
  expect(read({ order: { order_id: 'ORD-1', total } }).order?.total).toEqual(money);
});
