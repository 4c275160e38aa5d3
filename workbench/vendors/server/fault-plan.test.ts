import { createFaultPlan, readFault, readFaultHeader } from './fault-plan';

describe('a planned fault', () => {
  it('lets so many calls pass, spoils so many, and is over', () => {
    const plan = createFaultPlan();
    plan.set('ups', { kind: 'down', after: 2, times: 2 });
    const kinds = Array.from({ length: 6 }, () => plan.next('ups')?.kind ?? 'none');
    expect(kinds).toEqual(['none', 'none', 'down', 'down', 'none', 'none']);
  });

  it('of one vendor does not count the calls of another', () => {
    const plan = createFaultPlan();
    plan.set('ups', { kind: 'down', after: 1, times: 1 });
    expect([plan.next('fedex'), plan.next('fedex'), plan.next('ups')]).toEqual([null, null, null]);
    expect(plan.next('ups')).toMatchObject({ kind: 'down' });
  });

  it('stays until it is taken back when it has no number', () => {
    const plan = createFaultPlan();
    plan.set('stripe', { kind: 'html' });
    expect([1, 2, 3].map(() => plan.next('stripe')?.kind)).toEqual(['html', 'html', 'html']);
    plan.set('stripe', null);
    expect(plan.next('stripe')).toBeNull();
  });
});

describe('a fault in words', () => {
  it('is the JSON of the route, or in a header a kind alone', () => {
    const fault = { kind: 'slow', after: 1, times: 2, delayMs: 50 };
    expect(readFault(JSON.stringify(fault))).toMatchObject(fault);
    expect(readFaultHeader(JSON.stringify(fault))).toMatchObject(fault);
    expect(readFaultHeader(' html ')).toMatchObject({ kind: 'html' });
    expect(readFault('null')).toBeNull();
  });

  it.each([
    ['{"kind":"fire"}', 'kind must be one of down, reset'],
    ['{"kind":"down","after":1.5}', 'after must be a whole number'],
    ['{"kind":"down","times":-1}', 'times must be a whole number'],
    ['7', 'The body must be null or an object'],
  ])('%s is refused with what it should be', (text, message) => expect(() => readFault(text)).toThrow(message));
});
