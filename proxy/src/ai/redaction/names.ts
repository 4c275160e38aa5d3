import type { Finder, Found } from '../../triage/entities/found';
import { foldedName, isOrdinaryWord } from './ordinary-words';
import { findPersonal } from './personal-data';

/** "Maria", "López-García", "O'Hara", "McDonald" */
const TITLE =
  "\\p{Lu}['’]?(?:\\p{Lu}?\\p{Ll}[\\p{Ll}\\p{Lu}'’]{0,24}|\\p{Lu}\\p{Ll}{1,20})(?:-\\p{Lu}[\\p{Ll}'’]{1,24})?";
const SMALL = '(?:van|von|der|den|de|del|la|da|dos|di|el|bin|al|y)';
const FULL = `${TITLE}(?: (?:${SMALL} ){0,2}(?:${TITLE}|\\p{Lu}\\.)){0,3}`;
const START = "(?<![\\p{L}\\d'’])";
const END = "(?![\\p{L}\\d'’])";

/** Behind these words stands a name and nothing else, in whatever letters. */
const INTRODUCED = new RegExp(
  `${START}(?:my (?:full |first |last )?name(?: is|['’]s|:)|name ?:|customer name ?:|me llamo|mi nombre es|nombre ?:|je m['’]appelle|mon nom est|nom ?:|ich hei(?:ß|ss)e|mein name ist|meu nome [ée]|mi chiamo) ["“]?(?<secret>\\p{L}[\\p{L}'’-]{0,30}(?: \\p{L}[\\p{L}'’.-]{0,30}){0,3})`,
  'giu',
);
/** Where an introduced name ends when it is written in small letters. */
const NOT_IN_A_NAME =
  /^(?:and|i|my|but|from|with|order|y|e|et|und|je|j['’].*|ich|mi|mon|meine?|the|of|is|here|have|am|who)$/i;

/** Behind these words many things stand; only words in title case that are nothing else are a name. */
const SAID = new RegExp(
  `${START}(?:I am|I['’]m|Im|i am|i['’]m|This is|this is|[Ss]oy|[Jj]e suis|[Ii]ch bin|[Ii]t['’]s|[Hh]ier (?:ist|spricht)|[Aa]qu[íi]|[Ii]ci) (?<secret>${FULL})${END}(?! ?[#\\d])`,
  'gu',
);
const TITLED = new RegExp(
  `${START}(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sr|Sra|Srta|Don|Do[ñn]a|Herrn?|Frau|Mme|Mlle|Monsieur|Madame|Se[ñn]ora?)\\.? (?<secret>${FULL})${END}`,
  'gu',
);
const RELATED = new RegExp(
  `${START}(?:[Mm]y|[Oo]ur) (?:wife|husband|partner|daughter|son|brother|sister|mother|mum|mom|father|dad|friend|neighbou?r|boss|colleague|girlfriend|boyfriend|fianc[ée]e?|grand(?:mother|father|ma|pa|son|daughter)|aunt|uncle|cousin),? (?<secret>${FULL})${END}`,
  'gu',
);

const isNameAlone = (written: string): boolean => !isOrdinaryWord(written.split(/[ -]/)[0] ?? '');

/** Cuts an introduced name before the words that follow it. */
function introduced(text: string): Found[] {
  return findPersonal(text, INTRODUCED).flatMap(({ text: written, start }) => {
    const words = written.split(' ');
    const behind = words.findIndex(
      (word, i) => NOT_IN_A_NAME.test(word) || (i > 0 && /^\p{Lu}/u.test(words[0]!) && /^\p{Ll}{4,}$/u.test(word)),
    );
    const name = (behind < 0 ? words : words.slice(0, behind)).join(' ').replace(/[.'’-]+$/, '');
    if (name.length < 2 || /^(?:not|on|under|spelled|misspelled|wrong|in)$/i.test(words[0]!)) return [];
    return [{ value: foldedName(name), text: name, start, end: start + name.length }];
  });
}

/** Names that the text says are names. */
export const findNamesSaid: Finder = (text) => [
  ...introduced(text),
  ...[SAID, TITLED, RELATED]
    .flatMap((pattern) => findPersonal(text, pattern, isNameAlone))
    .map((found) => ({ ...found, value: foldedName(found.text) })),
];

/** A line of nothing but a name, perhaps with an office behind a sign. */
const NAME_LINE = new RegExp(`^(?<name>${FULL})(?= ?(?:[|•·–—].{0,80})?$)`, 'u');
/** Lines below a text that a signature may have. */
const LINES_BELOW = 6;

/** Names that stand as lines of their own below the text. */
export const findNamesBelow: Finder = (text) => {
  const found: Found[] = [];
  const first = text.indexOf('\n');
  let end = text.length;
  for (let i = 0; i < LINES_BELOW && end > first && first >= 0; i += 1) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end).slice(0, 160).trimEnd();
    const name = NAME_LINE.exec(line)?.groups?.name;
    if (name !== undefined && name.split(/[ -]/).some((word) => !isOrdinaryWord(word)) && isNameAlone(name)) {
      found.push({ value: foldedName(name), text: name, start, end: start + name.length });
    }
    end = start - 1;
  }
  return found;
};
