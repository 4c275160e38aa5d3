const address = (text: string): string => {
  const angled = /<([^<>]{1,320})>/.exec(text);
  return (angled?.[1] ?? text).trim().toLowerCase();
};

/**
 * True when an answer would go elsewhere than the From address (a differing Reply-To), or when the receiving server
 * says that the sender is not who he claims to be (DMARC, RFC 8601 `dmarc=fail`).
 */
export function isUnverifiedSender(message: {
  from_email?: string;
  reply_to?: string;
  authentication_results?: string;
}): boolean {
  if (/\bdmarc\s?=\s?(?:fail|permerror|temperror)\b/i.test(message.authentication_results ?? '')) return true;
  const from = address(message.from_email ?? '');
  const replyTo = (message.reply_to ?? '')
    .split(',')
    .map(address)
    .filter((one) => one !== '');
  return from !== '' && replyTo.some((one) => one !== from);
}
