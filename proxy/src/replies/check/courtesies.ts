/** Whole sentences that state nothing, ask nothing and offer no more than help with a question. */
const ENGLISH = [
  String.raw`(?:many )?thank(?:s| you)(?: (?:so|very) much| a lot)? for (?:your (?:message|e-mail|question|patience|understanding|time)|writing(?: to us)?|contacting us|getting in touch|reaching out|waiting|asking)`,
  String.raw`(?:we|i) appreciate your (?:patience|understanding|message)`,
  String.raw`(?:we are|we're|i am|i'm) (?:(?:very|so|truly|really) )?sorry (?:for|about) (?:the|this|your) (?:wait|inconvenience|trouble)`,
  String.raw`(?:we are|we're|i am|i'm) (?:(?:very|so|truly|really) )?sorry to (?:hear|read) (?:this|that)`,
  String.raw`(?:we|i) (?:(?:fully|completely) )?understand (?:that (?:this|waiting) is|how) (?:annoying|frustrating|unpleasant|upsetting|disappointing|worrying)(?: (?:this|waiting) (?:is|can be))?`,
  String.raw`(?:we|i) (?:(?:fully|completely) )?understand your (?:frustration|disappointment|concern|impatience)`,
  String.raw`(?:we are|we're|i am|i'm) (?:glad|happy) to help(?: you)?`,
  String.raw`(?:we|i) hope (?:that )?this helps(?: you)?`,
  String.raw`if you have (?:any )?(?:other |further |more )?questions, (?:we are|we're|i am|i'm) (?:glad|happy|here) to help`,
  String.raw`you(?: are|'re) welcome`,
  String.raw`(?:we wish you|have) a (?:nice|good|lovely|pleasant) (?:day|evening|weekend)`,
];
const SPANISH = [
  String.raw`(?:muchas )?gracias por (?:(?:su|tu) (?:mensaje|correo|pregunta|consulta|paciencia|comprensión|tiempo)|escribirnos|contactarnos|contactar con nosotros|esperar)`,
  String.raw`(?:le |te )?agradecemos (?:su|tu) (?:mensaje|paciencia|comprensión)`,
  String.raw`(?:sentimos|lamentamos)(?: mucho)? (?:la espera|las molestias|leer esto|oír esto)`,
  String.raw`disculp[ea] las molestias`,
  String.raw`(?:entendemos|comprendemos) (?:que (?:esto|esperar) es|lo) (?:molesto|frustrante|desagradable|decepcionante|preocupante)(?: que es (?:esto|esperar))?`,
  String.raw`(?:entendemos|comprendemos) (?:su|tu) (?:frustración|decepción|preocupación|impaciencia)`,
  String.raw`esperamos que esto (?:le|te) (?:ayude|sirva)`,
  String.raw`si (?:tiene|tienes) (?:más|otras) preguntas, (?:estamos|quedamos) a (?:su|tu) disposición`,
  String.raw`(?:estamos|quedamos) a (?:su|tu) disposición`,
  String.raw`(?:que (?:tenga|tengas)|(?:le|te) deseamos) un buen (?:día|fin de semana)`,
];

const whole = (sentences: readonly string[]): RegExp =>
  new RegExp(String.raw`^¡?(?:${sentences.join('|')})[.!]?$`, 'iu');

const COURTESIES: Record<string, RegExp> = { en: whole(ENGLISH), es: whole(SPANISH) };

/**
 * Whether a sentence is a thanks, a word of sympathy or a closing offer from beginning to end.
 *
 * @param sentence one sentence of a plain text
 * @param language `en` or `es`; no other has courtesies
 */
export const isCourtesy = (sentence: string, language: string): boolean =>
  COURTESIES[language]?.test(sentence) ?? false;
