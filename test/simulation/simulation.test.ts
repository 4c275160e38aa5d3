import { PROTECTIONS } from './protections';
import { simulate, type Simulation } from './simulate';

/** RCC_SIMULATION_SEED plays another seed, or one that failed. */
const SEED = Number(process.env.RCC_SIMULATION_SEED ?? 20260316);
const SHORT: Simulation = { seed: SEED, days: 3, quietDays: 4, emails: 12, chats: 8, faults: 0.03 };
/** Enough to be noticed: more goes wrong than in any real day. */
const ROUGH: Simulation = { seed: SEED, days: 1, quietDays: 0.5, emails: 30, chats: 5, faults: 0.15 };

describe('Days at the desk with faults', () => {
  it('leave nothing unanswered, nothing done twice, no status out of order and no failure unseen', async () => {
    const { broken, figures } = await simulate(SHORT);
    expect({ seed: SEED, broken }).toEqual({ seed: SEED, broken: [] });
    expect(figures.failedRuns).toBeGreaterThan(0);
  }, 300_000);

  it('are survived also when one call in seven fails', async () => {
    expect({ seed: SEED, broken: (await simulate(ROUGH)).broken }).toEqual({ seed: SEED, broken: [] });
  }, 300_000);

  it.each(PROTECTIONS)(
    'are not survived without %s',
    async (protection) => {
      // Without unique messages each mail is taken up again and again: a few are enough.
      const emails = protection === 'unique messages' ? 5 : ROUGH.emails;
      // What a failed run left out may be missing for a day; nothing else may.
      const faults = protection === 'recorded statuses' ? 0 : ROUGH.faults;
      const { broken } = await simulate({ ...ROUGH, emails, faults, without: protection });
      expect(broken).not.toEqual([]);
    },
    300_000,
  );
});
