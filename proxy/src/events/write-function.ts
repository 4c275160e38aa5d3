/** Characters of an id that are indexed: an index row holds 2,704 bytes, a character up to four. */
export const INDEXED = 500;

/** SQLSTATE raised when a conversation is not at the version it was read at. */
export const CONVERSATION_MOVED = 'RC001';

/** Any number will do, as long as every instance of the service takes the same. */
const WRITE_LOCK = 727002;

/**
 * One write is one call and so one transaction: key, answer, events and the state of the conversation all come or
 * none. Returns null when it was stored, else what the key was first answered with. A function, because its plans are
 * kept: the same as one large statement takes twice the time.
 *
 * The lock makes writers of several instances take turns, so that sequences become visible in their order; the
 * export to bronze goes by them.
 */
export const writeFunction = `
  CREATE FUNCTION rcc_write(
    p_operation text, p_key text, p_body_hash text, p_status integer, p_answer jsonb, p_now timestamptz,
    p_events jsonb, p_conversation text, p_state jsonb, p_expires_at timestamptz, p_version integer
  ) RETURNS jsonb LANGUAGE plpgsql AS $function$
  BEGIN
    PERFORM pg_advisory_xact_lock(${WRITE_LOCK});

    INSERT INTO idempotency_key (operation, key, body_hash, status, answer, created_at)
    VALUES (p_operation, p_key, p_body_hash, p_status, p_answer, p_now)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RETURN (SELECT jsonb_build_object('answer', answer, 'body_hash', body_hash)
              FROM idempotency_key WHERE operation = p_operation AND key = p_key);
    END IF;

    IF p_conversation IS NOT NULL THEN
      INSERT INTO conversation AS c (id, version, state, expires_at)
      VALUES (p_conversation, 1, p_state, p_expires_at)
      ON CONFLICT (id) DO UPDATE
        SET version = c.version + 1, state = excluded.state, expires_at = excluded.expires_at
        WHERE c.version = p_version;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'the conversation has moved on' USING ERRCODE = '${CONVERSATION_MOVED}';
      END IF;
    END IF;

    INSERT INTO event (id, type, schema_version, source, occurred_at, recorded_at,
                       message_id, conversation_id, ticket_id, payload)
    SELECT e.id, e.type, e."schemaVersion", e.source, e."occurredAt", p_now,
           left(e.payload->>'message_id', ${INDEXED}), left(e.payload->>'conversation_id', ${INDEXED}),
           left(e.payload->>'ticket_id', ${INDEXED}), e.payload
    FROM jsonb_to_recordset(p_events) AS e(
      id uuid, type text, "schemaVersion" integer, source text, "occurredAt" timestamptz, payload jsonb);
    RETURN NULL;
  END
  $function$;`;

export const WRITE = 'SELECT rcc_write($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS known';
