export type ConfidenceBand = 'high' | 'medium' | 'low';

/**
 * The band of a confidence.
 * @param confidence 0 to 1
 * @param bounds from `high` it is high, below `low` it is low
 */
export function confidenceBand(confidence: number, { high, low }: { high: number; low: number }): ConfidenceBand {
  if (confidence >= high) return 'high';
  return confidence < low ? 'low' : 'medium';
}
