/**
 * One write is one statement and so one transaction: key, answer, events and the state of the conversation all come
 * or none. The gate makes writers of several instances take turns, so that sequences become visible in their order;
 * the export to bronze goes by them.
 *
 * $1 operation  $2 key  $3 body hash  $4 status  $5 answer  $6 now  $7 events
 * $8 conversation  $9 its state  $10 its expiry  $11 the version it was read at
 */
const WRITE_LOCK = 727002;

/** Characters of an id that are indexed: an index row holds 2,704 bytes, a character up to four. */
export const INDEXED = 500;

const writeSql = (withConversation: boolean): string => `
  WITH gate AS MATERIALIZED (SELECT pg_advisory_xact_lock(${WRITE_LOCK})),
  ${
    withConversation
      ? `turn AS (
    INSERT INTO conversation (id, version, state, expires_at)
    SELECT $8::text, 1, $9::jsonb, $10::timestamptz FROM gate
    ON CONFLICT (id) DO UPDATE
      SET version = conversation.version + 1, state = excluded.state, expires_at = excluded.expires_at
      WHERE conversation.version = $11::integer
    RETURNING 1
  ),`
      : 'turn AS (SELECT 1 FROM gate),'
  }
  first AS (
    INSERT INTO idempotency_key (operation, key, body_hash, status, answer, created_at)
    SELECT $1::text, $2::text, $3::text, $4::integer, $5::jsonb, $6::timestamptz FROM turn
    ON CONFLICT DO NOTHING
    RETURNING 1
  ),
  recorded AS (
    INSERT INTO event (id, type, schema_version, source, occurred_at, recorded_at,
                       message_id, conversation_id, ticket_id, payload)
    SELECT e.id, e.type, e."schemaVersion", e.source, e."occurredAt", $6::timestamptz,
           left(e.payload->>'message_id', ${INDEXED}), left(e.payload->>'conversation_id', ${INDEXED}),
           left(e.payload->>'ticket_id', ${INDEXED}), e.payload
    FROM first, jsonb_to_recordset($7::jsonb) AS e(
      id uuid, type text, "schemaVersion" integer, source text, "occurredAt" timestamptz, payload jsonb)
    RETURNING 1
  )
  SELECT EXISTS (SELECT 1 FROM first) AS stored`;

export const WRITE = writeSql(false);
export const WRITE_WITH_CONVERSATION = writeSql(true);
