import type { Notice } from '../../contract/assignment';
import type { MailLanguage } from '../../replies/mail-language';
import { referenceToken } from '../../replies/reference-token';
import { escapeHtml } from '../../replies/reply-html';
import { subjectText } from '../../replies/reply-subject';

/** Labels with their values; those without a value are left out. */
export type Facts = readonly (readonly [label: string, value: string | null | undefined])[];

/** A part of a mail. All of it is plain text; nothing in it is taken over as markup. */
export type NoticePart =
  /** A paragraph; its line breaks stay. */
  | string
  /** A table of two columns. */
  | { facts: Facts }
  /** A link with its text; left out unless the address is one of the web. */
  | { link: string | null | undefined; label: string };

/** Where nothing is to be sent. */
export const NO_NOTICE: Notice = { to: '', subject: '', html: '' };

const factRow = ([label, value]: readonly [string, string]): string =>
  `<tr valign="top"><th align="left" scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`;

/** The address itself when it is one of the web, which a flow or a person may have put together wrongly. */
const webAddress = (text: string | null | undefined): string | undefined => {
  const address = (text ?? '').trim();
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
};

function htmlOf(part: NoticePart): string {
  if (typeof part === 'string') return `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`;
  if ('facts' in part) {
    const known = part.facts.flatMap(([label, value]) => (value?.trim() ? [[label, value.trim()] as const] : []));
    return known.length === 0 ? '' : `<table cellpadding="4">${known.map(factRow).join('')}</table>`;
  }
  const address = webAddress(part.link);
  return address ? `<p><a href="${escapeHtml(address)}">${escapeHtml(part.label)}</a></p>` : '';
}

/**
 * A mail about a ticket, ready to be sent.
 * @param mail `to` as `oneAddress` or `addressList` gives it; the subject gets the ticket's reference token
 */
export function noticeOf(mail: {
  to: string;
  subject: string;
  ticketNumber: string | null | undefined;
  language: MailLanguage;
  parts: readonly NoticePart[];
}): Notice {
  const token = referenceToken(mail.ticketNumber ?? undefined);
  return {
    to: mail.to,
    subject: [subjectText(mail.subject).slice(0, 200).trim(), token].filter(Boolean).join(' '),
    html: `<div lang="${mail.language}">${mail.parts.map(htmlOf).filter(Boolean).join('\n')}</div>`,
  };
}
