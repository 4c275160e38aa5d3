import { randomBytes } from 'node:crypto';

export interface SessionKey {
  /** What `RCC_API_KEYS` is set to. */
  settings: string | undefined;
  /** The key the local platform calls the service with; none while the service is open on loopback. */
  own: string | undefined;
}

/** Where the service asks for keys, the local platform gets one of its own, good for this start only. */
export function sessionKey(configured: string | undefined): SessionKey {
  if (configured === undefined || configured.trim() === '') return { settings: configured, own: undefined };
  const own = randomBytes(24).toString('hex');
  return { settings: `${configured},${own}`, own };
}
