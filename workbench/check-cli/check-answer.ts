import type { ModelUsage } from '../../proxy/src/ai/language-model';
import type { Origin } from '../../proxy/src/contract/vocabulary';

/** What one integration said. */
export interface CheckAnswer {
  origin: Origin;
  /** Where the answer came from; null when it was made without asking anybody. */
  url: string | null;
  durationMs: number;
  /** Null when the vendor knows of no such thing. */
  answer: unknown;
  /** What the language model took for it, when it was asked. */
  usage?: ModelUsage;
}

/** `source: sandbox (http://127.0.0.1:4001)` and the like. */
export const sourceLine = ({ origin, url }: CheckAnswer): string => `source: ${origin}${url ? ` (${url})` : ''}`;

/** `tokens: 912 in, 41 out` and the cost, or nothing when no language model was asked. */
export const usageLine = ({ usage }: CheckAnswer): string =>
  usage ? `tokens: ${usage.prompt_tokens} in, ${usage.completion_tokens} out\ncost: $${usage.cost.toFixed(6)}\n` : '';
