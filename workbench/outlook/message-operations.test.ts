import { ADDRESS, openMailDesk, type MailDesk } from './desk.fixture';

let desk: MailDesk;
beforeEach(() => (desk = openMailDesk({ folders: ['Inbox/Orders'], sharedMailboxes: ['info@shop.example'] })));
afterEach(() => desk.close());

type Mail = { id: string; subject: string; isRead: boolean; internetMessageId: string };
async function list(args: Record<string, unknown> = {}): Promise<Mail[]> {
  const { statusCode, body } = await desk.call('GetEmailsV3', args);
  expect(statusCode).toBe(200);
  return body.value as Mail[];
}
const subjects = async (args?: Record<string, unknown>) => (await list(args)).map(({ subject }) => subject);

describe('GetEmailsV3', () => {
  it('lists unread messages only, unless told otherwise', async () => {
    const id = desk.deliver({ subject: 'First' });
    desk.deliver({ subject: 'Second' });
    await desk.call('MarkAsRead_V3', { messageId: id, body: { isRead: true } });
    desk.restart();
    expect(await subjects()).toEqual(['Second']);
    expect((await list({ fetchOnlyUnread: false })).map(({ isRead }) => isRead)).toEqual([false, true]);
    await desk.call('MarkAsRead_V3', { messageId: id, body: { isRead: false } });
    expect(await subjects()).toEqual(['Second', 'First']);
  });

  it('applies its filters to the newest 250 messages of the folder only; a search has no such limit', async () => {
    desk.deliver({ subject: 'Needle' });
    for (let number = 0; number < 249; number += 1) desk.deliver({ subject: 'Hay' });
    expect(await subjects({ subjectFilter: 'needle' })).toEqual(['Needle']);
    desk.deliver({ subject: 'Hay' });
    expect(await subjects({ subjectFilter: 'needle' })).toEqual([]);
    expect(await subjects({ searchQuery: 'subject:needle' })).toEqual(['Needle']);
  });

  it.each([
    ['lamp', ['Broken lamp']],
    ['from:bo@example.com', ['Invoice 7']],
    ['subject:"broken lamp" hasAttachments:true', ['Broken lamp']],
    ['hasattachments:false', ['Invoice 7']],
    ['lamp AND invoice', []],
    ['internetMessageID: <7@example.com>', ['Invoice 7']],
    ['to:support', ['Invoice 7', 'Broken lamp']],
  ])('searches for %s', async (searchQuery, expected) => {
    desk.deliver({
      subject: 'Broken lamp',
      attachments: [{ name: 'a.txt', contentType: 'text/plain', contentBytes: 'aGk=' }],
    });
    desk.deliver({ from: 'bo@example.com', subject: 'Invoice 7', internetMessageId: '<7@example.com>' });
    expect(await subjects({ searchQuery })).toEqual(expected);
  });

  it.each(['lamp OR table', 'NOT lamp', '-lamp', 'size:>100', 'received>=2026-01-01', '(lamp)', 'colour:red', '"open'])(
    'refuses the search %s, which it would get wrong',
    async (searchQuery) => {
      expect(await desk.refusal('GetEmailsV3', { searchQuery })).toBe('400 ErrorInvalidRequest');
    },
  );
});

