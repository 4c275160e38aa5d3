import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who may rate what, as a signed link says it; no personal data. */
export interface SurveySubject {
  ticketId: string;
  agentId?: string;
}

/** What a link is found to be: good, real but too old, or not one of ours. */
export type SurveyReading = ({ state: 'valid' } & SurveySubject) | { state: 'expired' } | { state: 'invalid' };

/** Makes and reads the links by which a customer rates a ticket without signing in. */
export interface SurveyLinks {
  /** The address of the feedback page for a ticket, good for 30 days from the given instant. */
  linkFor(subject: SurveySubject, from: Date): { url: string; expiresAt: Date };
  /** @param token the `t` of an address, as anybody may have sent it */
  read(token: string, now: Date): SurveyReading;
}

interface SurveyLinkOptions {
  /** The signing keys: the first one signs, all of them are accepted, so that keys can be changed. At least one. */
  keys: readonly string[];
  /** The service's public address without a closing slash; asked for each link, because a free port is known late. */
  baseUrl: () => string;
}

interface Payload {
  t: string;
  a?: string;
  /** Seconds since 1970 from which the link is too old. */
  e: number;
}

const GOOD_FOR_SECONDS = 30 * 24 * 60 * 60;
/** Longer than any token we make. */
const LONGEST = 2000;

/** The name in front makes a signature of these keys worthless anywhere else. */
const signature = (payload: string, key: string): string =>
  createHmac('sha256', key).update(`survey-link.1.${payload}`).digest('base64url');

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/**
 * A token is `base64url(payload).base64url(HMAC-SHA256)`. The signature is compared as text, because several texts
 * mean the same bytes in base64url, and a changed token is not one of ours.
 */
export function createSurveyLinks({ keys, baseUrl }: SurveyLinkOptions): SurveyLinks {
  const [signingKey] = keys;
  if (signingKey === undefined) throw new Error('Survey links need a signing key.');
  return {
    linkFor: ({ ticketId, agentId }, from) => {
      const expires = Math.floor(from.getTime() / 1000) + GOOD_FOR_SECONDS;
      const payload: Payload = { t: ticketId, a: agentId, e: expires };
      const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
      const url = `${baseUrl()}/feedback?t=${encoded}.${signature(encoded, signingKey)}`;
      return { url, expiresAt: new Date(expires * 1000) };
    },
    read: (token, now) => {
      const [, encoded, signed] = (token.length <= LONGEST && /^([\w-]+)\.([\w-]+)$/.exec(token)) || [];
      if (encoded === undefined || signed === undefined) return { state: 'invalid' };
      // Every key is tried, so that the time does not tell which one fits.
      const signedByUs = keys.map((key) => isSame(signed, signature(encoded, key))).includes(true);
      if (!signedByUs) return { state: 'invalid' };
      const { t, a, e } = JSON.parse(Buffer.from(encoded, 'base64url').toString()) as Payload;
      if (now.getTime() >= e * 1000) return { state: 'expired' };
      return { state: 'valid', ticketId: t, ...(a === undefined ? {} : { agentId: a }) };
    },
  };
}
