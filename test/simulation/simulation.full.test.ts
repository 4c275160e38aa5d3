import { simulate } from './simulate';

const SEED = Number(process.env.RCC_SIMULATION_SEED ?? 1);

it.each([
  { name: 'two weeks at the desk, and two until everything is closed', days: 15, quietDays: 16, faults: 0.02 },
  { name: 'a week in which one call in twenty fails', days: 7, quietDays: 4, faults: 0.05 },
])(
  '$name: every promise is kept',
  async ({ days, quietDays, faults }) => {
    const { broken, figures } = await simulate({ seed: SEED, days, quietDays, emails: 30, chats: 20, faults });
    // The seed is what plays it again: RCC_SIMULATION_SEED=…
    expect({ seed: SEED, broken }).toEqual({ seed: SEED, broken: [] });
    expect(figures.mails).toBeGreaterThan(days * 30);
    expect(figures.failedRuns).toBeGreaterThan(0);
  },
  1_500_000,
);