describe('MoveV2', () => {
  it('gives the message a new id, keeps its message id and its marks, and a reply to it stays whole', async () => {
    const id = desk.deliver();
    await desk.call('Flag_V2', { messageId: id, body: { flag: { flagStatus: 'flagged' } } });
    await desk.call('ReplyToV3', { messageId: id, replyParameters: { Body: 'Soon' } });
    const { body: moved } = await desk.call('MoveV2', { messageId: id, folderPath: 'Inbox/Orders' });
    desk.restart();
    expect(moved.id).not.toBe(id);
    expect(await desk.refusal('GetEmailV2', { messageId: id })).toBe('404 ErrorItemNotFound');
    expect((await desk.call('GetEmailV2', { messageId: moved.id })).body.internetMessageId).toBe(
      moved.internetMessageId,
    );
    expect([...desk.outlook.inbox()]).toEqual([]);
    expect(await list({ folderPath: 'inbox/orders', fetchOnlyFlagged: true })).toHaveLength(1);
    const [reply] = [...desk.outlook.sent()];
    expect((await desk.call('GetEmailV2', { messageId: reply!.id })).body.body).toBe(
      'Soon<hr><blockquote>Hello</blockquote>',
    );
  });

  it('knows the usual folders by both spellings, and no others', async () => {
    const id = desk.deliver();
    const { body } = await desk.call('MoveV2', { messageId: id, folderPath: 'Deleted Items' });
    expect(await list({ folderPath: 'DeletedItems' })).toMatchObject([{ id: body.id }]);
    expect(await desk.refusal('MoveV2', { messageId: body.id, folderPath: 'Orders' })).toBe('404 ErrorItemNotFound');
  });

  it('opens any folder where they are not known beforehand', async () => {
    const open = openMailDesk({ unknownFolders: 'open' });
    const { statusCode } = await open.call('MoveV2', { messageId: open.deliver(), folderPath: 'Id::AQMk_x' });
    open.restart();
    const { body } = await open.call('GetEmailsV3', { folderPath: 'Id::AQMk_x' });
    expect([statusCode, body.value]).toEqual([200, [expect.anything()]]);
    open.close();
  });
});

it('a deleted message goes to Deleted Items, and from there for good', async () => {
  await desk.call('DeleteEmail_V2', { messageId: desk.deliver() });
  const [deleted] = await list({ folderPath: 'DeletedItems' });
  expect((await desk.call('DeleteEmail_V2', { messageId: deleted!.id })).statusCode).toBe(200);
  expect(await list({ folderPath: 'DeletedItems' })).toEqual([]);
  expect(await desk.refusal('DeleteEmail_V2', { messageId: deleted!.id })).toBe('404 ErrorItemNotFound');
});

it('flags and categories are kept and can be read through Graph', async () => {
  const id = desk.deliver();
  await desk.call('Flag_V2', { messageId: id, body: { flag: { flagStatus: 'complete' } } });
  await desk.call('AssignCategory', { messageId: id, category: 'Red' });
  await desk.call('AssignCategory', { messageId: id, category: 'Blue' });
  desk.restart();
  const Uri = `https://graph.microsoft.com/v1.0/me/messages/${encodeURIComponent(id)}?$select=flag,categories,isRead`;
  expect((await desk.call('HttpRequest', { Uri })).body).toMatchObject({
    flag: { flagStatus: 'complete' },
    categories: ['Red', 'Blue'],
    isRead: false,
  });
});

it('hands over one attachment with its content, by the id the message shows', async () => {
  const attachments = [
    { name: 'a.txt', contentType: 'text/plain', contentBytes: 'aGk=' },
    { name: 'b.png', contentType: 'image/png', contentBytes: 'AAAA' },
  ];
  const messageId = desk.deliver({ attachments });
  const { body: mail } = await desk.call('GetEmailV2', { messageId });
  const [, second] = mail.attachments as { id: string }[];
  const { body } = await desk.call('GetAttachment_V2', { messageId, attachmentId: second!.id });
  expect(body).toMatchObject({ name: 'b.png', contentType: 'image/png', contentBytes: 'AAAA', size: 3 });
  expect(await desk.refusal('GetAttachment_V2', { messageId, attachmentId: 'x' })).toBe('404 ErrorItemNotFound');
});

it('forwards with the attachments, above the message and in its conversation', async () => {
  const attachments = [{ name: 'a.txt', contentType: 'text/plain', contentBytes: 'aGk=' }];
  const message_id = desk.deliver({ attachments });
  const body = { Comment: 'Please look.', ToRecipients: 'boss@shop.example' };
  expect(await desk.call('ForwardEmail_V2', { message_id, body })).toMatchObject({ statusCode: 202, body: null });
  const [sent] = [...desk.outlook.sent()];
  expect(sent).toMatchObject({ to: 'boss@shop.example', subject: 'FW: Where is it?', attachments });
  const { body: view } = await desk.call('GetEmailV2', { messageId: sent!.id });
  expect(view.body).toBe('Please look.<hr><blockquote>Hello</blockquote>');
  expect(view.conversationId).toBe([...desk.outlook.inbox()][0]!.conversationId);
});

