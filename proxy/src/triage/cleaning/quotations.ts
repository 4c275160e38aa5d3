import { headerBlockAt } from './mail-headers';

const QUOTED_LINE = /^(?:>|\|\s)/;

/** Day and month follow the first word of an introduction closely. */
const since = (word: string) => new RegExp(`^${word}\\s.{0,22}\\d`, 'i');

/** First words and verbs of the line a mail program puts above the message it quotes, by language. */
const INTRODUCTIONS: readonly [start: RegExp, verb: RegExp][] = [
  [since('on'), /\bwrote\s?:?$/i],
  [since('am'), /\bschrieb\b/i],
  [since('le'), /\ba écrit\s?:?$/i],
  [since('el'), /\bescribió\s?:?$/i],
  [since('il'), /\bha scritto\s?:?$/i],
  [since('em'), /\bescreveu\s?:?$/i],
  [since('op'), /\bschreef\b/i],
  [since('den'), /\bskrev\b/i],
  [since('w dniu'), /\bnapisał(?:\(a\)|a)?\s?:?$/i],
];

/** The sender first: `Shop <a@b.c> wrote on 3/4/2025 10:15:`; an old form of Gmail: `2025-03-04 10:15 Shop <a@b.c>:`. */
const SENDER_FIRST =
  /^(?:\S.{0,80}[<(]\S{1,80}@\S{1,80}[>)].{0,4}\b(?:wrote|schrieb|a écrit|escribió)(?: (?:on|am|le|el) .{6,40})?|\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}.{0,80}<\S{1,80}@\S{1,80}>)\s?:$/i;

/** Proof that a line was written by a mail program: an address or a time of day. */
const BY_MACHINE = /@|\d{1,2}[:h]\d{2}/;

const TITLES =
  "original message|original-?nachricht|originalnachricht|ursprüngliche nachricht|message (?:d['’]origine|original)|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|(?:begin )?forwarded (?:message|mail)|weitergeleitete (?:nachricht|mail)|anfang der weitergeleiteten nachricht|message (?:transféré|réexpédié)|début du message (?:transféré|réexpédié)|mensaje reenviado|inicio del mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht";
const REPLY_ABOVE =
  '(?:please )?(?:type|write|enter) (?:your )?reply above this line|reply above this line|bitte (?:antworten sie )?oberhalb dieser zeile(?: antworten)?|répondez au-dessus de cette ligne|(?:escriba|responda) (?:su respuesta )?(?:por encima|encima) de esta línea';

/** Lines that begin a forwarded or answered message. */
const DIVIDER = new RegExp(
  `^[-_*=#\\s]{0,40}(?:(?:${TITLES})|(?:${REPLY_ABOVE})[^\\n]{0,60}?)\\s?:?[-_*=#\\s]{0,40}$`,
  'i',
);

/** How many following lines may belong to one introduction that was wrapped. */
const WRAPPED_OVER = 3;
const LONGEST_LINE = 400;

/** How many lines the introduction takes that begins here; 0 when none does. */
function introductionAt(lines: readonly string[], at: number): number {
  if (SENDER_FIRST.test(lines[at] ?? '')) return 1;
  const rules = INTRODUCTIONS.filter(([start]) => start.test(lines[at] ?? ''));
  let joined = '';
  for (let i = at; rules.length > 0 && i < Math.min(lines.length, at + WRAPPED_OVER); i += 1) {
    const line = lines[i] ?? '';
    joined = `${joined} ${line}`.trim();
    const isOwn = line === '' || QUOTED_LINE.test(line) || joined.length > LONGEST_LINE;
    if (isOwn || (i > at && INTRODUCTIONS.some(([start]) => start.test(line)))) return 0;
    if (BY_MACHINE.test(joined) && rules.some(([, verb]) => verb.test(joined))) return i - at + 1;
  }
  return 0;
}

/** How many lines at this place stand above a message that was answered or forwarded; 0 when it does not begin here. */
function openingAt(lines: readonly string[], at: number): number {
  const line = lines[at] ?? '';
  if (line === '' || line.length > LONGEST_LINE) return 0;
  if (!DIVIDER.test(line)) return introductionAt(lines, at) || (headerBlockAt(lines, at)?.length ?? 0);
  let after = at + 1;
  while (after < lines.length && lines[after] === '') after += 1;
  return after - at + (headerBlockAt(lines, after, true)?.length ?? 0);
}

/** A long quoted line that was wrapped in transit leaves its last words on a line of their own, without a mark. */
const isWrappedRest = (before: string, line: string, after: string): boolean =>
  QUOTED_LINE.test(before) &&
  QUOTED_LINE.test(after) &&
  before.length >= 60 &&
  !/[.!?:;]$/.test(before) &&
  /^\p{Ll}/u.test(line);

/**
 * Leaves the lines that are not quoted. Below a marked quotation the writer may go on; below one without marks nobody can
 * tell, and everything from there on is the other message – unless nothing stands above it, then it is the message.
 * @param lines trimmed
 */
export function withoutQuotations(lines: readonly string[]): string[] {
  const own: string[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (QUOTED_LINE.test(line) || isWrappedRest(lines[i - 1] ?? '', line, lines[i + 1] ?? '')) continue;
    const opening = openingAt(lines, i);
    if (opening === 0) {
      own.push(line);
      continue;
    }
    const next = lines.slice(i + opening).find((after) => after !== '') ?? '';
    if (!QUOTED_LINE.test(next) && own.some((above) => above !== '')) break;
    i += opening - 1;
  }
  return own;
}
