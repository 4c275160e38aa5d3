import { claimsOf } from './claims';
import { matches } from './matches';
import type { Evidence } from './evidence';
import type { Finding, Reading } from './finding';
import { isOrdinary } from './ordinary-words';
import { promisesOf } from './promises';
import { contentStem } from './sentences';

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** Courtesies of words that would be more than courtesy alone; what may follow them is not part of them. */
const COURTESIES =
  /(?<!\p{L})(?:(?:get|getting|got|come|coming|hear|be) (?:back )?(?:to|from|in touch with) (?:you|us)|(?:get|getting|be|keep|stay) in touch|reach(?:ing)? out(?: to us)?|get back to you|(?:look|looking|looked) (?:further |straight )?into (?:it|this|that|the matter)|keep an eye on|keep (?:you|us) (?:posted|updated|informed)|please make sure|to your door(?:step)?|in your hands|by the end of|(?:making|makes) its way|always (?:glad|happy|here|pleased)|(?:send|sent|sending|give|hand) (?:\p{L}+ ){0,3}back(?: to us)?|(?:may|can|might|could) (?:still )?change|subject to change|(?:just )?in case|as soon as|customer care|(?:that|esto?|que) (?:this )?(?:is settled|está resuelto|esté resuelto)|compr(?:uebe|ueba|obar) los dos|goodbye|protect your data|proteger (?:sus|tus) datos|por favor|bear with us|take (?:a|another) (?:close |closer |good )?look|feel free|at any time if|(?:have|enjoy) a (?:lovely|nice|good|great|wonderful|pleasant) (?:day|evening|weekend|week|rest of (?:the|your) day)|good (?:morning|afternoon|evening|day)|all the best|best wishes|take care[.!]?$|as far as (?:i|we) can (?:see|tell)|as things stand|at the moment|in the meantime|any further questions|for your (?:time|trust|understanding|patience)|(?:we|i) value your|bring(?:ing)? (?:this|it) to our attention|takes? it seriously|lo antes posible|en cuanto (?:podamos|sea posible|tengamos noticias)|qued(?:o|amos) a su disposición|no dude en|sin falta de nada|buen(?:a|o)s (?:días|tardes|noches)|que tenga (?:un )?buen día)(?!\p{L})/giu;

const DENIES = /(?<!\p{L})(?:not|no|never|cannot|neither|nor|without|ni|nunca|sin|tampoco)(?!\p{L})|n't(?!\p{L})/iu;
const HAS_CONDITION =
  /(?<!\p{L})(?:if|once|unless|until|when|whenever|as long as|as soon as|before|after|while|in case|si|cuando|hasta|salvo|antes|después|mientras|siempre que|en cuanto|a menos)(?!\p{L})/iu;

/** The clauses of a sentence, each with whether it says something is so or is not; of conditions nobody can tell. */
function clausesOf(sentence: string): { text: string; start: number; polarity: 'is' | 'not' | 'open' }[] {
  let start = 0;
  return sentence.split(/(?<=[,;:])\s|\s(?=(?:but|unless|until|if|once|pero|salvo|hasta|si|cuando)\s)/u).map((text) => {
    const clause = { text, start: sentence.indexOf(text, start) };
    start = clause.start + text.length;
    return { ...clause, polarity: HAS_CONDITION.test(text) ? 'open' : DENIES.test(text) ? 'not' : 'is' };
  });
}

/** How the policies speak of a word: always in what is so, always in what is not, or either way. */
function polarityOf(stem: string, policies: readonly Evidence[]): 'is' | 'not' | 'open' {
  const found = new Set<string>();
  for (const one of policies) {
    if (!one.words.has(stem)) continue;
    for (const clause of clausesOf(one.text)) {
      if ((clause.text.match(WORD) ?? []).some((word) => contentStem(word) === stem)) found.add(clause.polarity);
    }
  }
  const [only] = found;
  return found.size === 1 && (only === 'is' || only === 'not') ? only : 'open';
}

/** What may be read over: it was looked up on its own, or is a fact's own words. */
function coveredSpans(reading: Reading, looked: readonly Finding[]): { start: number; end: number }[] {
  const names = looked.map(({ start, text }) => ({ start, end: start + text.length }));
  const courtesies = matches(COURTESIES, reading.text).map((one) => ({
    start: one.index,
    end: one.index + one[0].length,
  }));
  return [
    ...reading.statements,
    ...reading.quoted,
    ...claimsOf(reading.text),
    ...promisesOf(reading.text),
    ...names,
    ...courtesies,
  ];
}

/**
 * Looks up the words themselves: a sentence may hold ordinary words, words of the facts and policies it rests on, and
 * what the other checks have looked up. Anything else may be an invention in words no pattern knows. A word that a
 * policy only denies must not be affirmed, nor the other way round.
 *
 * @param looked what the other checks found in the same sentence
 */
export function checkWording(reading: Reading, looked: readonly Finding[], names: readonly string[]): Finding[] {
  if (reading.verbatim) return [];
  const covered = coveredSpans(reading, looked);
  const policies = reading.evidence.filter((one) => one.policy);
  const source = (word: string) => reading.evidence.find((one) => one.vocabulary.has(contentStem(word)))?.fact;
  const allowed = new Set(names.flatMap((name) => name.toLowerCase().match(WORD) ?? []));
  const clauses = reading.own ? [] : clausesOf(reading.text);

  return matches(WORD, reading.text).flatMap((match): Finding[] => {
    const word = match[0].toLowerCase();
    const { index } = match;
    if (covered.some(({ start, end }) => start <= index && index < end)) return [];
    const finding: Finding = { kind: 'wording', text: match[0], start: index, support: null };
    if (isOrdinary(word) || allowed.has(word)) return [];
    const fact = source(word);
    if (!fact) return [finding];
    const said = clauses.find(({ start, text }) => start <= index && index < start + text.length)?.polarity ?? 'open';
    const told = polarityOf(contentStem(word), policies);
    return said !== 'open' && told !== 'open' && said !== told ? [finding] : [{ ...finding, support: [fact] }];
  });
}
