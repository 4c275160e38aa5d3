import { actionFunction, actionTable } from './action-function';
import { writeFunction } from './write-function';

/**
 * The store's tables, step by step. A step that was released is never changed; a new need is a new step at the end.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE idempotency_key (
     operation text NOT NULL,
     key text NOT NULL,
     body_hash text NOT NULL,
     status integer NOT NULL,
     answer jsonb NOT NULL,
     created_at timestamptz NOT NULL,
     PRIMARY KEY (operation, key)
   );
   CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);

   CREATE TABLE event (
     sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     id uuid NOT NULL UNIQUE,
     type text NOT NULL,
     schema_version integer NOT NULL,
     source text NOT NULL,
     occurred_at timestamptz NOT NULL,
     recorded_at timestamptz NOT NULL,
     message_id text,
     conversation_id text,
     ticket_id text,
     payload jsonb NOT NULL
   );
   CREATE INDEX event_message_id ON event (message_id) WHERE message_id IS NOT NULL;
   CREATE INDEX event_conversation_id ON event (conversation_id) WHERE conversation_id IS NOT NULL;
   CREATE INDEX event_ticket_id ON event (ticket_id) WHERE ticket_id IS NOT NULL;

   CREATE TABLE conversation (
     id text PRIMARY KEY,
     version integer NOT NULL,
     state jsonb NOT NULL,
     expires_at timestamptz NOT NULL
   );
   CREATE INDEX conversation_expires_at ON conversation (expires_at);

   CREATE TABLE bronze_progress (
     id integer PRIMARY KEY CHECK (id = 1),
     exported bigint NOT NULL,
     planned bigint,
     holder text,
     held_until timestamptz
   );
   INSERT INTO bronze_progress (id, exported) VALUES (1, 0);`,
  writeFunction,
  'CREATE INDEX event_type ON event (type, sequence)',
  'CREATE INDEX event_type_occurred_at ON event (type, occurred_at)',
  `${actionTable}
  ${actionFunction}`,
  `CREATE INDEX event_order_changed ON event ((payload->>'order_id')) WHERE type = 'order.changed';
   CREATE INDEX event_parcel_changed ON event ((payload->>'tracking_number')) WHERE type = 'parcel.changed';
   CREATE INDEX event_payment_changed ON event ((payload->>'transaction_id')) WHERE type = 'payment.changed'`,
  `CREATE INDEX event_reply_drafted ON event ((payload->>'ticket_number')) WHERE type = 'reply.drafted'`,
];
