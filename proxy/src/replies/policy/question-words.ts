import type { ReplyLanguage } from '../reply-language';
import { withoutSynonyms } from './synonyms';

/** Words that say nothing about the topic of a question. */
const STOP_WORDS: Record<ReplyLanguage, ReadonlySet<string>> = {
  en: new Set(
    `a an the my your our his her their this that these those it its is are was were be been am i you we they he she me us them
    do does did done can could would will shall should may might must to of in on at for from with by and or but if so as
    please hi hello hey dear thanks thank there here have has had get got just also very really any some what which how
    where when who why tell know need want like let let's about into up out im i'm id i'd ive i've dont don't kindly would
    ok okay well then than too no yes one help made make making possible able way information info assistance assist
    question tell give show explain looking trying try use using need needed something anything someone these those
    usually normally currently exactly actually still in your shop's what's where's how's who's when's which's`.split(
      /\s+/,
    ),
  ),
  es: new Set(
    `un una unos unas el la los las lo mi mis su sus tu tus este esta estos estas ese esa eso esto es son era fue ser estar
    esta estan estoy yo me nos les le se te que cual cuales como cuando donde quien por para con de del al a en y o u pero si
    hola buenas buenos dias tardes gracias favor por hay he ha han tengo tiene tienen puedo puede pueden quiero quisiera
    querria necesito saber decir muy mas ya tambien alguna algun ayuda ayudar posible informacion algo hay usan usar hacen hace ustedes vosotros vuestra vuestro nuestra doy darme mismo`.split(
      /\s+/,
    ),
  ),
};

/** A number this long names an order or a parcel, not a topic. */
const ORDER_NUMBER = /\d{4}/;

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '');

/** The word every denial becomes. */
export const NOT = 'not';

/** "I don't know how to …" asks how to; its "not" denies nothing. */
const NOT_KNOWING = /\b(?:do not|don't|dont) know\b|\bno se (?=como|cuando|donde|que|cual|si)/g;
const NEGATED = /\b(?:cannot|can't|cant)\b|n't\b|\bno (?=se\b|pued|pude|funciona)/g;

/** A crude stem: enough to make `returns`, `returned`, `returning` and `return` one word. */
function stem(word: string, language: ReplyLanguage): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  if (language === 'es') {
    return word
      .replace(/(?:ciones|cion)$/, 'c')
      .replace(/(?:amos|emos|imos|ais|eis|an|en)$/, '')
      .replace(/(?:arlo|arla|erlo|erla|irlo|irla|ando|iendo|ado|ada|ido|ida|ar|er|ir)$/, '')
      .replace(/(?:es|s)$/, '')
      .replace(/[aeo]$/, '');
  }
  return word
    .replace(/'s$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?:ing|ed)$/, '')
    .replace(/(?:ss)$/, 'ß')
    .replace(/s$/, '')
    .replace(/ß$/, 'ss')
    .replace(/e$/, '')
    .replace(/([bdglmnprt])\1$/, '$1');
}

/** The words of a question that carry its topic, as stems, without repetition. */
export function questionWords(text: string, language: ReplyLanguage): string[] {
  const plain = withoutAccents(text.toLowerCase())
    .replace(/[’`]/g, "'")
    .replace(NOT_KNOWING, ' ')
    .replace(NEGATED, ` ${NOT} `)
    .replace(/\be-mail/g, 'email');
  const words = withoutSynonyms(plain, language).match(/[\p{L}\d]+(?:'[\p{L}]+)?/gu);
  const stems = (words ?? [])
    .filter((word) => !STOP_WORDS[language].has(word) && !ORDER_NUMBER.test(word))
    .map((word) => stem(word, language));
  return [...new Set(stems)];
}

/** Greetings and courtesies around a question. */
const COURTESY =
  /(?<![\p{L}\d])(?:hi|hello|hey|dear|team|sir|madam|please|kindly|thanks?|thank you|hola|buenas|buenos dias|buenas tardes|por favor|gracias)(?![\p{L}\d])/gu;

/** A question as it is compared word for word: small letters, no accents, marks or courtesies. */
export const plainQuestion = (text: string): string =>
  withoutAccents(text.toLowerCase())
    .replace(COURTESY, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** Words of time and measure: they go with any topic and name none. */
const TIME_WORDS: Record<ReplyLanguage, ReadonlySet<string>> = {
  en: new Set(
    questionWords(
      `arrive arriving come coming take takes long late later soon fast quick quickly much many day days week weeks month months
      year years hour hours time times until after before today tomorrow yesterday now again still usually start`,
      'en',
    ),
  ),
  es: new Set(
    questionWords(
      `llega llegan llegue llegar llegara viene tarda tardan tardar tarde tiempo pronto rapido cuanto cuantos cuanta cuantas dia
      semana semanas mes meses año años hora horas hasta despues antes hoy mañana ayer ahora todavia aun`,
      'es',
    ),
  ),
};

/** The words among {@link questionWords} that name what a question is about. */
export const topicWords = (words: readonly string[], language: ReplyLanguage): string[] =>
  words.filter((word) => !TIME_WORDS[language].has(word));
