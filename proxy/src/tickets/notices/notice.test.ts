import { addressList, oneAddress } from './addresses';
import { dayText, instantText } from './instant-text';
import { noticeOf } from './notice';

const mail = {
  to: 'jane@example.com',
  subject: 'Hello',
  ticketNumber: 'TKT-000123',
  language: 'fr',
  parts: [],
} as const;

it('is made of paragraphs, tables of what is known, and links', () => {
  const { html } = noticeOf({
    ...mail,
    parts: [
      'One & two\nthree',
      {
        facts: [
          ['Title', ' A <b> '],
          ['Order', null],
          ['Agent', '  '],
        ],
      },
      { facts: [['Empty', undefined]] },
      { link: 'https://example.com/?a=1&b=2', label: 'Open "it"' },
      { link: 'javascript:alert(1)', label: 'No' },
      { link: 'https:', label: 'No' },
      { link: null, label: 'No' },
    ],
  });
  expect(html).toBe(
    [
      '<div lang="fr"><p>One &amp; two<br>three</p>',
      '<table cellpadding="4"><tr valign="top"><th align="left" scope="row">Title</th><td>A &lt;b&gt;</td></tr></table>',
      '<p><a href="https://example.com/?a=1&amp;b=2">Open &quot;it&quot;</a></p></div>',
    ].join('\n'),
  );
});

it.each([
  ['Hello', 'TKT-000123', 'Hello [TKT-000123]'],
  ['Hello [TKT-000001]\r\nBcc: x@y.z', 'TKT-000123', 'Hello Bcc: x@y.z [TKT-000123]'],
  ['Hello', 'x', 'Hello'],
  ['Hello', null, 'Hello'],
  ['x'.repeat(500), 'TKT-000123', `${'x'.repeat(200)} [TKT-000123]`],
])('the subject %j of ticket %s is one line with the ticket’s own token', (subject, ticketNumber, shown) => {
  expect(noticeOf({ ...mail, subject, ticketNumber }).subject).toBe(shown);
});

it('goes to one address, or to those an administrator listed', () => {
  expect(oneAddress(' jane@example.com ')).toBe('jane@example.com');
  const wrong = ['jane', 'a@b;c@d', 'a@b,c@d', 'Jane <a@b>', 'a@b c@d', '', null, undefined];
  expect(wrong.map(oneAddress)).toEqual(wrong.map(() => ''));
  expect(addressList('a@b.c; d@e.f,nobody')).toBe('a@b.c;d@e.f');
});

it.each([
  ['en', 'Europe/Berlin', /^Sunday,? 29 March 2026 at 03:00 (CEST|GMT\+2)$/],
  ['es', 'Europe/Madrid', /^domingo, 29 de marzo de 2026.*3:00.*(CEST|GMT\+2)$/],
  ['fr', 'Europe/Paris', /^dimanche 29 mars 2026.*03:00.*UTC\+2$/],
  ['de', 'America/New_York', /^Samstag, 28\. März 2026 um 21:00 (GMT-4|EDT)$/],
] as const)('tells instants in %s by the clocks of %s, with their zone', (language, zone, shown) => {
  expect(instantText(new Date('2026-03-29T01:00:00Z'), zone, language)).toMatch(shown);
});

it('tells days by the date of the zone', () => {
  expect(dayText(new Date('2026-03-01T23:30:00Z'), 'Europe/Berlin', 'en')).toMatch(/^Monday,? 2 March 2026$/);
  expect(dayText(new Date('2026-03-01T23:30:00Z'), 'UTC', 'en')).toMatch(/^Sunday,? 1 March 2026$/);
});
