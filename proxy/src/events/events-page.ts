import type { JsonSchema } from '../contract/connector-document';
import { eventKinds } from './event-kinds';

const property = ([name, schema]: [string, JsonSchema], required: readonly string[]): string => {
  const what = typeof schema.description === 'string' ? `: ${schema.description}` : '';
  return `- \`${name}\`${required.includes(name) ? '' : ' (may be missing)'}${what}`;
};

/** The documentation of the event kinds, written from their schemas. */
export function eventsPage(): string {
  const kinds = Object.entries(eventKinds).map(([type, { version, meaning, payload }]) => {
    const properties = Object.entries(payload.properties as Record<string, JsonSchema>).sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    const lines = properties.map((entry) => property(entry, payload.required ?? []));
    return `## ${type} (version ${version})\n\n${meaning}\n\n${lines.join('\n')}`;
  });
  return `# Events

Everything that happens is stored as an event, in the same transaction as the answer, and exported to
\`Files/bronze/<source>/dt=<day of storing>/proxy-<first sequence>.ndjson\`. A row has \`ingest_id\` (unique), \`source_id\` (the
business's key: message, order, charge, ticket), \`received_at\`, \`ingested_at\`, \`schema_version\` and \`payload\`; the payload is
what is listed here with its \`type\`. Of an order context each charge also has a row of its own below \`payment\`, with
\`order_id\` and \`payments\`, each refund one with \`refund\`, each dispute one with \`dispute\`, and each parcel one below \`order\`
with \`parcel\`.

What a vendor tells by webhook is \`order.changed\`, \`parcel.changed\` or \`payment.changed\`. Deliveries come late, twice and
in any order: the newest is the one with the latest \`changed_at\`, then the highest \`version\`, then the highest \`delivery_id\`.

${kinds.join('\n\n')}
`;
}
