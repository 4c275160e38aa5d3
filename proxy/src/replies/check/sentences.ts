/** One sentence of a text with its place; `line` counts line breaks before it. */
export interface Sentence {
  text: string;
  line: number;
}

const END =
  /(?<=[.!?]["')]*)(?<!(?<!\p{L})(?:no|nr|núm|approx|aprox|st|dr|mr|mrs|ms|sr|sra|e\.g|i\.e|p\.ej|[ap]\.m|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ene|abr|ago|dic)\.)\s+(?=[\p{Lu}\d¿¡"'#(-])/iu;

/** Where a sentence turns from one parcel to the next: "…; it is …", "… and the second one …". */
const TURN =
  /;\s+|,?\s+(?:and|but|while|y|pero|mientras que)\s+(?=(?:the |el |la )?(?:first|second|third|other|primer|segund|tercer|otr)\p{L}*(?!\p{L}))/iu;

/** Splits a plain text at line breaks, sentence ends and where it turns to another parcel; abbreviations end
 * nothing. */
export function sentencesOf(text: string): Sentence[] {
  return text.split('\n').flatMap((content, line) =>
    content
      .split(END)
      .flatMap((sentence) => (sentence.endsWith('?') ? [sentence] : sentence.split(TURN)))
      .map((sentence) => ({ text: sentence.trim(), line }))
      .filter((sentence) => sentence.text !== ''),
  );
}

const OWN_ORDER =
  /(?<!\p{L})(?:your|this|that) (?:\p{L}+ )?(?:order|parcel|package|payment|refund|return|shipment|delivery|purchase|money|card|items?|case|request)(?!\p{L})|(?<!\p{L})(?:order|pedido) (?:ORD-|#|\d)|(?<!\p{L})(?:parcel|paquete) \d|(?<!\p{L})(?:sus?|este|esta) (?:pedido|paquete|pago|reembolso|envío|devolución|dinero|compra|tarjeta|solicitud)(?!\p{L})/iu;
const IT = /(?<!\p{L})(?:it|they) (?:is|was|has|have|are|were)(?!\p{L})/iu;

/**
 * Whether a sentence speaks of the customer's own order, not of a rule for everybody.
 * @param hasOrder whether there is an order "it" can mean
 */
export const speaksOfOwnOrder = (sentence: string, hasOrder: boolean): boolean =>
  OWN_ORDER.test(sentence) || (hasOrder && IT.test(sentence));

const CONTENT_WORD = /\p{L}{4,}/gu;
const IRREGULAR: Record<string, string> = { chose: 'choos', sent: 'send', kept: 'keep', bough: 'buy', began: 'begin' };
/** A word cut to five letters, so that endings do not matter. */
export function contentStem(word: string): string {
  const stem = word.toLowerCase().slice(0, 5);
  return IRREGULAR[stem] ?? stem;
}
/** The words of a text that can tell two facts apart. */
export function contentWords(text: string): Set<string> {
  return new Set((text.match(CONTENT_WORD) ?? []).map(contentStem));
}
/** All words of a text, the short ones too. */
export const allWords = (text: string): Set<string> => new Set((text.match(/\p{L}+/gu) ?? []).map(contentStem));

/** How many words two texts share. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared;
}
