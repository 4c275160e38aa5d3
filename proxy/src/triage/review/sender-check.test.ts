import { isUnverifiedSender } from './sender-check';

test('a reply that would go elsewhere, or a failed DMARC result, makes the sender unverified', () => {
  const from_email = 'Anna <anna@example.com>';
  expect(isUnverifiedSender({ from_email })).toBe(false);
  expect(isUnverifiedSender({ from_email, reply_to: 'ANNA@example.com' })).toBe(false);
  expect(isUnverifiedSender({ from_email, reply_to: 'Anna <anna@evil.example>' })).toBe(true);
  expect(isUnverifiedSender({ from_email, reply_to: 'other@example.com' })).toBe(true);
  expect(isUnverifiedSender({ from_email, authentication_results: 'mx; spf=pass; dmarc=fail action=none' })).toBe(true);
  expect(isUnverifiedSender({ from_email, authentication_results: 'mx; spf=pass; dmarc=pass' })).toBe(false);
  expect(isUnverifiedSender({})).toBe(false);
});

test.each([
  [false, 'mx; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=example.com'],
  [false, 'mx; spf=pass smtp.mailfrom=bounce.other.example; dmarc=pass header.from=Example.COM'],
  [true, 'mx; dmarc=pass header.from=evil.example'],
  [true, 'mx; dmarc=pass header.from=example.com.evil.example'],
  [true, 'mx; dmarc=pass header.from=mail.example.com'],
  [true, 'mx; dmarc = FAIL (p=reject) header.from=example.com'],
  [true, 'mx; dmarc=pass header.from=example.com; dmarc=fail header.from=example.com'],
  [false, 'mx (dmarc=fail of a neighbour); dmarc=pass header.from=example.com'],
  [false, 'mx; spf=pass reason="dmarc=fail; dmarc=fail"; dmarc=pass header.from=example.com'],
  [false, 'mx; dkim=fail header.from=evil.example; dmarc=none'],
])('of a From at example.com, unverified %s: %s', (expected, authentication_results) =>
  expect(isUnverifiedSender({ from_email: 'anna@example.com', authentication_results })).toBe(expected),
);

test('a server that reports the domain of the policy vouches for the domains below it', () => {
  const authentication_results = 'mx; dmarc=pass header.from=example.com';
  expect(isUnverifiedSender({ from_email: 'anna@mail.example.com', authentication_results })).toBe(false);
  expect(isUnverifiedSender({ from_email: 'anna@notexample.com', authentication_results })).toBe(true);
});

test('hostile headers are read in bounded time', () => {
  for (const unit of ['(', '"', 'dmarc=', ';', 'header.from=a', '() ']) {
    expect(
      isUnverifiedSender({ from_email: 'a@b.example', authentication_results: unit.repeat(60_000) }),
    ).toBeDefined();
  }
});
