/** What a language model does wrong although its service answers; the vendors' common faults come on top. */
export const MODEL_FAULT_KINDS = [
  /** It declines, in words. */
  'refusal',
  /** It runs out of tokens in the middle of the JSON. */
  'cut_off',
  /** JSON without one property of the schema and with one too many. */
  'schema_violation',
  /** A word outside an enumeration. */
  'unknown_enum',
  /** Prose instead of JSON. */
  'prose',
  /** It does what the message tells it to: the first JSON object in the message becomes its answer. */
  'obeys',
  /** The filter stops the prompt; the error spells its details as the live service does. */
  'prompt_filtered',
  /** The same, spelt as the specification does. */
  'prompt_filtered_by_spec',
  /** The filter stops the answer; what was written so far is left out. */
  'output_filtered',
  /** The filter itself is out of order. */
  'filter_outage',
  /** The answer's transfer ends in the middle: after half of the stream, or of the body. */
  'transfer_cut',
  /** It words a reply as asked, and adds a day nobody told. */
  'other_day',
  /** The same with a promise of money. */
  'promise',
  /** The same with the name of somebody. */
  'foreign_name',
] as const;
export type ModelFaultKind = (typeof MODEL_FAULT_KINDS)[number];

const RESERVED = /\[model:([a-z_]+)\]/;

/** The fault a message asks for by its reserved words, such as `[model:refusal]`, or undefined. */
export function reservedModelFault(text: string): ModelFaultKind | undefined {
  const kind = RESERVED.exec(text)?.[1];
  return MODEL_FAULT_KINDS.find((known) => known === kind);
}
