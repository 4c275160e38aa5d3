/** The access tokens a carrier's stand-in has given out. */
export interface IssuedTokens {
  issue(lifeSeconds: number): string;
  /** Whether an Authorization header carries a token that was issued and has not expired. */
  accepts(authorization: string | undefined): boolean;
}

export function createIssuedTokens(vendor: string, now: () => Date): IssuedTokens {
  const expiry = new Map<string, number>();
  let issued = 0;
  return {
    issue(lifeSeconds) {
      issued += 1;
      const token = `${vendor}-sandbox-token-${issued}`;
      expiry.set(token, now().getTime() + lifeSeconds * 1000);
      return token;
    },
    accepts(authorization) {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      return token !== undefined && (expiry.get(token) ?? 0) > now().getTime();
    },
  };
}
