import fc from 'fast-check';

/** What is generated of a ticket's life: numbers that choose among what is possible at the time. */
export interface Plan {
  channel: number;
  intent: number;
  customer: number;
  /** Minutes from the beginning of the history to the opening. */
  start: number;
  steps: Step[];
}

export interface Step {
  choice: number;
  /** Minutes since the step before. */
  after: number;
  agent: number;
  twice: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  choice: fc.nat(1000),
  after: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 4000 })),
  agent: fc.nat(2),
  twice: fc.boolean(),
});

export const planArbitrary: fc.Arbitrary<Plan> = fc.record({
  channel: fc.nat(2),
  intent: fc.nat(1),
  customer: fc.nat(3),
  // The tests look at the fourth day.
  start: fc.integer({ min: 36 * 60, max: 95 * 60 }),
  steps: fc.array(step, { maxLength: 12 }),
});

export const deskLifeArbitrary = fc.array(planArbitrary, { minLength: 1, maxLength: 14 });
