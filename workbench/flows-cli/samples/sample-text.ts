/** A moment for samples; fixed, so that the same flow gets the same samples. */
export const SAMPLE_TIME = '2026-03-02T09:00:00Z';
export const SAMPLE_GUID = '5a3b1c0d-0000-4000-8000-000000000001';

/** A text that looks like what its name promises. */
export function sampleText(name: string): string {
  const plain = name.toLowerCase();
  if (/(^|[_/])(id|guid)$|guid$|[a-z]id$/.test(plain)) return SAMPLE_GUID;
  if (/mail|upn|principalname/.test(plain)) return 'person@example.com';
  if (/(time|date|createdon|modifiedon|deadline|due)/.test(plain)) return SAMPLE_TIME;
  if (/(url|uri|link)/.test(plain)) return 'https://example.com/sample';
  return `sample ${name}`;
}
