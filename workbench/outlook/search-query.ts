import type { MailView } from './mail-view';
import { invalidRequest } from './outlook-error';

type Test = (mail: MailView) => boolean;

const contains = (text: string | null, part: string) => (text ?? '').toLowerCase().includes(part);
const people = ({ toRecipients, ccRecipients, bccRecipients }: MailView) =>
  [toRecipients, ccRecipients, bccRecipients].join(';');

/** Properties that can be searched by name; the words of Outlook's keyword queries. */
const PROPERTIES: Readonly<Record<string, (value: string) => Test>> = {
  from: (value) => (mail) => contains(mail.from, value),
  to: (value) => (mail) => contains(mail.toRecipients, value),
  cc: (value) => (mail) => contains(mail.ccRecipients, value),
  participants: (value) => (mail) => contains(`${mail.from};${people(mail)}`, value),
  recipients: (value) => (mail) => contains(people(mail), value),
  subject: (value) => (mail) => contains(mail.subject, value),
  body: (value) => (mail) => contains(mail.body, value),
  attachment: (value) => (mail) => mail.attachments.some(({ name }) => contains(name, value)),
  hasattachments: (value) => (mail) => mail.hasAttachments === ['true', 'yes'].includes(value),
  isread: (value) => (mail) => mail.isRead === ['true', 'yes'].includes(value),
  importance: (value) => (mail) => mail.importance === value,
  internetmessageid: (value) => (mail) => mail.internetMessageId.toLowerCase() === value,
};

const TERM = /\s*(?:([A-Za-z]+):\s*)?(?:"([^"]*)"|([^\s"()]+))/y;

/**
 * Reads a `searchQuery` of words, phrases in quotes and `property:value`, all of which have to be found.
 * @throws {OutlookError} 400 for operators and properties it does not know, rather than finding too much
 */
export function compileSearch(query: string): Test {
  const tests: Test[] = [];
  const text = query.trim();
  for (let position = 0; position < text.length;) {
    TERM.lastIndex = position;
    const match = TERM.exec(text);
    if (match === null) throw unsupported(query, text.slice(position));
    position = TERM.lastIndex;
    const [whole, property, phrase, word] = match;
    const value = (phrase ?? word ?? '').toLowerCase();
    if (property === undefined) {
      if (value === 'and' && phrase === undefined) continue;
      if (phrase === undefined && /^(?:or|not|near.*|-.+|[a-z]+(?:[<>]=?|=).*)$/.test(value))
        throw unsupported(query, whole.trim());
      tests.push((mail) => contains([mail.subject, mail.body, mail.from, people(mail)].join('\n'), value));
      continue;
    }
    const compile = Object.hasOwn(PROPERTIES, property.toLowerCase()) ? PROPERTIES[property.toLowerCase()] : undefined;
    if (compile === undefined || /^[<>=]/.test(value.replace(/^<[^<>\s]+@[^<>\s]+>$/, ''))) {
      throw unsupported(query, whole.trim());
    }
    tests.push(compile(value));
  }
  return (mail) => tests.every((test) => test(mail));
}

function unsupported(query: string, part: string) {
  return invalidRequest(
    `The mailbox stand-in cannot search for '${part}' in '${query}'; use words, phrases and ${Object.keys(PROPERTIES).join(', ')}.`,
  );
}
