import type { Channel } from '../contract/vocabulary';

export const MODEL_PURPOSES = ['triage', 'reply'] as const;

/** What the language model is asked for: one question, one JSON answer. */
export interface ModelTask<T> {
  purpose: (typeof MODEL_PURPOSES)[number];
  /** What the model is told about its task, from a prompt file. */
  prompt: { name: string; version: string; text: string };
  /**
   * What the customer wrote and the facts, redacted: a name or place in running text may remain. It goes as one JSON
   * object, apart from the prompt.
   */
  data: Readonly<Record<string, unknown>>;
  /** JSON Schema of the answer, within the strict subset: every property required, no others allowed. */
  schema: { name: string; schema: Readonly<Record<string, unknown>> };
  /** Reads an answer; null when it breaks a rule the strict subset cannot say. */
  read(content: string): T | null;
  /** The most tokens the answer itself may have. */
  longestAnswer: number;
  /** What the call is for, so that its cost can be told. */
  about: ModelSubject;
}

/** The interaction a call belongs to. */
export interface ModelSubject {
  channel?: Channel;
  message_id?: string;
  conversation_id?: string;
  ticket_number?: string;
}

/** What one call took; equal questions at the same time tell the same call. */
export interface ModelUsage {
  prompt_tokens: number;
  completion_tokens: number;
  /** In US dollars, by the prices of the settings. */
  cost: number;
}

export interface ModelAnswer<T> {
  value: T;
  /** The model as the service names it. */
  model: string;
  promptVersion: string;
  usage: ModelUsage;
}

/** The language model behind triage and replies. */
export interface LanguageModel {
  /**
   * Asks once. Equal questions at the same time are one call.
   * @throws AiFailure with its reason (also when the day's budget is spent or too many questions wait); nothing else
   */
  ask<T>(task: ModelTask<T>, signal?: AbortSignal): Promise<ModelAnswer<T>>;
}
