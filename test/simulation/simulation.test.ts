import { PROTECTIONS } from './protections';
import { simulate, type Simulation } from './simulate';

/** RCC_SIMULATION_SEED plays another seed, or one that failed. */
const SEED = Number(process.env.RCC_SIMULATION_SEED ?? 20260316);
const SHORT: Simulation = { seed: SEED, days: 3, quietDays: 4, emails: 12, chats: 8, faults: 0.03 };

describe('Days at the desk with faults', () => {
  it('leave nothing unanswered, nothing done twice, no status out of order and no failure unseen', async () => {
    const { broken, figures } = await simulate(SHORT);
    expect({ seed: SEED, broken }).toEqual({ seed: SEED, broken: [] });
    expect(figures.failedRuns).toBeGreaterThan(0);
  }, 300_000);

  it.each(PROTECTIONS)(
    'are not survived without %s',
    async (protection) => {
      const { broken } = await simulate({ ...SHORT, faults: 0.1, without: protection });
      expect(broken).not.toEqual([]);
    },
    300_000,
  );
});
