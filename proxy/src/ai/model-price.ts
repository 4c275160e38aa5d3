/** US dollars for a million tokens. */
export interface ModelPrices {
  input: number;
  output: number;
}

/** gpt-4o-mini. Source: OpenAI's price list, 2026; Azure asks the same for a global standard deployment. */
export const DEFAULT_PRICES: ModelPrices = { input: 0.15, output: 0.6 };

const MILLION = 1_000_000;
/** Of a dollar: far below the price of one token, and free of the noise of binary fractions. */
const SMALLEST = 1e-9;

/** US dollars. Tokens the service had cached are cheaper there; they count in full, so this is the most it can be. */
export function costOf(promptTokens: number, completionTokens: number, prices: ModelPrices): number {
  const cost = (promptTokens * prices.input + completionTokens * prices.output) / MILLION;
  return Number((Math.round(cost / SMALLEST) * SMALLEST).toFixed(9));
}
