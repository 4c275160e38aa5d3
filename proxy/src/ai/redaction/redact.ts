import { openRedaction } from './open-redaction';

/** Redacts one text that nothing has to be put back into; see {@link openRedaction}. */
export const redact = (text: string, keep: readonly string[]): string => openRedaction(keep).redact(text);
