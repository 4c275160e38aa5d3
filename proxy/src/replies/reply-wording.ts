import type { MailLanguage } from './mail-language';

export const REPLY_TONES = ['formal', 'friendly'] as const;
/** How customers are addressed: in Spanish `formal` says usted and `friendly` says tú. */
export type ReplyTone = (typeof REPLY_TONES)[number];

/** How the shop speaks in its mails to customers. */
export interface ReplyWording {
  tone: ReplyTone;
  /** The name of the shop, told below the usual signature. */
  shopName?: string;
  /** The last lines of a mail, by language, instead of the usual signature. */
  signatures: Readonly<Partial<Record<MailLanguage, string>>>;
}

/** The wording when nothing is set. */
export const USUAL_WORDING: ReplyWording = { tone: 'formal', signatures: {} };
