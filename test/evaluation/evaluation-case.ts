import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type, type Static } from '@sinclair/typebox';
import Ajv from 'ajv';
import { CHANNELS, INTENTS, PRIORITIES, REVIEW_REASONS, SENTIMENTS } from '../../proxy/src/contract/vocabulary';

const oneOf = <T extends string>(values: readonly T[]) => Type.Union(values.map((value) => Type.Literal(value)));

const Expected = Type.Object(
  {
    intent: oneOf(INTENTS),
    /** Other readings a careful person would accept as well; strict accuracy does not count them. */
    or_intent: Type.Optional(Type.Array(oneOf(INTENTS))),
    sentiment: Type.Optional(oneOf(SENTIMENTS)),
    priority: Type.Optional(oneOf(PRIORITIES)),
    /** ISO 639-1. */
    language: Type.Optional(Type.String()),
    /** Every order number in the customer's own words, as `ORD-12345`, the one that counts first; empty for none. */
    order_ids: Type.Optional(Type.Array(Type.String({ pattern: '^ORD-' }))),
    tracking_numbers: Type.Optional(Type.Array(Type.String())),
    /** Whether a person must see it whatever the confidence is. */
    review: Type.Optional(Type.Boolean()),
    /** Reasons that must be among those given. */
    review_reasons: Type.Optional(Type.Array(oneOf(REVIEW_REASONS))),
  },
  { additionalProperties: false },
);

const EvaluationCaseSchema = Type.Object(
  {
    /** Unique, for example `dev-email-017`. */
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    channel: oneOf(CHANNELS),
    subject: Type.Optional(Type.String()),
    text: Type.String(),
    is_html: Type.Optional(Type.Boolean()),
    from_email: Type.Optional(Type.String()),
    reply_to: Type.Optional(Type.String()),
    authentication_results: Type.Optional(Type.String()),
    /** What the case is for: `typos`, `quoted_thread`, `two_requests`, `sarcasm`, `spam`, `injection`, `spanish` … */
    tags: Type.Array(Type.String({ pattern: '^[a-z_]+$' })),
    expected: Expected,
  },
  { additionalProperties: false },
);

/** A written message and what a careful person reads from it. */
export type EvaluationCase = Static<typeof EvaluationCaseSchema>;

/** `dev` is for looking at while rules are written; `test` and `critical` are only counted. */
export const PARTS = ['dev', 'test', 'critical'] as const;
export type Part = (typeof PARTS)[number];

const isCase = new Ajv({ allErrors: true }).compile<EvaluationCase>(EvaluationCaseSchema);

/**
 * Reads one line of a case file.
 * @throws Error naming file, line and field
 */
export function readCase(line: string, place: string): EvaluationCase {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(`${place} is not JSON: ${(error as Error).message}`);
  }
  if (isCase(value)) return value;
  const problems = (isCase.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'the case'} ${message}`);
  throw new Error(`${place}: ${[...new Set(problems)].join('; ')}`);
}

/**
 * The cases of a part: every `.jsonl` file of its folder below `folder`.
 * @throws Error naming file, line and field of a bad case, or the id two cases share
 */
export function readPart(part: Part, folder: string): EvaluationCase[] {
  const path = join(folder, part);
  const files = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.jsonl')) : [];
  const cases = files.sort().flatMap((name) =>
    readFileSync(join(path, name), 'utf8')
      .split('\n')
      .map((line, i) => [line, `${part}/${name} line ${i + 1}`] as const)
      .filter(([line]) => line.trim() !== '')
      .map(([line, place]) => readCase(line, place)),
  );
  const seen = new Set<string>();
  for (const { id } of cases) {
    if (seen.has(id)) throw new Error(`${part}: two cases have the id ${id}. Give each its own.`);
    seen.add(id);
  }
  return cases;
}
