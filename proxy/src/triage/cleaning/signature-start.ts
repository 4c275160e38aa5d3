/** Signature mark (RFC 3676 §4.3), trimmed, and the rows of signs people type instead. */
const MARK = /^(?:--|—|––)$/;
const ROW = /^(?:[-_=*~–—]{2,60}|\*\*|==)$/;

const CLOSING =
  /^(?:(?:many |kind |best |warm |warmest |with kind |with best |kindest )?(?:thanks|thank you|thankyou|thx|ty|tia|regards|rgds|best|best wishes|wishes|cheers|sincerely|yours sincerely|yours faithfully|yours truly|respectfully|br|kr|cordially|greetings)(?: (?:in advance|again|and regards|and best regards|very much|and kind regards|for your (?:help|time|assistance)))?|mit freundlichen grü(?:ß|ss)en|mfg|freundliche grü(?:ß|ss)e|viele grü(?:ß|ss)e|liebe grü(?:ß|ss)e|beste grü(?:ß|ss)e|herzliche grü(?:ß|ss)e|hochachtungsvoll|lg|vg|danke(?: und gru(?:ß|ss))?|gru(?:ß|ss)|cordialement|bien cordialement|bien à vous|sincères salutations|meilleures salutations|merci(?: d'avance| beaucoup)?|salutations|saludos(?: cordiales)?|un (?:cordial )?saludo|atentamente|gracias(?: de antemano)?|cordiali saluti|distinti saluti|grazie|cumprimentos|obrigad[oa]|met vriendelijke groet|groeten|pozdrawiam)(?:[,.! ]{1,3}(?:\p{Lu}[\p{L}.'-]{0,20})?(?: \p{Lu}[\p{L}.'-]{0,20}){0,2})?[,.! ]{0,3}$/iu;

/** A line that names a matter is no part of a signature. */
const NAMES_A_MATTER =
  /[?]|\b(?:order|ord|tracking|parcel|package|refund|invoice|delivery|deliver|address|p\.?s|please|but|pedido|envío|dirección|commande|colis|adresse|livraison|bestell\w*|sendung\w*|paket|liefer\w*|anschrift)\b|#\s?\d/i;

/** Small words of sentences; names, titles, addresses and numbers have none. Case counts: `IT` is a department. */
const SENTENCE =
  /(?<![\p{L}\p{N}.@-])(?:I|I['’](?:m|ve|ll|d)|[Mm]y|me|[Ii]t|it['’]s|[Ii]s|isn['’]t|was|were|are|have|has|had|not|no|[Yy]ou|[Ww]e|[Tt]hey|he|she|will|would|can|cannot|can['’]t|don['’]t|didn['’]t|need|want|[Tt]his|[Tt]hat|[Tt]here|when|because|must|should|again|yet|still|only|ASAP|yo|mi|me|no|es|está|están|tengo|quiero|necesito|que|ya|se|je|j['’]ai|mon|ma|est|pas|vous|nous|que|il|elle|ne|ich|mein|meine|ist|nicht|habe|hat|wir|war|noch|auch|mir|bitte|dass)(?![\p{L}\p{N}@-])/u;

/** A sentence ends with its sign after a word of small letters. */
const ENDS_A_SENTENCE = /\p{Ll}{3,}[.!]$/u;

/** Ways to reach somebody, as they stand in signatures. */
const CONTACT =
  /(?:^|[\s|•·,])(?:tel|phone|ph|mob|mobile|cell|fax|direct|office|t|m|f|e|telefon|handy|tél|téléphone|teléfono|móvil|e-?mail|web|www|vat|ust-?id\w*|hrb|siret|registered (?:office|charity|in)|company (?:reg|no)\w*|reg\.? no)\b\.?\s?[:.]?\s{0,2}(?=[+(\d\w])|https?:\/\/|www\.|\S@\S+\.\S|(?:^|\s)\+\d{1,3}[\s(]/i;

const LONGEST_SIGNATURE = 9;
/** A signature under a mark is at most this long; further up a row of dashes is a divider of the text. */
const LINES_UNDER_MARK = 15;

const isClosing = (line: string): boolean => line.length <= 80 && CLOSING.test(line);

/** Whether a line can stand in a signature: short, and no sentence and no matter in it. */
const isSignatureLine = (line: string): boolean =>
  line.length <= 90 && !NAMES_A_MATTER.test(line) && !SENTENCE.test(line) && !ENDS_A_SENTENCE.test(line);

function markedSignature(lines: readonly string[]): number {
  for (let i = Math.max(0, lines.length - 2 * LINES_UNDER_MARK); i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (!ROW.test(line)) continue;
    const below = lines.slice(i + 1).filter((next) => next !== '');
    if (below.length > LINES_UNDER_MARK) continue;
    // The true mark stands above slogans too; a row of signs may also divide what the customer says.
    if (below.every(isSignatureLine)) return i;
    if (MARK.test(line) && !below.some((next) => NAMES_A_MATTER.test(next) || next.length > 300)) return i;
  }
  return lines.length;
}

function closingLine(lines: readonly string[]): number {
  let found = lines.length;
  let below = 0;
  for (let i = lines.length - 1; i >= 0 && below <= LONGEST_SIGNATURE; i -= 1) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    if (isClosing(line)) {
      found = i;
      continue;
    }
    if (!isSignatureLine(line)) break;
    below += 1;
  }
  return found;
}

/** A last paragraph of names, titles and ways to reach somebody is a signature without a mark. */
function contactBlock(lines: readonly string[]): number {
  const start = lines.lastIndexOf('') + 1;
  const block = lines.slice(start);
  const isSignature =
    start > 1 &&
    block.length <= LONGEST_SIGNATURE &&
    block.every(isSignatureLine) &&
    block.some((line) => CONTACT.test(line));
  return isSignature ? start : lines.length;
}

/** Index of the first line of the signature, or `lines.length` when there is none. @param lines trimmed */
export const signatureStart = (lines: readonly string[]): number =>
  Math.min(markedSignature(lines), closingLine(lines), contactBlock(lines));
