import fc from 'fast-check';
import { automaticSign } from './automatic-message';
import { authenticationResultsOf, messageHeaders, replyToOf } from './message-headers';

const signOf = (name: string, value: string | null, from = 'customer@example.com') =>
  automaticSign(messageHeaders([{ name, value }]), from);

it.each([
  ['Auto-Submitted', 'auto-replied'],
  ['auto-submitted', 'Auto-Generated; owner-email="a@example.com"'],
  ['Auto-Submitted', 'auto-notified (on holiday)'],
  ['Auto-Submitted', 'nothing'],
  ['Precedence', 'bulk'],
  ['precedence', 'Junk'],
  ['Precedence', 'list'],
  ['Precedence', 'auto_reply'],
  ['X-Autoreply', 'yes'],
  ['X-Autorespond', ''],
  ['X-Auto-Response-Suppress', 'All'],
  ['X-Failed-Recipients', 'nobody@example.com'],
  ['Return-Path', ' <>'],
  ['Content-Type', 'multipart/report; report-type=delivery-status;\r\n boundary="b"'],
  ['List-Id', 'News <news.example.com>'],
])('%s: %s is the sign of a machine', (name, value) => {
  expect(signOf(name, value)?.toLowerCase()).toBe(name.toLowerCase());
});

it.each(['MAILER-DAEMON@example.com', 'postmaster@example.com', ' mailer-daemon@mx.example.com'])(
  '%s is a machine',
  (from) => expect(automaticSign(messageHeaders(), from)).toBe('From'),
);

it.each([
  ['Auto-Submitted', 'no'],
  ['Auto-Submitted', 'No; because="a person wrote it"'],
  ['Auto-Submitted', 'no (typed)'],
  ['Precedence', 'first-class'],
  ['Return-Path', '<customer@example.com>'],
  ['Content-Type', 'multipart/alternative; boundary="multipart/report"'],
  ['Subject', 'List-Id: Auto-Submitted: auto-replied'],
  ['X-List-Id', 'x'],
  ['References', null],
])('%s: %s is not', (name, value) => expect(signOf(name, value)).toBeUndefined());

it('is seen among any other lines, and in none of them', () => {
  const line = fc.record({ name: fc.constantFrom('Subject', 'To', 'Received', 'X-Mailer'), value: fc.string() });
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (before, after) => {
      expect(automaticSign(messageHeaders([...before, ...after]), 'a@example.com')).toBeUndefined();
      const lines = [...before, { name: 'Precedence', value: 'bulk' }, ...after];
      expect(automaticSign(messageHeaders(lines), 'a@example.com')).toBe('Precedence');
    }),
  );
});

it('the addresses of Reply-To are read without their names', () => {
  const replyTo = (...values: string[]) =>
    replyToOf(messageHeaders(values.map((value) => ({ name: 'reply-to', value }))));
  expect(replyTo('"Doe, Jane" <jane@example.com>')).toBe('jane@example.com');
  expect(replyTo('a@example.com,\r\n B <b@example.com>', 'c@example.com')).toBe(
    'a@example.com, b@example.com, c@example.com',
  );
  expect(replyTo('nobody')).toBeUndefined();
  expect(replyTo()).toBeUndefined();
});

it('of several results of authentication the receiving server’s own counts, which is on top', () => {
  const lines = [
    { name: 'Received', value: 'x' },
    { name: 'Authentication-Results', value: 'mx.example.com; dmarc=fail' },
    { name: 'Authentication-Results', value: 'forged.example.org; dmarc=pass' },
    { name: 'ARC-Authentication-Results', value: 'i=1; dmarc=pass' },
  ];
  expect(authenticationResultsOf(messageHeaders(lines))).toBe('mx.example.com; dmarc=fail');
});
