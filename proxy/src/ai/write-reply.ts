import Ajv from 'ajv';
import type { ModelSubject, ModelTask } from './language-model';
import type { Prompt } from './prompt-file';

/** Everything the model is given to word a reply with; nothing personal is part of it. */
export interface ReplyMaterial {
  language: string;
  tone: string;
  /** The day "today" means, as `2026-03-01`; left out when no fact depends on it. */
  today?: string;
  subject: string;
  message: string;
  /** The reply as the templates word it. */
  template: readonly string[];
  facts: readonly { id: string; label: string; value: string }[];
  /** The sections of the policies the reply may use. */
  policies: readonly string[];
}

const ASKED_FOR = ['nothing', 'order_number', 'parcel', 'item', 'other'] as const;

/** What the model makes of it. */
export interface WrittenReply {
  reply_paragraphs: string[];
  asks_for: (typeof ASKED_FOR)[number];
  /** Ids of the facts it says it used. */
  uses_facts: string[];
}

const texts = { type: 'array', items: { type: 'string' } };
export const REPLY_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['reply_paragraphs', 'asks_for', 'uses_facts'],
  properties: { reply_paragraphs: texts, asks_for: { type: 'string', enum: ASKED_FOR }, uses_facts: texts },
};

/** A long reply has about 400 tokens. */
const LONGEST_REPLY = 900;

const isWrittenReply = new Ajv().compile<WrittenReply>(REPLY_SCHEMA);

/** @returns the reply in a model's answer, or null when the answer is not JSON, breaks the schema or says nothing */
export function readWrittenReply(content: string): WrittenReply | null {
  try {
    const value: unknown = JSON.parse(content);
    if (!isWrittenReply(value)) return null;
    const paragraphs = value.reply_paragraphs.map((one) => one.trim()).filter(Boolean);
    return paragraphs.length > 0 ? { ...value, reply_paragraphs: paragraphs } : null;
  } catch {
    return null;
  }
}

/** The question to word a reply. */
export const replyTask = (material: ReplyMaterial, prompt: Prompt, about: ModelSubject): ModelTask<WrittenReply> => ({
  purpose: 'reply',
  prompt,
  data: { ...material },
  schema: { name: 'reply', schema: REPLY_SCHEMA },
  read: readWrittenReply,
  longestAnswer: LONGEST_REPLY,
  about,
});
