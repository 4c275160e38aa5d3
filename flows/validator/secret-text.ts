/** Texts that open something: what they are called, and how they look. */
const SECRETS: readonly [string, RegExp][] = [
  ['the signature of a shared access link', /[?&;]sig=[\w%+/=-]{16}/i],
  ['an account key', /\b(?:AccountKey|SharedAccessKey|SharedSecretValue)=[\w+/=]{16}/i],
  ['a private key', /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/],
  ['a signed token', /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,8000}\.[\w-]{8}/],
  ['a bearer token', /\bBearer\s+[\w.~+/-]{16}/i],
  ['a user name with a password', /\bBasic\s+[A-Za-z0-9+/]{12}/],
  ['a password in an address', /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"]{1,100}:[^\s:/@'"]{3,100}@/i],
  ['a password in a connection text', /\b(?:Password|Pwd)\s*=\s*(?!@\{)[^\s;&'"]{4}/i],
  ['a live key of a payment service', /\b[sr]k_(?:live|test)_\w{10}/],
  ['a token of a code host', /\b(?:gh[pousr]_\w{30}|github_pat_\w{30}|glpat-[\w-]{16})/],
  ['a token of a chat service', /\bxox[abprs]-[\w-]{10}/],
  ['an access key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['a key of a web service', /\bAIza[\w-]{30}/],
];

/** Names of members that hold secrets. */
const SECRET_NAME =
  /(?:^|[\W_])(?:password|passwd|pwd|passphrase|secret|client[-_ ]?secret|api[-_ ]?key|subscription[-_ ]?key|account[-_ ]?key|access[-_ ]?key|access[-_ ]?token|refresh[-_ ]?token|auth[-_ ]?token|bearer[-_ ]?token|private[-_ ]?key)$/i;

/** What kind of secret a text holds; never the secret itself. */
export function secretIn(text: string): string | undefined {
  // Every pattern needs one of these; most texts have none.
  if (!/[=:-]|eyJ|er |sic |[sr]k_|_|A[KSI]/.test(text)) return undefined;
  return SECRETS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** True for `clientSecret`, `X-Api-Key`, `body/password` and their like. */
export function namesSecret(name: string): boolean {
  return SECRET_NAME.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2'));
}
