import type { Static } from '@sinclair/typebox';
import type { AnswerChatRequest, ChatTurn as ChatTurnSchema } from '../contract/chat';
import type { Triage } from '../contract/triage';
import { INTENTS, TEAMS, type Intent, type Team } from '../contract/vocabulary';
import type { ReplyLanguage } from '../replies/reply-language';
import type { ChatState } from '../services';

export type ChatTurn = Static<typeof ChatTurnSchema>;

/** What the customer was asked for last. */
export type Pending = 'order_number' | 'email' | 'order_or_email' | 'parcel_or_item';
const PENDING: readonly string[] = ['order_number', 'email', 'order_or_email', 'parcel_or_item'] satisfies Pending[];

/** The request the conversation is about, kept while order number and address are collected. */
export interface Topic {
  intent: Intent;
  team: Team;
  confidence: number;
  /** The words of the request. */
  text: string;
}

/** Everything remembered between two turns; plain JSON. Facts are not part of it: they are looked up each time. */
export interface Conversation {
  turns: ChatTurn[];
  language: ReplyLanguage | null;
  pending: Pending | null;
  topic: Topic | null;
  order_id: string | null;
  email: string | null;
  /** Order number and address were shown to belong together. */
  verified: boolean;
  /** How often number and address did not match. */
  attempts: number;
  /** How often in a row something was asked and not given. */
  repeated: number;
  /** How often in a row the customer was not understood. */
  unclear: number;
  handed_off: boolean;
  reasons: string[];
  tried: string[];
}

const MAX_TURNS = 50;
const MAX_TURN_LENGTH = 2000;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const count = (value: unknown): number => (typeof value === 'number' && value >= 0 ? Math.floor(value) : 0);
const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function readTopic(value: unknown): Topic | null {
  if (!isObject(value)) return null;
  const intent = INTENTS.find((one) => one === value.intent);
  const team = TEAMS.find((one) => one === value.team);
  if (!intent || !team) return null;
  return { intent, team, confidence: Number(value.confidence) || 0, text: text(value.text) ?? '' };
}

function readTurns(value: unknown): ChatTurn[] {
  if (!Array.isArray(value)) return [];
  return (value as unknown[]).flatMap((turn) =>
    isObject(turn) && (turn.author === 'customer' || turn.author === 'bot') && typeof turn.text === 'string'
      ? [{ author: turn.author, text: turn.text, at: String(turn.at) }]
      : [],
  );
}

/** Reads what the last turn returned; whatever is missing or unknown starts afresh. */
export function readConversation(state: ChatState | null): Conversation {
  const kept = state ?? {};
  return {
    turns: readTurns(kept.turns),
    language: kept.language === 'en' || kept.language === 'es' ? kept.language : null,
    pending: typeof kept.pending === 'string' && PENDING.includes(kept.pending) ? (kept.pending as Pending) : null,
    topic: readTopic(kept.topic),
    order_id: text(kept.order_id),
    email: text(kept.email),
    verified: kept.verified === true,
    attempts: count(kept.attempts),
    repeated: count(kept.repeated),
    unclear: count(kept.unclear),
    handed_off: kept.handed_off === true,
    reasons: strings(kept.reasons),
    tried: strings(kept.tried),
  };
}

/** The request a message makes. */
export function topicOf({ triage, request }: { triage: Triage; request: AnswerChatRequest }): Topic {
  const { intent, team, confidence } = triage;
  return { intent, team, confidence, text: request.text.slice(0, MAX_TURN_LENGTH) };
}

/** A request with what the customer said about it afterwards, which is what was asked for and so comes first. */
export const withMore = (topic: Topic, said: string): Topic => ({
  ...topic,
  text: `${said}\n${topic.text}`.slice(0, MAX_TURN_LENGTH),
});

/** Adds a turn; the oldest go when there are more than 50. */
export function addTurn(conversation: Conversation, author: ChatTurn['author'], words: string, at: Date): void {
  conversation.turns = [
    ...conversation.turns,
    { author, text: words.slice(0, MAX_TURN_LENGTH), at: at.toISOString() },
  ].slice(-MAX_TURNS);
}

/** Remembers something that was tried, each thing once. */
export function tried(conversation: Conversation, what: string): void {
  if (!conversation.tried.includes(what)) conversation.tried.push(what);
}
