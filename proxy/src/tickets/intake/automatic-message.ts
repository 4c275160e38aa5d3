import type { MessageHeaders } from './message-headers';

/** Each sign that a machine sent a mail: the header, and which of its values count. */
const SIGNS: readonly { header: string; when: (value: string) => boolean }[] = [
  // "no" is the only value by which a person's mail says so; parameters may follow it.
  { header: 'Auto-Submitted', when: (value) => !/^no\s*(;|\(|$)/i.test(value) },
  { header: 'Precedence', when: (value) => /^(bulk|junk|list|auto_reply)\b/i.test(value) },
  { header: 'X-Autoreply', when: () => true },
  { header: 'X-Autorespond', when: () => true },
  { header: 'X-Auto-Response-Suppress', when: () => true },
  { header: 'X-Failed-Recipients', when: () => true },
  { header: 'Return-Path', when: (value) => value.startsWith('<>') },
  { header: 'Content-Type', when: (value) => /^multipart\/report\b/i.test(value) },
  { header: 'List-Id', when: () => true },
];

/**
 * Whether a machine sent a mail: an automatic answer, a bounce, a list. Answering one can make two machines write to each
 * other for ever (RFC 3834, sections 2 and 5; the other headers are what servers sent before it and beside it).
 * @returns the sign it is seen by, such as `Auto-Submitted`, or nothing
 */
export function automaticSign(headers: MessageHeaders, from: string): string | undefined {
  const sign = SIGNS.find(({ header, when }) => headers.all(header).some(when));
  if (sign !== undefined) return sign.header;
  return /^\s*(mailer-daemon|postmaster)@/i.test(from) ? 'From' : undefined;
}
