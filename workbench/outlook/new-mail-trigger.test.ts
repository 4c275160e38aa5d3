import type { ReceivedMail } from './mail';
import { matchesNewMail, matchesNewSharedMail, newMailOutputs } from './new-mail-trigger';

const mail: ReceivedMail = {
  id: '1',
  internetMessageId: '<1@x>',
  conversationId: 'c',
  from: 'ana@example.com',
  fromName: '',
  to: 'Support@shop.example;sales@shop.example',
  cc: 'boss@shop.example',
  replyTo: '',
  subject: 'Order 12345',
  body: 'Hi',
  isHtml: false,
  importance: 'high',
  receivedOn: '2026-03-02T09:30:15Z',
  headers: [],
  attachments: [{ name: 'a.txt', contentType: 'text/plain', contentBytes: 'aGk=' }],
};

it.each([
  [{}, true],
  [{ folderPath: 'Inbox', importance: 'Any', to: 'support@shop.example', fetchOnlyWithAttachment: false }, true],
  [{ folderPath: 'Archive' }, false],
  [{ to: 'nobody@shop.example;sales@shop.example' }, true],
  [{ to: 'boss@shop.example' }, false],
  [{ toOrCc: 'boss@shop.example' }, true],
  [{ cc: 'ana@example.com' }, false],
  [{ from: 'ANA@example.com' }, true],
  [{ importance: 'Normal' }, false],
  [{ importance: 'High' }, true],
  [{ subjectFilter: 'order' }, true],
  [{ subjectFilter: 'invoice' }, false],
])('a mail trigger with %j fires: %s', (parameters, fires) => {
  expect(matchesNewMail(parameters, mail)).toBe(fires);
});

it.each([
  [{ mailboxAddress: 'Info@shop.example;', folderId: 'Inbox', hasAttachments: true }, true],
  [{ mailboxAddress: 'info@shop.example', hasAttachments: false, importance: 'Any', subjectFilter: 'order' }, true],
  [{ mailboxAddress: 'info@shop.example', folderId: 'Archive' }, false],
  [{ mailboxAddress: 'info@shop.example', from: 'bo@example.com' }, false],
  [{ mailboxAddress: 'support@shop.example' }, false],
  [{}, false],
])('a shared mailbox trigger with %j fires: %s', (parameters, fires) => {
  const shared = { ...mail, mailbox: 'info@shop.example' };
  expect(matchesNewSharedMail(parameters, shared, 'support@shop.example')).toBe(fires);
  expect(matchesNewMail({}, shared)).toBe(false);
});

it('a shared mailbox trigger on our own address takes mail to the mailbox itself', () => {
  const parameters = { mailboxAddress: 'support@shop.example' };
  expect(matchesNewSharedMail(parameters, mail, 'Support@shop.example')).toBe(true);
  expect(
    matchesNewSharedMail({ ...parameters, hasAttachments: true }, { ...mail, attachments: [] }, 'support@shop.example'),
  ).toBe(false);
});

it('a mail trigger hands over a batch, with attachments in full only when asked for', () => {
  const batch = (includeAttachments: boolean) => newMailOutputs({ includeAttachments }, mail).body;
  expect(batch(false).value).toHaveLength(1);
  expect(batch(false)).toMatchObject({ value: [{ hasAttachments: true, attachments: [{ name: 'a.txt', size: 2 }] }] });
  expect(JSON.stringify(batch(false))).not.toContain('aGk=');
  expect(JSON.stringify(batch(true))).toContain('aGk=');
});
