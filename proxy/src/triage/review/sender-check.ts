const address = (text: string): string => {
  const angled = /<([^<>]{1,320})>/.exec(text);
  return (angled?.[1] ?? text).trim().toLowerCase();
};

/** A comment or a quoted text says nothing of the result (RFC 8601, section 2.2). */
const ASIDE = /\([^()]{0,500}\)|"[^"]{0,500}"/g;

/** True when a domain is another one or stands below it; servers report the domain whose policy was applied. */
const isAt = (domain: string, other: string): boolean => domain === other || domain.endsWith(`.${other}`);

/** True when no result of DMARC speaks against the domain of the From address. */
function isVouchedFor(results: string, domain: string): boolean {
  return results
    .replace(ASIDE, ' ')
    .toLowerCase()
    .split(';')
    .every((result) => {
      const outcome = /^\s*dmarc\s*=\s*([a-z]+)/.exec(result)?.[1];
      if (outcome === undefined) return true;
      if (/^(?:fail|permerror|temperror)$/.test(outcome)) return false;
      const judged = /\bheader\.from\s*=\s*(?:[^\s;@]*@)?([a-z0-9.-]+)/.exec(result)?.[1];
      return judged === undefined || domain === '' || isAt(domain, judged);
    });
}

/**
 * True when an answer would go elsewhere than the From address (a differing Reply-To), or when the receiving server
 * says that the sender is not who he claims to be: DMARC failed, or it was judged for another domain than that of the
 * From address (RFC 8601 `dmarc=fail`, `header.from`).
 */
export function isUnverifiedSender(message: {
  from_email?: string;
  reply_to?: string;
  authentication_results?: string;
}): boolean {
  const from = address(message.from_email ?? '');
  const domain = from.split('@').at(-1) ?? '';
  if (!isVouchedFor(message.authentication_results ?? '', domain)) return true;
  const replyTo = (message.reply_to ?? '')
    .split(',')
    .map(address)
    .filter((one) => one !== '');
  return from !== '' && replyTo.some((one) => one !== from);
}
