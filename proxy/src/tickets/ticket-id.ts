import { nameBasedId } from './name-based-id';

/** Chosen once; changing one would give every ticket a second row. */
const NAMESPACE = {
  key: '7f1d2a64-0f1c-4b7e-9a55-1c2f3be0a001',
  conversation: '7f1d2a64-0f1c-4b7e-9a55-1c2f3be0a002',
} as const;

/**
 * The id of a ticket row: always the same for the same idempotency key or the same conversation, so that a repeated
 * upsert meets the same row.
 */
export const ticketId = (by: keyof typeof NAMESPACE, name: string): string => nameBasedId(NAMESPACE[by], name);
