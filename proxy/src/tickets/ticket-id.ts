import { createHash } from 'node:crypto';

/** Chosen once; changing one would give every ticket a second row. */
const NAMESPACE = {
  key: '7f1d2a64-0f1c-4b7e-9a55-1c2f3be0a001',
  conversation: '7f1d2a64-0f1c-4b7e-9a55-1c2f3be0a002',
} as const;

/**
 * The id of a ticket row: always the same for the same idempotency key or the same conversation, so that a repeated
 * upsert meets the same row. A name-based UUID of version 5 (RFC 9562, section 5.5).
 */
export function ticketId(by: keyof typeof NAMESPACE, name: string): string {
  const namespace = Buffer.from(NAMESPACE[by].replaceAll('-', ''), 'hex');
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
