import { readFileSync } from 'node:fs';
import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { schemaCompiler } from '../../contract/compile-schema';
import { type Intent, INTENTS, REVIEW_REASONS, type ReviewReason, SENTIMENTS, TEAMS } from '../../contract/vocabulary';
import { openPolicyFile, parsePolicyFile, PolicyFileError } from '../../policy-file';
import { projectFile } from '../../project-file';
import { SUPPORTED_LANGUAGES } from '../language/function-words';

/** The signs in a message that count for its priority. */
export const PRESSING_SIGNS = ['deadline', 'loss', 'refund_dispute', 'repeated_contact', 'shouting'] as const;

const forEach = <K extends string, S extends TSchema>(names: readonly K[], schema: S, description: string) =>
  Type.Object(Object.fromEntries(names.map((name) => [name, schema])) as Record<K, S>, {
    additionalProperties: false,
    description,
  });
const oneOf = <T extends string>(words: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...words] });
const share = Type.Number({ minimum: 0, maximum: 1 });
const points = Type.Number({ minimum: -10, maximum: 10 });
const perIntent = forEach(INTENTS, share, 'The threshold of each intent, from 0 to 1.');

const TriagePolicySchema = Type.Object(
  {
    thresholds: Type.Object(
      { offline: perIntent, ai: perIntent },
      {
        additionalProperties: false,
        description:
          'The confidence below which a person must look, by who read the message (the offline model, a language model) and what it was read as.',
      },
    ),
    priority: Type.Object(
      {
        intent: forEach(INTENTS, points, 'The points of each intent.'),
        sentiment: forEach(SENTIMENTS, points, 'The points of each tone.'),
        signal: forEach(PRESSING_SIGNS, points, 'The points of each sign of urgency.'),
        high_from: { ...points, description: 'The points from which the priority is high.' },
        low_until: { ...points, description: 'The points down to which the priority is low.' },
      },
      { additionalProperties: false, description: 'How points become a priority; critical matters need none.' },
    ),
    teams: forEach(INTENTS, oneOf(TEAMS), 'The team that has each intent.'),
    holds: forEach(REVIEW_REASONS, Type.Boolean(), 'Whether each reason sends a message to a person.'),
    languages: Type.Array(oneOf(SUPPORTED_LANGUAGES), { minItems: 1, description: 'The languages that are answered.' }),
  },
  { additionalProperties: false },
);

/** What a shop decides about the reading of messages: data, so that it changes without a new version. */
export type TriagePolicy = Static<typeof TriagePolicySchema>;

/** Who judged the message: the model inside the service, or a language model. */
export type ReaderKind = keyof TriagePolicy['thresholds'];

/** Thresholds from the settings, which go before those of the file. */
export interface ThresholdOverrides {
  /** For every reader and intent. */
  all?: number;
  /** For every reader; goes before `all`. */
  byIntent?: Partial<Record<Intent, number>>;
}

/** Reasons that hold a message in every shop: what is at stake is somebody's money, rights, safety or data. */
const ALWAYS_HOLDS: readonly ReviewReason[] = [
  'critical_priority',
  'money',
  'legal',
  'safety',
  'account_security',
  'injection',
  'empty_message',
  'unverified_sender',
];

const validate = schemaCompiler({})(TriagePolicySchema);

function withOverrides(policy: TriagePolicy, { all, byIntent = {} }: ThresholdOverrides): TriagePolicy {
  const changed = (thresholds: Record<Intent, number>) =>
    Object.fromEntries(
      INTENTS.map((intent) => [intent, byIntent[intent] ?? all ?? thresholds[intent]]),
    ) as typeof thresholds;
  const { offline, ai } = policy.thresholds;
  return { ...policy, thresholds: { offline: changed(offline), ai: changed(ai) } };
}

/**
 * Reads a policy from the text of its file.
 * @throws {PolicyFileError}
 */
export function readTriagePolicy(text: string, file: string): TriagePolicy {
  const policy = parsePolicyFile<TriagePolicy>(text, file, validate);
  const { high_from, low_until } = policy.priority;
  if (low_until >= high_from) {
    throw new PolicyFileError(
      `${file}: priority/low_until is ${low_until}, not below high_from (${high_from}). Give a smaller number.`,
    );
  }
  const dropped = ALWAYS_HOLDS.filter((reason) => !policy.holds[reason]);
  if (dropped.length > 0) {
    const told = dropped.map((reason) => `holds/${reason} is false, but it always sends a message to a person.`);
    throw new PolicyFileError(`${file}: ${told.join(' ')} Write true.`);
  }
  return policy;
}

/**
 * Reads the policy file, and again when it changes.
 * @param onError told about a change that cannot be used; the last good policy stays in force
 * @throws {PolicyFileError} when the file cannot be used at the start
 */
export const openTriagePolicy = (
  file: string,
  overrides: ThresholdOverrides,
  onError: (error: Error) => void,
  clock?: () => number,
): (() => TriagePolicy) =>
  openPolicyFile(file, (text) => withOverrides(readTriagePolicy(text, file), overrides), onError, clock);

const SHIPPED = 'proxy/policies/triage.json';
export const shippedTriagePolicyFile = (): string => projectFile(SHIPPED);

let shipped: TriagePolicy | undefined;

/** The policy that comes with the service. */
export const shippedTriagePolicy = (): TriagePolicy =>
  (shipped ??= readTriagePolicy(readFileSync(shippedTriagePolicyFile(), 'utf8'), SHIPPED));

/** The shipped policy with one threshold for everything. @param threshold from 0 to 1 */
export const evenPolicy = (threshold = 0.6): TriagePolicy => withOverrides(shippedTriagePolicy(), { all: threshold });
