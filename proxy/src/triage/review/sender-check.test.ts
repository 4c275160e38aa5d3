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
