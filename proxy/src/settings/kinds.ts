import { createHash } from 'node:crypto';
import { type Intent, INTENTS } from '../contract/vocabulary';
import { readBusinessHours } from '../tickets/sla/business-hours';
import { MAIL_LANGUAGES, type MailLanguage } from '../replies/mail-language';
import { isLoopbackAddress } from './loopback';

/** How the text of a setting becomes a value; each throws a message that completes "NAME …". */

export const text = (value: string): string => value;

export const wholeNumber =
  (least: number, most: number) =>
  (value: string): number => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw new Error(`must be a whole number from ${least} to ${most}`);
    }
    return number;
  };

export const share = (value: string): number => {
  const number = Number(value);
  if (!/^\d*\.?\d+$/.test(value) || number > 1) throw new Error('must be a number from 0 to 1');
  return number;
};

/** Shares by intent, such as `payment_issue=0.7,other=0.5`. */
export const sharesByIntent = (value: string): Partial<Record<Intent, number>> => {
  const shares: Partial<Record<Intent, number>> = {};
  for (const entry of value.split(',')) {
    const [name, ...numbers] = entry.split('=').map((part) => part.trim());
    const intent = INTENTS.find((one) => one === name);
    if (intent === undefined || numbers.length !== 1) {
      throw new Error(`must name intents (${INTENTS.join(', ')}), each with one = and a number`);
    }
    if (shares[intent] !== undefined) throw new Error(`names ${intent} twice`);
    try {
      shares[intent] = share(numbers[0]!);
    } catch (error) {
      throw new Error(`(${intent}) ${(error as Error).message}`);
    }
  }
  return shares;
};

/** US dollars, of which millionths count. */
export const dollars = (value: string): number => {
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(value)) throw new Error('must be an amount in US dollars such as 0.15');
  return Number(value);
};

/** A version of Azure's dated addresses. */
export const apiVersion = (value: string): string => {
  if (!/^\d{4}-\d\d-\d\d(-preview)?$/.test(value)) throw new Error('must be a date, or a date and -preview');
  return value;
};

/** A word of the service; which ones there are differs from model to model. */
export const reasoningEffort = (value: string): string => {
  if (!/^[a-z]{2,12}$/.test(value)) throw new Error('must be one word in small letters such as low');
  return value;
};

export const oneOf =
  <const V extends readonly string[]>(...values: V) =>
  (value: string): V[number] => {
    if (!values.includes(value)) throw new Error(`must be one of ${values.join(', ')}`);
    return value;
  };

/** An address with scheme and host; a closing slash is dropped. */
export const webAddress = (value: string): string => {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) {
    throw new Error('must be a whole address beginning with https:// or http://');
  }
  return value.replace(/\/+$/, '');
};

/** An address that stands in mails: https, unless it is on this machine, and nothing behind the path. */
export const publicAddress = (value: string): string => {
  const address = webAddress(value);
  const { protocol, search, hash, username } = new URL(address);
  if (search || hash || username) throw new Error('must be an address without a user, a query or a fragment');
  if (protocol !== 'https:' && !isLoopbackAddress(address)) {
    throw new Error('must begin with https:// unless it is an address of this machine');
  }
  return address;
};

/** A shop's host name, with or without `https://`. */
export const shopHost = (value: string): string => {
  const host = value.replace(/^https:\/\//, '').replace(/\/+$/, '');
  if (!/^[a-z0-9.-]+(:\d+)?$/i.test(host)) throw new Error('must be the host name of the shop');
  return host;
};

export const postgresAddress = (value: string): string => {
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value)) {
    throw new Error('must begin with postgres:// and name a server and a database');
  }
  return value;
};

export const timeZone = (value: string): string => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    throw new Error('must be an IANA time zone');
  }
  return value;
};

/** Open hours by weekday as the business-hours table holds them; kept as text. */
export const weeklyIntervals = (value: string): string => {
  try {
    readBusinessHours({ weekly_intervals: value }, 'UTC');
  } catch (error) {
    throw new Error((error as Error).message.replace(/^body\S+ /, '').replace(/\.$/, ''));
  }
  return value;
};

const LANGUAGE_PART = new RegExp(String.raw`;\s*(?=(?:${MAIL_LANGUAGES.join('|')})=)`);

/** Signatures by language, `en=Kind regards,\nTrail & Co;es=…`; a backslash and n is a new line. */
export const signatures = (value: string): Partial<Record<MailLanguage, string>> =>
  Object.fromEntries(
    value.split(LANGUAGE_PART).map((part) => {
      const [, name = '', words = ''] = /^\s*(\w+)=([^]*)$/.exec(part) ?? [];
      const language = MAIL_LANGUAGES.find((known) => known === name);
      const lines = words.split('\\n').map((line) => line.trim());
      if (language === undefined || !lines.some(Boolean)) {
        throw new Error(
          `must be a language and its lines, such as en=Kind regards; languages are ${MAIL_LANGUAGES.join(', ')}`,
        );
      }
      return [language, lines.join('\n').trim()];
    }),
  );

const SHORTEST_KEY = 20;

/**
 * Comma-separated API keys, each either the key itself or `sha256:` and the 64 hex digits of its hash.
 * @returns the SHA-256 hashes as lower-case hex; a key itself is kept nowhere
 */
export const apiKeyHashes = (value: string): string[] =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const hash = /^sha256:(.*)$/.exec(entry)?.[1];
      if (hash !== undefined) {
        if (!/^[0-9a-f]{64}$/i.test(hash)) throw new Error('holds a sha256: entry without 64 hex digits');
        return hash.toLowerCase();
      }
      if (entry.length < SHORTEST_KEY) throw new Error(`holds a key shorter than ${SHORTEST_KEY} characters`);
      return createHash('sha256').update(entry).digest('hex');
    });

const secretsOf =
  (what: string, shortest: number) =>
  (value: string): string[] => {
    const secrets = value
      .split(',')
      .map((secret) => secret.trim())
      .filter(Boolean);
    if (secrets.length === 0 || secrets.some((secret) => secret.length < shortest)) {
      throw new Error(`must be ${what} of at least ${shortest} characters each, separated by commas`);
    }
    return secrets;
  };

/** Comma-separated keys that sign; the first one is used, all are accepted. */
export const signingKeys = secretsOf('keys', 32);

/** Comma-separated secrets of a vendor's webhooks; any of them is accepted. */
export const webhookSecrets = secretsOf('secrets', 20);
