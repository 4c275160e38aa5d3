import { simulate } from '../simulation/simulate';
import type { Bench, BenchResult } from './measurement';

/** Broken promises that are printed; the count tells of the others. */
const SHOWN = 10;

/** A week of the expected volume over all flows, with agents at work and schedules running. */
export const week: Bench = {
  name: 'week',
  meaning: 'a simulated week of 1,200 e-mails and 800 chats a day over all flows, with what the platform would bill',
  async run(): Promise<BenchResult> {
    const days = 7;
    const started = performance.now();
    const { broken, figures } = await simulate({
      seed: 7,
      days,
      quietDays: 0,
      emails: 1200,
      chats: 800,
      faults: 0,
      onDay: (day) => {
        const minutes = ((performance.now() - started) / 60_000).toFixed(1);
        process.stderr.write(`week: day ${day} of ${days} is over after ${minutes} minutes\n`);
      },
    });
    const seconds = (performance.now() - started) / 1000;
    const flows = [...figures.byFlow].sort(([, one], [, other]) => other.actions - one.actions);
    return {
      bench: 'week',
      about: [
        `${figures.mails} mails and ${figures.turns} chat turns in ${days} days on a virtual clock`,
        ...figures.failures.map((failure) => `failed: ${failure}`),
        ...broken.slice(0, SHOWN).map((promise) => `broken: ${promise}`),
      ].join('\n  '),
      figures: [
        { name: 'whole week', value: seconds, unit: 's' },
        { name: 'faster than the clock', value: (days * 86_400) / seconds, unit: 'x' },
        { name: 'tickets', value: figures.tickets, unit: '' },
        { name: 'broken promises', value: broken.length, unit: '' },
        { name: 'failed runs', value: figures.failedRuns, unit: '' },
        { name: 'billable actions a day', value: figures.actions / days, unit: '' },
        ...flows.map(([flow, { runs, actions }]) => ({
          name: `${flow}: ${Math.round(runs / days)} runs a day of ${(actions / runs).toFixed(1)} actions`,
          value: actions / days,
          unit: '/day',
        })),
      ],
    };
  },
};
