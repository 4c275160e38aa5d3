import { simulate } from './simulate';

const SEEDS = process.env.RCC_SIMULATION_SEED ? [Number(process.env.RCC_SIMULATION_SEED)] : [1, 2, 3];

it.each(SEEDS)(
  'three weeks at the desk with faults keep every promise (seed %d; RCC_SIMULATION_SEED plays one alone)',
  async (seed) => {
    const { broken, figures } = await simulate({ seed, days: 21, quietDays: 21, emails: 30, chats: 20, faults: 0.02 });
    expect({ seed, broken }).toEqual({ seed, broken: [] });
    expect(figures.mails).toBeGreaterThan(600);
  },
  1_200_000,
);
