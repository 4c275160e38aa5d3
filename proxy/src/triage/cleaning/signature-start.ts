/** Signature mark (RFC 3676 §4.3 and what people type instead). */
const MARK = /^(?:--|__|—|––|\*\*|==)\s?$|^[-_=]{2,24}$/;

const DEVICE =
  /^(?:sent (?:from|via|using) (?:my |the |outlook|yahoo|mail|gmail|proton).{0,80}|sent from .{0,40}(?:iphone|ipad|android|mobile|phone|device).{0,40}|get outlook for .{0,60}|envoyé (?:de|depuis|à partir de) .{0,80}|enviado (?:desde|con) .{0,80}|von meinem .{0,60} gesendet|gesendet (?:von|mit|aus) .{0,80}|diese nachricht wurde von mein.{0,80}|inviato da .{0,60}|verzonden (?:vanaf|met) .{0,60}|télécharger outlook pour .{0,60})$/i;

const CLOSING =
  /^(?:(?:many |kind |best |warm |warmest |with kind |with best |kindest )?(?:thanks|thank you|thankyou|thx|ty|tia|regards|rgds|best|best wishes|wishes|cheers|sincerely|yours sincerely|yours faithfully|yours truly|respectfully|br|kr|cordially|greetings)(?: (?:in advance|again|and regards|and best regards|very much|and kind regards|for your (?:help|time|assistance)))?|mit freundlichen grü(?:ß|ss)en|mfg|freundliche grü(?:ß|ss)e|viele grü(?:ß|ss)e|liebe grü(?:ß|ss)e|lg|vg|danke(?: und gru(?:ß|ss))?|gru(?:ß|ss)|cordialement|bien cordialement|bien à vous|merci(?: d'avance| beaucoup)?|salutations|saludos(?: cordiales)?|un saludo|atentamente|gracias(?: de antemano)?)(?:[,.! ]{1,3}(?:\p{Lu}[\p{L}.'-]{0,20})?(?: \p{Lu}[\p{L}.'-]{0,20}){0,2})?[,.! ]{0,3}$/u;
const CLOSING_ANY_CASE = new RegExp(CLOSING.source, 'iu');

/** A line that says something is no part of a signature. */
const SAYS_SOMETHING =
  /[?]|\b(?:order|ord|tracking|parcel|package|refund|invoice|p\.?s\.?|please|but|pedido|commande|bestell\w*|sendung\w*)\b|#\s?\d/i;

const LONGEST_SIGNATURE = 9;

function isClosing(line: string): boolean {
  return line.length <= 80 && CLOSING_ANY_CASE.test(line);
}

/** A signature under a mark is at most this long; further up a row of dashes is a divider of the text. */
const LINES_UNDER_MARK = 15;

function deviceLine(lines: readonly string[]): number {
  const at = lines.findIndex((line) => line.length <= 120 && DEVICE.test(line.trim()));
  return at < 0 ? lines.length : at;
}

function markedSignature(lines: readonly string[]): number {
  for (let i = Math.max(0, lines.length - 2 * LINES_UNDER_MARK); i < lines.length; i += 1) {
    if (!MARK.test(lines[i]?.trim() ?? '')) continue;
    const rest = lines.slice(i + 1).filter((next) => next.trim() !== '');
    if (rest.length <= LINES_UNDER_MARK && !rest.some((next) => next.length > 300 || next.includes('?'))) return i;
  }
  return lines.length;
}

function closingLine(lines: readonly string[]): number {
  let found = lines.length;
  let below = 0;
  for (let i = lines.length - 1; i >= 0 && below <= LONGEST_SIGNATURE; i -= 1) {
    const line = lines[i]?.trim() ?? '';
    if (line === '') continue;
    if (isClosing(line)) {
      found = i;
      continue;
    }
    if (line.length > 70 || SAYS_SOMETHING.test(line)) break;
    below += 1;
  }
  return found;
}

/** Index of the first line of the signature, or `lines.length` when there is none. */
export function signatureStart(lines: readonly string[]): number {
  return Math.min(deviceLine(lines), markedSignature(lines), closingLine(lines));
}
