import type { Origin } from '../../proxy/src/contract/vocabulary';

/** What one integration said. */
export interface CheckAnswer {
  origin: Origin;
  /** Where the answer came from; null when it was made without asking anybody. */
  url: string | null;
  durationMs: number;
  /** Null when the vendor knows of no such thing. */
  answer: unknown;
}

/** `source: sandbox (http://127.0.0.1:4001)` and the like. */
export const sourceLine = ({ origin, url }: CheckAnswer): string => `source: ${origin}${url ? ` (${url})` : ''}`;
