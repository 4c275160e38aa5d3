import { PROTECTIONS } from './protections';
import { ROUGH_DAY, simulate } from './simulate';

/** RCC_SIMULATION_SEED plays another seed. */
const SEED = Number(process.env.RCC_SIMULATION_SEED ?? 20260316);

it.each(PROTECTIONS)(
  'a day at the desk is not survived without %s: the simulation notices what breaks',
  async (protection) => {
    // Without unique messages each mail is taken up again and again: a few are enough.
    const emails = protection === 'unique messages' ? 5 : ROUGH_DAY.emails;
    // What a failed run left out may be missing for a day; nothing else may.
    const faults = protection === 'recorded statuses' ? 0 : ROUGH_DAY.faults;
    const { broken } = await simulate({ seed: SEED, ...ROUGH_DAY, emails, faults, without: protection });
    expect(broken).not.toEqual([]);
  },
  600_000,
);