it('a draft can be changed and is sent once', async () => {
  const draftMessage = { To: 'ana@example.com', Subject: 'Offer', Body: '<p>1</p>' };
  const { body: draft } = await desk.call('DraftEmail', { draftMessage });
  expect(draft).toMatchObject({ Subject: 'Offer', ToRecipients: [{ EmailAddress: { Address: 'ana@example.com' } }] });
  await desk.call('UpdateDraftEmail', { messageId: draft.Id, draftMessage: { ...draftMessage, Body: '<p>2</p>' } });
  desk.restart();
  expect([...desk.outlook.sent()]).toEqual([]);
  await desk.call('SendDraftEmail', { messageId: draft.Id });
  expect([...desk.outlook.sent()]).toMatchObject([{ body: '<p>2</p>', internetMessageId: draft.InternetMessageId }]);
  expect(await desk.refusal('SendDraftEmail', { messageId: draft.Id })).toBe('404 ErrorItemNotFound');
  expect(await desk.refusal('DraftEmail', { draftMessage, draftType: 'Reply' })).toBe('400 ErrorInvalidRequest');
});

describe('a shared mailbox', () => {
  const shared = 'info@shop.example';

  it('has messages of its own, also after a restart', async () => {
    const { id } = desk.outlook.deliver({ from: 'ana@example.com', subject: 'For all', body: 'x' }, shared);
    desk.restart();
    expect(await subjects()).toEqual([]);
    expect(await subjects({ mailboxAddress: 'Info@shop.example;' })).toEqual(['For all']);
    await desk.call('ReplyToV3', { messageId: id, mailboxAddress: shared, replyParameters: { Body: 'Yes' } });
    expect([...desk.outlook.sentFrom(shared)]).toMatchObject([{ from: shared, subject: 'RE: For all' }]);
    expect([...desk.outlook.sent()]).toEqual([]);
  });

  it('keeps its threads and shows its own inbox through Graph', async () => {
    const from = 'ana@example.com';
    const first = desk.outlook.deliver({ from, subject: 'For all', body: 'x' }, shared);
    await desk.call('ReplyToV3', { messageId: first.id, mailboxAddress: shared, replyParameters: { Body: 'Yes' } });
    const [sent] = [...desk.outlook.sentFrom(shared)];
    const headers = { 'In-Reply-To': sent!.internetMessageId };
    const next = desk.outlook.deliver({ from, subject: 'RE: For all', body: 'y', headers }, shared);
    expect([sent!.conversationId, next.conversationId]).toEqual([first.conversationId, first.conversationId]);
    const Uri = `https://graph.microsoft.com/v1.0/users/${shared}/mailFolders/inbox/messages?$select=subject`;
    const { body } = await desk.call('HttpRequest', { Uri });
    expect(body['@odata.context']).toContain(`users('${encodeURIComponent(shared)}')`);
    expect(body.value).toHaveLength(2);
    expect(await desk.refusal('HttpRequest', { Uri: Uri.replace('info@', 'ceo@') })).toBe('403 ErrorAccessDenied');
  });

  it('sends under its own address', async () => {
    const emailMessage = { MailboxAddress: shared, To: 'ana@example.com', Subject: 'Hello', Body: 'x' };
    expect((await desk.call('SharedMailboxSendEmailV2', { emailMessage })).statusCode).toBe(200);
    expect([...desk.outlook.sentFrom(shared)]).toMatchObject([{ from: shared, to: 'ana@example.com' }]);
    const other = { ...emailMessage, MailboxAddress: 'ceo@shop.example' };
    expect(await desk.refusal('SharedMailboxSendEmailV2', { emailMessage: other })).toBe('403 ErrorAccessDenied');
  });
});

it('sends as another address only with the right to', async () => {
  const emailMessage = { To: 'ana@example.com', Subject: 'Hi', Body: 'x', From: 'sales@shop.example' };
  expect(await desk.refusal('SendEmailV2', { emailMessage })).toBe('403 ErrorSendAsDenied');
  const allowed = openMailDesk({ sendAs: ['Sales@shop.example'] });
  await allowed.call('SendEmailV2', { emailMessage });
  expect([...allowed.outlook.sent()]).toMatchObject([{ from: 'sales@shop.example' }]);
  await allowed.call('SendEmailV2', { emailMessage: { ...emailMessage, From: ADDRESS.toUpperCase() } });
  expect([...allowed.outlook.sent()]).toHaveLength(2);
  allowed.close();
});
