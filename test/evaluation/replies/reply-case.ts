import { readFileSync } from 'node:fs';
import { type Static, Type } from '@sinclair/typebox';
import Ajv from 'ajv';
import type { Fact } from '../../../proxy/src/contract/order-context';
import { projectFile } from '../../../proxy/src/project-file';
import type { CheckOptions } from '../../../proxy/src/replies/check-reply';
import { openPolicyFolder, type PolicyFolder } from '../../../proxy/src/replies/policy/policy-folder';
import { REPLY_LANGUAGES } from '../../../proxy/src/replies/reply-language';
import { NO_ORDER, REPLY_CONTEXTS } from './reply-contexts';

const ReplyCaseSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    language: Type.Union(REPLY_LANGUAGES.map((language) => Type.Literal(language))),
    /** A name of {@link REPLY_CONTEXTS}, or `none`. */
    context: Type.Union([...Object.keys(REPLY_CONTEXTS), NO_ORDER].map((name) => Type.Literal(name))),
    /** Ids of the policy sections the writer has. */
    policies: Type.Optional(Type.Array(Type.String())),
    /** What the customer wrote, where it matters. */
    customer: Type.Optional(Type.String()),
    /** What the reply says: a sentence, or a few. */
    text: Type.String({ minLength: 1 }),
    /** Whether all of it follows from the order, the policies, or from nothing because it states nothing. */
    is_true: Type.Boolean(),
  },
  { additionalProperties: false },
);

/** A written sentence of a reply, and whether it is true of its order and policies. */
export type ReplyCase = Static<typeof ReplyCaseSchema>;

const isCase = new Ajv({ allErrors: true }).compile<ReplyCase>(ReplyCaseSchema);

/** `dev` is for looking at while the check is mended; of `test` only totals are looked at. */
export const REPLY_PARTS = ['dev', 'test'] as const;

/**
 * The written replies of a part.
 * @throws Error naming file, line and field of a bad case
 */
export function readReplyCases(part: (typeof REPLY_PARTS)[number]): ReplyCase[] {
  const lines = readFileSync(projectFile(`test/evaluation/replies/${part}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line, index) => {
    const value: unknown = JSON.parse(line);
    if (isCase(value)) return value;
    const problems = (isCase.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'it'} ${message}`);
    throw new Error(`${part}.jsonl line ${index + 1}: ${problems.join('; ')}`);
  });
}

let policies: PolicyFolder | undefined;

/** What a case is examined with. @throws Error for a section no policy file has */
export function materialOf(one: ReplyCase): { facts: Fact[]; options: CheckOptions } {
  policies ??= openPolicyFolder(projectFile('proxy/policies'), (error) => {
    throw error;
  });
  const book = policies.book(one.language);
  const context = REPLY_CONTEXTS[one.context];
  return {
    facts: [...(context?.facts ?? []), ...(one.policies ?? []).map((id) => book.section(id).fact)],
    options: {
      today: context?.fetched_at.slice(0, 10),
      customerText: one.customer ?? (context ? 'Where is my order?' : 'I have a question.'),
      identifiers: context?.order_id ? [context.order_id] : [],
    },
  };
}
