/** First words and verbs of the line a mail program puts above the message it quotes, by language. */
const INTRODUCTIONS: readonly [start: RegExp, verb: RegExp][] = [
  [/^on\s/i, /\bwrote\s?:?$/i],
  [/^am\s/i, /\bschrieb\b/i],
  [/^le\s/i, /\ba écrit\s?:?$/i],
  [/^el\s/i, /\bescribió\s?:?$/i],
  [/^il\s/i, /\bha scritto\s?:?$/i],
  [/^em\s/i, /\bescreveu\s?:?$/i],
  [/^op\s/i, /\bschreef\b/i],
  [/^den\s/i, /\bskrev\b/i],
];

/** Lines that begin a forwarded or answered message. */
const DIVIDER =
  /^(?:[-_*\s]{0,30}(?:original message|forwarded message|begin forwarded message:?|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message d’origine|message transféré|mensaje original|mensaje reenviado|doorgestuurd bericht)[-_*:\s]{0,30}|#{2,}[-\s].{0,120}reply above.{0,60}|[-_=*]{0,10}\s?(?:please )?(?:type|write) your reply above this line.{0,60}|_{25,80})$/i;

const FROM = /^\W{0,3}(?:from|von|de|da|van)\W{0,3}:/i;
const MORE_HEADERS =
  /^\W{0,3}(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|date|à|objet|enviado|fecha|para|asunto|verzonden|aan|onderwerp)\W{0,3}:/i;

/** How many following lines may belong to one introduction that was wrapped. */
const WRAPPED_OVER = 3;
const LONGEST_LINE = 400;

function isIntroduction(lines: readonly string[], at: number): boolean {
  let joined = '';
  for (let i = at; i < Math.min(lines.length, at + WRAPPED_OVER); i += 1) {
    joined = `${joined} ${lines[i]?.trim() ?? ''}`.trim();
    if (joined.length > LONGEST_LINE) return false;
    const rule = INTRODUCTIONS.find(([start]) => start.test(joined));
    if (!rule) return false;
    if (rule[1].test(joined) && (joined.endsWith(':') || joined.includes('@')) && /[\d@]/.test(joined)) return true;
  }
  return false;
}

function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!FROM.test(lines[at]?.trim() ?? '')) return false;
  const next = lines.slice(at + 1, at + 6).filter((line) => MORE_HEADERS.test(line.trim()));
  return next.length >= 2;
}

/** Index of the line from which on a text is the message that was answered or forwarded; `lines.length` when none. */
export function quotedTailStart(lines: readonly string[]): number {
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]?.trim() ?? '';
    if (line.length > LONGEST_LINE || line === '') continue;
    if (DIVIDER.test(line) || isIntroduction(lines, i) || isHeaderBlock(lines, i)) return i;
  }
  return lines.length;
}
