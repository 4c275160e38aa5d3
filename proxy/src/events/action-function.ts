import { INDEXED } from './write-function';

/** SQLSTATE raised when an action is not at the version it was read at. */
export const ACTION_MOVED = 'RC002';

/** The same lock as of other writes: sequences of events become visible in their order. */
const WRITE_LOCK = 727002;

/** Refunds and cancellations that were started. */
export const actionTable = `
  CREATE TABLE money_action (
    key text PRIMARY KEY,
    version integer NOT NULL,
    order_id text NOT NULL,
    running boolean NOT NULL,
    due_at timestamptz,
    ended_at timestamptz,
    action jsonb NOT NULL
  );
  CREATE UNIQUE INDEX money_action_running_order ON money_action (order_id) WHERE running;
  CREATE INDEX money_action_due_at ON money_action (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX money_action_ended_at ON money_action (ended_at) WHERE ended_at IS NOT NULL;`;

/**
 * One step of an action is one call and so one transaction: its state and its events come together or not at all.
 * Version 0 begins an action: then the answer is null when it was stored, or what stands in its way: the action of this
 * key, or the key of an unfinished one of the same order.
 */
export const actionFunction = `
  CREATE FUNCTION rcc_store_action(
    p_key text, p_read_version integer, p_order_id text, p_running boolean, p_due_at timestamptz,
    p_ended_at timestamptz, p_action jsonb, p_now timestamptz, p_events jsonb
  ) RETURNS jsonb LANGUAGE plpgsql AS $function$
  DECLARE
    v_known jsonb;
    v_busy text;
  BEGIN
    PERFORM pg_advisory_xact_lock(${WRITE_LOCK});

    IF p_read_version = 0 THEN
      SELECT action INTO v_known FROM money_action WHERE key = p_key;
      IF FOUND THEN RETURN jsonb_build_object('known', v_known); END IF;
      SELECT key INTO v_busy FROM money_action WHERE order_id = p_order_id AND running;
      IF FOUND THEN RETURN jsonb_build_object('busy', v_busy); END IF;
      INSERT INTO money_action (key, version, order_id, running, due_at, ended_at, action)
      VALUES (p_key, 1, p_order_id, p_running, p_due_at, p_ended_at, p_action);
    ELSE
      UPDATE money_action
      SET version = version + 1, running = p_running, due_at = p_due_at, ended_at = p_ended_at, action = p_action
      WHERE key = p_key AND version = p_read_version;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'the action has moved on' USING ERRCODE = '${ACTION_MOVED}';
      END IF;
    END IF;

    INSERT INTO event (id, type, schema_version, source, occurred_at, recorded_at, ticket_id, payload)
    SELECT e.id, e.type, e."schemaVersion", e.source, e."occurredAt", p_now,
           left(e.payload->>'ticket_id', ${INDEXED}), e.payload
    FROM jsonb_to_recordset(p_events) AS e(
      id uuid, type text, "schemaVersion" integer, source text, "occurredAt" timestamptz, payload jsonb);
    RETURN NULL;
  END
  $function$;`;

export const STORE_ACTION = 'SELECT rcc_store_action($1, $2, $3, $4, $5, $6, $7, $8, $9) AS obstacle';
