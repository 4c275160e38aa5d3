import type { ChatState } from '../services';
import type { Database } from './database';
import type { NewEvent, StoredEvent } from './event';
import { EVENT_COLUMNS, type EventRow, storedEvent } from './event-row';
import { storableJson } from './storable-json';
import { ACTION_MOVED } from './action-function';
import { CONVERSATION_MOVED, INDEXED, WRITE } from './write-function';

/** What one operation leaves behind. */
export interface Write {
  operation: string;
  key: string;
  bodyHash: string;
  status: number;
  /** The answer without `replayed`; plain JSON. */
  answer: object;
  events: readonly NewEvent[];
  conversation?: { id: string; state: ChatState; readAtVersion: number; expiresAt: Date };
}

export interface StoredAnswer {
  answer: object;
  status: number;
  bodyHash: string;
}

/** Somebody else wrote a turn of the same conversation since its state was read: read it again and repeat. */
export class ConversationMoved extends Error {
  override name = 'ConversationMoved';
}

/** Idempotency keys live this long; a later repetition counts as new. */
const KEY_LIFE_DAYS = 90;

/** Everything the service remembers. What a method has acknowledged survives a killed process. */
export interface Store {
  /** The first answer given to this key, if any. */
  findAnswer(operation: string, key: string): Promise<StoredAnswer | undefined>;
  /**
   * Stores key, answer and events in one transaction, unless the key is known: then nothing is stored.
   * @throws {ConversationMoved}
   */
  write(write: Write, now: Date): Promise<{ answer: object; replayed: boolean; sameBody: boolean }>;
  /** The state of a chat and the version to give back with the next turn; state is null when new or expired. */
  conversation(id: string, now: Date): Promise<{ state: ChatState | null; version: number }>;
  /** Events with a sequence above `after`, up to and including `upTo`, in order. */
  eventsAfter(after: number, upTo?: number, limit?: number): Promise<StoredEvent[]>;
  /** Everything recorded about a message, a conversation or a ticket, in order. */
  eventsAbout(about: { messageId?: string; conversationId?: string; ticketId?: string }): Promise<StoredEvent[]>;
  /** The replies written for a ticket, in order. @param ticketNumber such as `TKT-000123` */
  draftsOf(ticketNumber: string): Promise<StoredEvent[]>;
  /** The last stored event of a type. */
  latestEvent(type: StoredEvent['type']): Promise<StoredEvent | undefined>;
  /** Forgets keys and ended actions of more than 90 days, and chats past their time. @returns how many rows went */
  purge(now: Date): Promise<number>;
  /** @throws when the database does not answer */
  check(): Promise<void>;
  readonly database: Database;
  close(): Promise<void>;
}

/** The database did not take or give what it was asked; nothing was stored. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** SQLSTATE classes that are faults of ours (data, constraint, syntax), not of the database's state. */
const OUR_FAULT = /^(22|23|42)/;

const reporting = (database: Database): Database => ({
  ...database,
  query: (sql, parameters) =>
    database.query<never>(sql, parameters).catch((error: Error & { code?: string }) => {
      if (error.code === CONVERSATION_MOVED) throw new ConversationMoved('The conversation has moved on.');
      if (error.code === ACTION_MOVED || OUR_FAULT.test(error.code ?? '')) throw error;
      throw new StoreUnavailable(error.message, { cause: error });
    }),
});

export function createStore(opened: Database): Store {
  const database = reporting(opened);
  const findAnswer = async (operation: string, key: string) => {
    const [row] = await database.query<{ answer: object; status: number; body_hash: string }>(
      'SELECT answer, status, body_hash FROM idempotency_key WHERE operation = $1 AND key = $2',
      [operation, key],
    );
    return row && { answer: row.answer, status: row.status, bodyHash: row.body_hash };
  };

  return {
    database,
    findAnswer,

    async write({ operation, key, bodyHash, status, answer, events, conversation }, now) {
      const [row] = await database.query<{ known: { answer: object; body_hash: string } | null }>(WRITE, [
        operation,
        key,
        bodyHash,
        status,
        storableJson(answer),
        now.toISOString(),
        storableJson(events),
        conversation?.id ?? null,
        conversation === undefined ? null : storableJson(conversation.state),
        conversation?.expiresAt.toISOString() ?? null,
        conversation?.readAtVersion ?? null,
      ]);
      if (!row?.known) return { answer, replayed: false, sameBody: true };
      return { answer: row.known.answer, replayed: true, sameBody: row.known.body_hash === bodyHash };
    },

    async conversation(id, now) {
      const [row] = await database.query<{ state: ChatState; version: number; live: boolean }>(
        'SELECT state, version, expires_at > $2::timestamptz AS live FROM conversation WHERE id = $1',
        [id, now.toISOString()],
      );
      return { state: row?.live ? row.state : null, version: row?.version ?? 0 };
    },

    async eventsAfter(after, upTo = Number.MAX_SAFE_INTEGER, limit = 1000) {
      const rows = await database.query<EventRow>(
        `SELECT ${EVENT_COLUMNS} FROM event WHERE sequence > $1::bigint AND sequence <= $2::bigint
         ORDER BY sequence LIMIT $3::integer`,
        [after, upTo, limit],
      );
      return rows.map(storedEvent);
    },

    async eventsAbout({ messageId, conversationId, ticketId }) {
      const rows = await database.query<EventRow>(
        `SELECT ${EVENT_COLUMNS} FROM event
         WHERE message_id = left($1::text, ${INDEXED}) OR conversation_id = left($2::text, ${INDEXED})
            OR ticket_id = left($3::text, ${INDEXED}) ORDER BY sequence`,
        [messageId ?? null, conversationId ?? null, ticketId ?? null],
      );
      return rows.map(storedEvent);
    },

    async draftsOf(ticketNumber) {
      const rows = await database.query<EventRow>(
        `SELECT ${EVENT_COLUMNS} FROM event
         WHERE type = 'reply.drafted' AND payload->>'ticket_number' = $1::text ORDER BY sequence`,
        [ticketNumber],
      );
      return rows.map(storedEvent);
    },

    async latestEvent(type) {
      const [row] = await database.query<EventRow>(
        `SELECT ${EVENT_COLUMNS} FROM event WHERE type = $1 ORDER BY sequence DESC LIMIT 1`,
        [type],
      );
      return row && storedEvent(row);
    },

    async purge(now) {
      const [row] = await database.query<{ gone: number }>(
        `WITH keys AS (DELETE FROM idempotency_key WHERE created_at < $1::timestamptz RETURNING 1),
              chats AS (DELETE FROM conversation WHERE expires_at < $2::timestamptz RETURNING 1),
              actions AS (DELETE FROM money_action WHERE ended_at < $1::timestamptz RETURNING 1)
         SELECT ((SELECT count(*) FROM keys) + (SELECT count(*) FROM chats)
                 + (SELECT count(*) FROM actions))::integer AS gone`,
        [new Date(now.getTime() - KEY_LIFE_DAYS * 86_400_000).toISOString(), now.toISOString()],
      );
      return row?.gone ?? 0;
    },

    async check() {
      await database.query('SELECT 1');
    },

    close: () => database.close(),
  };
}
