import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal, type Journal } from '../state/journal';
import type { ReceivedMail } from './mail';
import { createOutlook, type Outlook } from './outlook';

const ADDRESS = 'support@shop.example';

let folder: string;
let journal: Journal;
let outlook: Outlook;
let seen: ReceivedMail[];

function open(sharedMailboxes: string[] = []): void {
  journal = openJournal(folder);
  outlook = createOutlook({
    journal,
    clock: { now: () => new Date('2026-03-02T09:30:15.250Z') },
    address: ADDRESS,
    sharedMailboxes,
    outbox: (mail) => ({
      changes: [{ collection: 'work', key: mail.id, value: mail.subject }],
      begin: () => seen.push(mail),
    }),
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outlook-'));
  seen = [];
  open();
});
afterEach(() => {
  journal.close();
  rmSync(folder, { recursive: true, force: true });
});

function restart(): void {
  journal.close();
  open();
}

async function call(operationId: string, args: Record<string, unknown>) {
  const answer = await outlook.call({
    operationId,
    arguments: args,
    runId: 'run-1',
    actionName: 'Send',
    attempt: 1,
    signal: new AbortController().signal,
  });
  return { ...answer, body: answer.body as Record<string, unknown> };
}

const deliver = (rest: Partial<Parameters<Outlook['deliver']>[0]> = {}) =>
  outlook.deliver({
    from: 'Ana Ruiz <ana@example.com>',
    subject: 'Where is it?',
    body: '<p>Hello</p>',
    isHtml: true,
    ...rest,
  });
const graph = (id: string, select: string) =>
  call('HttpRequest', {
    Uri: `https://graph.microsoft.com/v1.0/me/messages/${encodeURIComponent(id)}?$select=${select}`,
    Method: 'GET',
  });
const codeOf = ({ body }: { body: Record<string, unknown> }) => (body.error as { code: string }).code;

describe('the inbox', () => {
  it('keeps a message, and the work it starts, over a restart', () => {
    const mail = deliver();
    expect(seen).toEqual([mail]);
    restart();
    expect([...outlook.inbox()]).toEqual([mail]);
    expect(journal.collection('work').get(mail.id)).toBe('Where is it?');
    expect(deliver().id).not.toBe(mail.id);
  });

  it('shows it in the fields of the V3 operations', async () => {
    const mail = deliver({ internetMessageId: '<a@example.com>', replyTo: 'Ana <other@example.com>' });
    expect((await call('GetEmailV2', { messageId: mail.id })).body).toEqual({
      id: mail.id,
      internetMessageId: '<a@example.com>',
      conversationId: mail.conversationId,
      from: 'ana@example.com',
      toRecipients: ADDRESS,
      ccRecipients: null,
      bccRecipients: null,
      replyTo: 'other@example.com',
      subject: 'Where is it?',
      body: '<p>Hello</p>',
      bodyPreview: 'Hello',
      isHtml: true,
      importance: 'normal',
      receivedDateTime: '2026-03-02T09:30:15+00:00',
      hasAttachments: false,
      isRead: false,
      attachments: [],
    });
  });

  it('lists the newest ten, filtered', async () => {
    for (let number = 1; number <= 12; number += 1) {
      deliver({ subject: `Mail ${number}`, from: `person${number % 2}@example.com` });
    }
    const subjects = async (args: Record<string, unknown>) =>
      ((await call('GetEmailsV3', args)).body.value as { subject: string }[]).map(({ subject }) => subject);
    expect(await subjects({})).toHaveLength(10);
    expect(await subjects({ top: 2, from: 'x@example.com, PERSON1@example.com' })).toEqual(['Mail 11', 'Mail 9']);
    expect((await call('GetEmailsV3', { folderPath: 'Orders' })).statusCode).toBe(404);
  });

  it('keeps a thread together by the message it answers, ours or theirs', async () => {
    const first = deliver({ internetMessageId: '<1@example.com>' });
    const second = deliver({ headers: { 'In-Reply-To': '<1@example.com>' } });
    expect(second.conversationId).toBe(first.conversationId);
    await call('ReplyToV3', { messageId: first.id, replyParameters: { Body: 'Hi' } });
    const [reply] = [...outlook.sent()];
    restart();
    const third = deliver({ headers: { references: `<unknown@x> ${reply!.internetMessageId}` } });
    expect(third.conversationId).toBe(first.conversationId);
    expect(deliver().conversationId).not.toBe(first.conversationId);
  });

  it('gives headers and reply-to through HttpRequest as Graph does', async () => {
    const mail = deliver({ replyTo: 'other@example.com', headers: { 'Auto-Submitted': 'auto-replied' } });
    const { statusCode, body } = await graph(mail.id, 'internetMessageHeaders,replyTo');
    expect(statusCode).toBe(200);
    expect(body.replyTo).toEqual([{ emailAddress: { name: 'other@example.com', address: 'other@example.com' } }]);
    expect(body.internetMessageHeaders).toEqual(
      expect.arrayContaining([
        { name: 'From', value: 'Ana Ruiz <ana@example.com>' },
        { name: 'Message-ID', value: mail.internetMessageId },
        { name: 'Auto-Submitted', value: 'auto-replied' },
      ]),
    );
    expect(body).not.toHaveProperty('subject');
    expect((await graph(mail.id, 'nothing')).statusCode).toBe(400);
    expect((await graph('gone', 'replyTo')).statusCode).toBe(404);
    expect((await call('HttpRequest', { Uri: 'https://graph.microsoft.com/v1.0/me/events' })).statusCode).toBe(404);
  });

  it('gives what arrived in a shared mailbox under its address only, and refuses one it may not use', async () => {
    const SHARED = 'returns@shop.example';
    journal.close();
    open([SHARED]);
    const mail = outlook.deliver({ from: 'ana@example.com', subject: 'Back', body: '' }, SHARED);
    const read = async (owner: string) => {
      const Uri = `https://graph.microsoft.com/v1.0/${owner}/messages/${encodeURIComponent(mail.id)}?$select=subject`;
      const { statusCode, body } = await call('HttpRequest', { Uri, Method: 'GET' });
      return [statusCode, body.subject];
    };
    expect(await read(`users/${encodeURIComponent(SHARED)}`)).toEqual([200, 'Back']);
    expect(await read('me')).toEqual([404, undefined]);
    expect(await read('users/sales@shop.example')).toEqual([403, undefined]);
  });

  it('shows names and sizes of attachments through HttpRequest, never their content', async () => {
    const attachments = [{ name: 'photo.jpg', contentType: 'image/jpeg', contentBytes: 'AAAA' }];
    const mail = deliver({ attachments });
    const expand = (inside: string) => graph(mail.id, `hasAttachments&$expand=attachments(${inside})`);
    expect((await expand('$select=name,size,contentType')).body).toMatchObject({
      hasAttachments: true,
      attachments: [
        {
          '@odata.type': '#microsoft.graph.fileAttachment',
          name: 'photo.jpg',
          size: 3,
          contentType: 'image/jpeg',
        },
      ],
    });
    expect((await graph(deliver().id, 'hasAttachments')).body.hasAttachments).toBe(false);
    expect((await expand('$select=contentBytes')).statusCode).toBe(400);
    expect((await expand('$top=1')).statusCode).toBe(400);
  });

  it('finds messages through HttpRequest by what they are filtered by, also those that were moved', async () => {
    const MESSAGES = 'https://graph.microsoft.com/v1.0/me/messages';
    const wanted = deliver({ internetMessageId: '<a+b&c@example.com>' });
    const { body: moved } = await call('MoveV2', { messageId: wanted.id, folderPath: 'Archive' });
    for (let number = 1; number <= 3; number += 1) deliver({ from: 'bo@example.com', subject: `Mail ${number}` });
    const find = async (query: string) => {
      const Uri = query.startsWith('https://') ? query : `${MESSAGES}?${query}`;
      const { body } = await call('HttpRequest', { Uri, Method: 'GET' });
      return body as { value: { id: string; subject?: string }[]; '@odata.nextLink'?: string };
    };
    const filter = (text: string) => `$filter=${encodeURIComponent(text)}`;
    expect((await find(`${filter("internetMessageId eq '<a+b&c@example.com>'")}&$select=id`)).value).toEqual([
      { '@odata.etag': `W/"${moved.id as string}"`, id: moved.id },
    ]);
    expect((await find(filter("internetMessageId eq 'none'"))).value).toEqual([]);
    const inFolder = async (folder: string) =>
      (await find(`${MESSAGES.replace('/messages', `/mailFolders/${folder}/messages`)}?$select=id`)).value;
    expect((await inFolder('archive')).map(({ id }) => id)).toEqual([moved.id]);
    expect((await inFolder('inbox')).map(({ id }) => id)).not.toContain(moved.id);
    expect(await inFolder('inbox')).toHaveLength(3);
    const ofBo = filter("from/emailAddress/address eq 'bo@example.com'");
    const first = await find(`${ofBo}&$select=subject&$orderby=subject&$top=2`);
    const second = await find(first['@odata.nextLink']!);
    expect([...first.value, ...second.value].map(({ subject }) => subject)).toEqual(['Mail 1', 'Mail 2', 'Mail 3']);
    expect(second['@odata.nextLink']).toBeUndefined();
    const { statusCode } = await call('HttpRequest', { Uri: `${MESSAGES}?${filter("bodyPreview eq 'x'")}` });
    expect(statusCode).toBe(400);
  });
});

describe('SendEmailV2', () => {
  const message = { To: 'ana@example.com; bo@example.com;', Subject: 'Hello', Body: '<p>Hi</p>' };

  it('answers 200 without a body, and the message is in Sent items, also after a restart', async () => {
    expect(await call('SendEmailV2', { emailMessage: message })).toMatchObject({ statusCode: 200, body: null });
    restart();
    expect([...outlook.sent()]).toMatchObject([
      { to: 'ana@example.com;bo@example.com', from: ADDRESS, subject: 'Hello', runId: 'run-1', actionName: 'Send' },
    ]);
  });

  it.each([
    [{ To: 'nobody' }, 400, 'ErrorInvalidRecipients'],
    [{ Cc: 'a@b;c d@e' }, 400, 'ErrorInvalidRecipients'],
    [{ To: '' }, 400, 'ErrorInvalidRequest'],
    [{ Importance: 'urgent' }, 400, 'ErrorInvalidRequest'],
    [{ From: 'ceo@shop.example' }, 403, 'ErrorSendAsDenied'],
  ])('refuses %j and sends nothing', async (part, statusCode, code) => {
    const answer = await call('SendEmailV2', { emailMessage: { ...message, ...part } });
    expect(answer.statusCode).toBe(statusCode);
    expect(codeOf(answer)).toBe(code);
    expect(answer.body.message).toMatch(/\r\nclientRequestId: [0-9a-f-]{36}\r\nserviceRequestId: [0-9a-f-]{36}$/);
    expect([...outlook.sent()]).toEqual([]);
  });
});

describe('ReplyToV3', () => {
  it('answers the sender in the same conversation with one prefix, above the quoted message', async () => {
    const mail = deliver();
    await call('ReplyToV3', { messageId: mail.id, replyParameters: { Body: '<p>Soon.</p>', Importance: 'High' } });
    const [reply] = [...outlook.sent()];
    expect(reply).toMatchObject({
      to: 'ana@example.com',
      subject: 'RE: Where is it?',
      conversationId: mail.conversationId,
      answers: mail.id,
      body: '<p>Soon.</p>',
      importance: 'high',
    });
    const { body } = await call('GetEmailV2', { messageId: reply!.id });
    expect(body.body).toBe('<p>Soon.</p><hr><blockquote><p>Hello</p></blockquote>');
    const second = deliver({ subject: 'Re: Where is it?', replyTo: 'other@example.com' });
    await call('ReplyToV3', { messageId: second.id, replyParameters: { Body: 'x' } });
    expect([...outlook.sent()][1]).toMatchObject({ to: 'other@example.com', subject: 'Re: Where is it?' });
  });

  it('answers all but ourselves when asked to', async () => {
    const mail = deliver({ to: `${ADDRESS};bo@example.com`, cc: 'cy@example.com' });
    await call('ReplyToV3', { messageId: mail.id, replyParameters: { Body: 'x', ReplyAll: true } });
    expect([...outlook.sent()]).toMatchObject([{ to: 'ana@example.com', cc: 'bo@example.com;cy@example.com' }]);
  });

  it('answers 404 when the message is gone', async () => {
    const answer = await call('ReplyToV3', { messageId: 'gone', replyParameters: { Body: 'x' } });
    expect(answer.statusCode).toBe(404);
    expect(codeOf(answer)).toBe('ErrorItemNotFound');
  });
});

it('an unknown operation is refused by name', async () => {
  const answer = await call('FlagEmail_V2', {});
  expect(answer.statusCode).toBe(404);
  expect(answer.body.message).toContain('FlagEmail_V2');
});
