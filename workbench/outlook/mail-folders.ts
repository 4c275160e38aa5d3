/** Folders every mailbox has, by the names Graph gives them; `Sent Items` is written both ways. */
const WELL_KNOWN = ['inbox', 'drafts', 'sentitems', 'deleteditems', 'archive', 'junkemail', 'outbox'] as const;

export type WellKnownFolder = (typeof WELL_KNOWN)[number];

/**
 * The key of a folder: its path in lower case, with well-known folders under their Graph name. The designer writes
 * picked folders as `Id::…`, which are folders like others; ids keep their case.
 */
export function folderKey(path: string): string {
  const trimmed = path.trim().replace(/^\/+|\/+$/g, '');
  if (/^id::/i.test(trimmed)) return trimmed.slice(4);
  const lower = trimmed.toLowerCase();
  const joined = lower.replaceAll(' ', '');
  return WELL_KNOWN.find((name) => name === joined) ?? lower;
}

export function isWellKnown(key: string): key is WellKnownFolder {
  return (WELL_KNOWN as readonly string[]).includes(key);
}
