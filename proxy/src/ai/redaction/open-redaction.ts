import { withShortDigits } from '../../triage/entities/plain-characters';
import { findPersonalData } from './find-personal-data';
import { NEVER_REPEATED, PERSONAL_KINDS, type PersonalKind } from './personal-data';

/** Characters no reader sees, and those for private use: nothing may hide behind them. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Co}]/gu;
const PLACEHOLDER = new RegExp(`\\[(${PERSONAL_KINDS.join('|')}) \\d+\\]`, 'g');

export interface Redaction {
  /** The text with a numbered placeholder for everything personal. */
  redact(text: string): string;
  /**
   * Puts back what the placeholders of this redaction stand for, as it was written first. Placeholders of cards,
   * security codes, bank accounts, national ids and unknown long numbers stay, as do those never given out.
   */
  restore(text: string): string;
}

/**
 * Redacts the texts of one message, so that they may leave the service, and puts the values back into what comes
 * back. Equal values have the same placeholder in all its texts: `[e-mail 1]`, `[phone 2]`.
 * @param keep words that stay as they are: the order and parcel numbers that were found in the texts
 * @param names of people that are known beside the texts, such as the sender's
 */
export function openRedaction(keep: readonly string[], names: readonly string[] = []): Redaction {
  const placeholders = new Map<string, string>();
  const written = new Map<string, string>();
  const counts = new Map<PersonalKind, number>();

  const placeholderOf = (kind: PersonalKind, value: string, text: string): string => {
    const known = placeholders.get(`${kind} ${value}`);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const placeholder = `[${kind} ${count}]`;
    placeholders.set(`${kind} ${value}`, placeholder);
    if (!NEVER_REPEATED.has(kind)) written.set(placeholder, text);
    return placeholder;
  };

  return {
    redact(text) {
      const visible = withShortDigits(text.replace(INVISIBLE, ''));
      const parts: string[] = [];
      let from = 0;
      for (const { kind, value, start, end } of findPersonalData(visible, keep, names)) {
        parts.push(visible.slice(from, start), placeholderOf(kind, value, visible.slice(start, end)));
        from = end;
      }
      return parts.join('') + visible.slice(from);
    },
    restore: (text) => text.replace(PLACEHOLDER, (placeholder) => written.get(placeholder) ?? placeholder),
  };
}
