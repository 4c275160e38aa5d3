import type { IncomingMail, MailHeader } from './mail';

/** The header lines of a message on arrival; lines of its own replace the usual ones. */
export function headersOf(mail: IncomingMail, internetMessageId: string, to: string, now: Date): MailHeader[] {
  const headers = new Map<string, MailHeader>();
  const add = (name: string, value: string | undefined) => {
    if (value) headers.set(name.toLowerCase(), { name, value });
  };
  add('From', mail.from);
  add('To', to.replaceAll(';', ', '));
  add('Reply-To', mail.replyTo);
  add('Subject', mail.subject);
  add('Date', now.toUTCString().replace('GMT', '+0000'));
  add('Message-ID', internetMessageId);
  for (const [name, value] of Object.entries(mail.headers ?? {})) add(name, value);
  return [...headers.values()];
}

/** Message ids of `In-Reply-To` and `References`, nearest first (RFC 5322, section 3.6.4). */
export function answeredIds(headers: readonly MailHeader[]): string[] {
  const ids = (name: string) =>
    headers.find((header) => header.name.toLowerCase() === name)?.value.match(/<[^<>\s]+>/g) ?? [];
  return [...ids('in-reply-to'), ...ids('references').reverse()];
}
