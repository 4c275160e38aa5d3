import { foldText } from '../fold-text';

/** Letters of other scripts that look like Latin ones (the common part of Unicode's confusables.txt), after folding. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ї: 'i', ј: 'j', ѕ: 's', ԁ: 'd', һ: 'h', ԛ: 'q' },
  ...{ в: 'b', к: 'k', м: 'm', н: 'h', т: 't', г: 'r', п: 'n', ѵ: 'v', ԝ: 'w', ӏ: 'l', ь: 'b', л: 'n' },
  ...{ α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', η: 'n', γ: 'y', ω: 'w' },
  ...{ ı: 'i', ɡ: 'g', ɑ: 'a', ɩ: 'i', ʀ: 'r', ɴ: 'n', ʟ: 'l', ᴏ: 'o', ᴛ: 't', ꜱ: 's', ᴇ: 'e', ᴀ: 'a', ɪ: 'i', ᴜ: 'u' },
};
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'gu');

/** Digits and signs that stand for letters, inside words that have letters too. */
const LEET: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '@': 'a', $: 's', '!': 'i', '|': 'l' },
};
const LEET_WORD = /(?<![\p{L}\p{N}@$!|.-])(?=[\d@$!|]{0,12}\p{L})[\p{L}\d@$!|]{2,30}(?![\p{L}\p{N}])/gu;

/** Words of orders that are also read with their inner letters in a mess ("ignroe prevoius"). */
const ORDER_WORDS = `ignore disregard forget bypass override previous instruction instructions prompt system reveal
  guidelines rules restrictions reglas instrucciones consignes anweisungen`.split(/\s+/);

/** First and last letter stay, the letters between them in the order of the alphabet. */
const letterKey = (word: string): string =>
  `${word.charAt(0)}${[...word.slice(1, -1)].sort().join('')}${word.slice(-1)}`;
/** Told at a glance, so that few words have their letters sorted. */
const outline = (word: string): string => `${word.charAt(0)}${word.length}${word.slice(-1)}`;

const BY_LETTERS = new Map(ORDER_WORDS.map((word) => [letterKey(word), word]));
const OUTLINES = new Set(ORDER_WORDS.map(outline));

const unscrambled = (word: string): string =>
  OUTLINES.has(outline(word)) ? (BY_LETTERS.get(letterKey(word)) ?? word) : word;

/** Single letters with one sign between them, at least eight in a row. */
const SPACED_OUT = /(?<![a-z0-9])[a-z](?:[ .\-_*+~/,'|][a-z]){7,}(?![a-z0-9])/g;

/** In letters without blanks only words of this kind say enough. */
const SQUEEZED =
  /(?:ignore|disregard|forget|override|bypass)[a-z]{0,40}(?:instruction|rules|prompt|guideline)|systemprompt|jailbreak|developermode|youarenow(?:an?|the)?(?:ai|dan|admin|bot)|revealyour|(?:show|print)[a-z]{0,6}your(?:prompt|instruction)|(?:note|message)to(?:the)?(?:ai|bot|assistant|machine)|ignora[a-z]{0,30}(?:instrucciones|reglas)|oublie[a-z]{0,30}(?:consignes|instructions)|(?:ignoriere|vergiss)[a-z]{0,30}(?:anweisungen|regeln)/;

/** The same words written backwards, as right-to-left marks would show them. */
const BACKWARDS = /snoitcurtsni|tpmorp (?:metsys|ruoy)|selur (?:lla|ruoy|eht)|erongi\b/;

const BASE64 = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{20,4000}={0,2}(?![A-Za-z0-9+/=_-])/g;
const HEXADECIMAL = /(?<![0-9a-z])(?:(?:0x|\\x)?[0-9a-f]{2}[ :,]?){16,1000}(?![0-9a-z])/gi;
const PERCENT = /(?:[\w.+-]{0,20}%[0-9a-f]{2}){6,400}[\w.+-]{0,20}/gi;
const MOST_ENCODED = 12;

/** Tag characters copy ASCII invisibly (Unicode block U+E0000 to U+E007F). */
const TAG_CHARACTER = /[\u{E0020}-\u{E007E}]/gu;

const fromTagCharacters = (text: string): string =>
  (text.match(TAG_CHARACTER) ?? []).map((tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000)).join('');

/** Decoded bytes count when they are text: at least nine tenths letters and blanks. */
function asText(bytes: Buffer): string[] {
  const text = bytes.toString('utf8');
  const plain = text.match(/[\p{L}\s]/gu)?.length ?? 0;
  return text.length >= 12 && plain >= text.length * 0.8 && !text.includes('\uFFFD') ? [text] : [];
}

function percentDecoded(text: string): string[] {
  try {
    return [decodeURIComponent(text.replace(/\+/g, ' '))];
  } catch {
    return [];
  }
}

/** What is written in Base64, hexadecimal or percent signs, or in invisible tag characters. */
export function decoded(text: string): string[] {
  const some = (pattern: RegExp) => (text.match(pattern) ?? []).slice(0, MOST_ENCODED);
  return [
    ...some(BASE64).flatMap((found) => asText(Buffer.from(found, 'base64'))),
    ...some(HEXADECIMAL).flatMap((found) => asText(Buffer.from(found.replace(/0x|\\x|[ :,]/gi, ''), 'hex'))),
    ...some(PERCENT).flatMap(percentDecoded),
    fromTagCharacters(text),
  ].filter((found) => found !== '');
}

/** A text folded, look-alike and scrambled letters put right, blanks narrowed; line ends stay. */
export const plainReading = (text: string): string =>
  foldText(text)
    .replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?<![a-z])[idfbopsrgca][a-z]{4,14}(?![a-z])/g, unscrambled);

/** A plain reading with digits and signs read as the letters they stand for, or null when there are none. */
export function leetReading(reading: string): string | null {
  const read = reading.replace(LEET_WORD, (word) => word.replace(/[\d@$!|]/g, (sign) => LEET[sign] ?? sign));
  return read === reading ? null : read;
}

/** Whether words are spaced out or written backwards to say what they may not say plainly. */
export const isScrambledOrder = (reading: string): boolean =>
  BACKWARDS.test(reading) || (reading.match(SPACED_OUT) ?? []).some((run) => SQUEEZED.test(run.replace(/[^a-z]/g, '')));
