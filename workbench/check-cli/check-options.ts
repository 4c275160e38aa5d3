import { parseArgs } from 'node:util';

export const TARGETS = ['shopify', 'fedex', 'ups', 'stripe', 'openai'] as const;
export type CheckTarget = (typeof TARGETS)[number];

export interface CheckOptions {
  target: CheckTarget;
  /** Order number, parcel number, charge id or the text of a message. */
  subject: string;
  json: boolean;
}

/** The command was not understood; the message says why. */
export class UsageError extends Error {}

export const CHECK_HELP = `Usage: npm run check -- TARGET SUBJECT [--json]

Asks one integration once and shows its answer, how long it took, and whether a live service or a sandbox answered.

  shopify ORD-12345      an order, in any spelling of its number
  fedex NUMBER           a parcel
  ups NUMBER             a parcel
  stripe CHARGE          a charge, such as ch_1234567890
  openai "TEXT"          the triage of a message

  --json                 the answer as JSON
  --help                 this page

A vendor whose keys are set (see .env.example) is asked live; otherwise a sandbox is started for the question, in which
nothing has been done to any order. To ask a sandbox of npm start instead, give its address, which npm start prints:
STRIPE_SANDBOX_URL=http://127.0.0.1:PORT npm run check -- stripe CHARGE; likewise SHOPIFY_, UPS_ and FEDEX_SANDBOX_URL.
It is the merchant's view: whose order it is plays no part. Exit status: 0 answered, 1 the vendor failed, 2 the command was not understood.
`;

/**
 * Reads the command line.
 * @returns null when help was asked for
 * @throws {UsageError}
 */
export function readCheckOptions(argv: string[]): CheckOptions | null {
  const { values, positionals } = parse(argv);
  if (values.help) return null;
  const [target, ...words] = positionals;
  if (!target) throw new UsageError(`Name what to check: ${TARGETS.join(', ')}.`);
  if (!isTarget(target)) throw new UsageError(`"${target}" cannot be checked; use one of ${TARGETS.join(', ')}.`);
  // A message may be given without quotes; everything else is one word or an order number such as "ord 12345".
  const subject = words.join(' ').trim();
  if (!subject) throw new UsageError(`Say what to ask ${target} about, for example: ${EXAMPLES[target]}.`);
  return { target, subject, json: values.json ?? false };
}

const EXAMPLES: Record<CheckTarget, string> = {
  shopify: 'shopify ORD-12345',
  fedex: 'fedex 7942657890',
  ups: 'ups 1ZRC49990300123582',
  stripe: 'stripe ch_1234567890',
  openai: 'openai "Where is order 12345?"',
};

const isTarget = (text: string): text is CheckTarget => (TARGETS as readonly string[]).includes(text);

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
