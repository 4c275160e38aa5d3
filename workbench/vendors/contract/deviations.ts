import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './open-api-contract';

/** One place where a vendor does not keep to its own specification, or where the specification is silent. */
export interface Deviation {
  vendor: 'shopify' | 'ups' | 'fedex' | 'stripe' | 'openai' | 'azure-v1' | 'azure-dated';
  /** As in the specification, for example `GET /v1/charges/{charge}`; `*` for every operation. */
  operation: string;
  /** Status of the answer; null when a right request is not right by the specification. */
  status: number | null;
  /** JSON pointer into the answer, `*` for any one step; empty for the answer itself. */
  at: string;
  specification: string;
  reality: string;
  source: string;
}

const all = JSON.parse(readFileSync(join(__dirname, 'deviations.json'), 'utf8')) as Deviation[];

export const deviationsOf = (vendor: Deviation['vendor']): Deviation[] =>
  all.filter((deviation) => deviation.vendor === vendor);

/** Whether a deviation is the reason for a problem. */
export function explains(deviation: Deviation, problem: Problem): boolean {
  const isAbout = deviation.operation === '*' || deviation.operation === problem.operation;
  if (!isAbout || problem.status !== deviation.status) return false;
  const [pattern, steps] = [deviation.at.split('/'), problem.at.split('/')];
  return pattern.length === steps.length && pattern.every((step, index) => step === '*' || step === steps[index]);
}

/**
 * Holds problems against the known deviations, the only excuses.
 * @returns problems nobody knows of, and deviations that no problem needs any more
 */
export function judge(problems: readonly Problem[], deviations: readonly Deviation[]) {
  return {
    unexplained: [
      ...new Set(
        problems
          .filter((problem) => !deviations.some((deviation) => explains(deviation, problem)))
          .map(({ operation, status, at, says }) => `${operation} ${status ?? 'request'} ${at}: ${says}`),
      ),
    ],
    needless: deviations
      .filter((deviation) => !problems.some((problem) => explains(deviation, problem)))
      .map(({ operation, status, at }) => `${operation} ${status} ${at}`),
  };
}
