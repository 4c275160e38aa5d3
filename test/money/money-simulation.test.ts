import { PROTECTIONS } from './protections';
import { simulateMoney } from './simulate-money';

/** RCC_SIMULATION_SEED plays another seed, or one that failed. */
const SEED = Number(process.env.RCC_SIMULATION_SEED ?? 20260316);

describe('Refunds and cancellations under crashes, lost answers and duplicates', () => {
  it('move no money twice, and none without a report', async () => {
    const { broken, figures } = await simulateMoney({ seed: SEED, actions: 1_000 });
    expect({ seed: SEED, broken }).toEqual({ seed: SEED, broken: [] });
    expect(figures.crashes).toBeGreaterThan(100);
    expect(figures.faults.calls).toBeGreaterThan(500);
    const states = new Set([...figures.ends.values()].flatMap((ends) => [...ends.keys()]));
    expect([...states]).toEqual(expect.arrayContaining(['done', 'incomplete', 'unknown']));
  }, 120_000);

  it.each(PROTECTIONS)(
    'would not survive without %s: the simulation notices',
    async (without) => {
      const { broken } = await simulateMoney({ seed: SEED, actions: 10_000, without, untilBroken: true });
      expect(broken).not.toEqual([]);
    },
    120_000,
  );
});
