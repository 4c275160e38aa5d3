import type { ReplyLanguage } from '../reply-language';

const word = (alternatives: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d])(?:${alternatives})(?![\p{L}\d])`, 'iu');

/** Words by which something is told as having happened, not asked as a rule. */
const HAPPENED: Record<ReplyLanguage, RegExp> = {
  en: word(
    String.raw`was|were|did|didn['’]?t|wasn['’]?t|weren['’]?t|(?:has|have|had|['’]ve|hasn['’]?t|haven['’]?t)(?: \p{L}+){0,2} (?:been|come|gone|\p{L}+ed)|(?:you|they|he|she|we|i|it|somebody|someone|nobody|driver|carrier|courier)(?: just| already| never)? (?:\p{L}{2,}ed|took|sent|lost|forgot|got|gave|kept|broke|paid|said|told|came)|ended`,
  ),
  es: word(
    String.raw`fue|fueron|era|estaba|(?:he|ha|han|hemos|has|habéis)(?: \p{L}+){0,2} \p{L}+(?:ado|ido|to|cho)|\p{L}{2,}(?:aron|ieron|ó)|llegué|recibí|pagué|devolví|compré|pedí|hice|olvidé`,
  ),
};

/** Whether a sentence tells of something that has happened ("you cancelled my order") and so asks for more than a rule. */
export const tellsEvent = (sentence: string, language: ReplyLanguage): boolean => HAPPENED[language].test(sentence);

const OWN = word(
  String.raw`my|mine|our|i (?:have|think|just|received|got|ordered)|i['’](?:ve|m)|mis?|mío|mía|nuestr[oa]s?|(?:he|me ha|no he|me han) \p{L}+`,
);
const ASKS =
  /[?¿]|^\W*(?:what|how|which|who|when|where|do|does|can|could|is|are|if|qué|que pasa|cómo|como|quién|cuándo|dónde|si)(?!\p{L})/iu;

/** Whether a sentence asks what is done in such a case, without being in it: "What happens when a parcel is late?". */
export const asksInGeneral = (sentence: string): boolean => ASKS.test(sentence) && !OWN.test(sentence);
