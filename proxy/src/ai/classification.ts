import Ajv from 'ajv';
import { INTENTS, type Intent, PRIORITIES, type Priority, SENTIMENTS, type Sentiment } from '../contract/vocabulary';

/** What the language model says about a message. */
export interface Classification {
  intent: Intent;
  /** What the model says of itself, from 0 to 1; it is not measured against anything. */
  confidence: number;
  sentiment: Sentiment;
  priority: Priority;
  several_requests: boolean;
}

/** Strict mode knows no ranges: they are checked afterwards, by the schema below. */
export const CLASSIFICATION_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['intent', 'confidence', 'sentiment', 'priority', 'several_requests'],
  properties: {
    intent: { type: 'string', enum: INTENTS },
    confidence: { type: 'number', description: 'From 0 to 1.' },
    sentiment: { type: 'string', enum: SENTIMENTS },
    priority: { type: 'string', enum: PRIORITIES },
    several_requests: { type: 'boolean' },
  },
};

/** An answer has about 40 tokens. */
export const LONGEST_CLASSIFICATION = 120;

const isClassification = new Ajv().compile<Classification>({
  ...CLASSIFICATION_SCHEMA,
  properties: { ...CLASSIFICATION_SCHEMA.properties, confidence: { type: 'number', minimum: 0, maximum: 1 } },
});

/** @returns the classification in a model's answer, or null when the answer is not JSON or breaks the schema */
export function readClassification(content: string): Classification | null {
  try {
    const value: unknown = JSON.parse(content);
    return isClassification(value) ? value : null;
  } catch {
    return null;
  }
}
