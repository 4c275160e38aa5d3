import { matches } from './matches';
import { rememberFixedTexts } from './remember';

/** Something a text commits the shop to. */
export interface Promised {
  /** `refund`: money will be given; that it was given is a claim, not a promise. */
  kind: 'refund' | 'arrival' | 'guarantee' | 'action';
  text: string;
  start: number;
  end: number;
}

const p = (source: string): RegExp => new RegExp(String.raw`(?<![\p{L}\d])(?:${source})(?![\p{L}\d])`, 'giu');
const WILL = String.raw`(?:will|shall|'ll|going to|gonna)`;

const REFUND = [
  p(
    String.raw`(?:\p{L}+)?${WILL}[^.,;!?\n]{0,50}?\b(?:refund\w*|reimburse\w*|money back|compensat\w*|credit(?:ed)?|chargeback|pay (?:you )?back|get (?:your|the|it|that|this)(?: \p{L}+){0,2} back|return (?:your|the) money)`,
  ),
  p(
    String.raw`(?:we|i|they) (?:can |could |would |are happy to |am happy to |also )?(?:refund|reimburse|compensate|credit)`,
  ),
  p(
    String.raw`entitled to|refund is (?:guaranteed|certain)|full refund|(?:issue|process|arrange|give|grant|offer|initiate|send|make)(?:ing)? (?:you )?(?:a|the|your) (?:full |partial )?(?:refund|compensation|credit|voucher|discount|replacement)`,
  ),
  p(
    String.raw`(?:you are|you're|you can) (?:getting|receiving|expect|get|owed)[^.,;!?\n]{0,30}(?:refund|money|compensation|credit)`,
  ),
  p(
    String.raw`(?:le |te |les )?(?:reembolsa|devolve|abona|compensa)(?:remos|rá|rán|ré)(?: (?:el|su) (?:dinero|importe|pago))?|(?:le|te|les) (?:reembolsamos|devolvemos|abonamos|compensamos)|vamos a (?:reembolsar|devolver|abonar|compensar)\p{L}*|(?:recibirá|tendrá|obtendrá) (?:el|su|un|una)(?: \p{L}+)? ?(?:reembolso|dinero|devolución|importe|compensación|abono)|tiene derecho a|reembolso (?:completo|íntegro|total)|será reembolsad[oa]`,
  ),
];
const GUARANTEE = p(
  String.raw`(?:we |i )?(?:guarantee|promise|assure|swear)(?:d|s)?(?: you)?|rest assured|without fail|definitely|certainly|for sure|100 ?%|no doubt|garantiz\p{L}+|promet\p{L}+|asegur(?:amos|o)|sin falta|sin duda|seguro que|(?:our|my) (?:fault|mistake)|we are (?:liable|responsible)|(?:nuestra culpa|nuestro error)|se lo compensamos`,
);
const ARRIVAL = p(
  String.raw`(?:\p{L}+)?(?:will|'ll|should|going to|expected to|due to|scheduled to|set to)(?: now| then| \p{L}+ly)? (?:arrive|be delivered|be with you|reach you|get to you|come|be there|be handed over)|arrives|llegará[n]?|debería[n]? llegar|se entregará[n]?|será[n]? entregad[oa]s?|va[n]? a llegar|recibirá (?:el|su) (?:pedido|paquete|envío)`,
);
/** What a person of the shop may be said to do: look and answer, nothing else. */
/** "We are sending you …", "I have asked the driver": what the shop does or did for this customer. */
const DEED = p(
  String.raw`(?:we|i)(?:'ve|'re|'m)?(?: (?:have|are|am|had|were|did|do|already|just|now|also|gladly|happily|currently|still|\p{L}+ly)){0,3} (?!(?:have|are|am|had|were|did|do|already|just|now|also|still)(?!\p{L}))(\p{L}+)(?: (?:out|up|on|back|down|over|in|off))? (?:you|it|them|him|her|your|this|that|these|an?|another|one|the)`,
);
/** What telling and helping takes, what is looked up as a state, and "could not match the number". */
const HARMLESS_DEEDS =
  /^(?:reali[sz]|refunded|cancelled|shipped|delivered|dispatched|underst(?:an|oo)d|glad|happy|afraid|pleased|sure|aware|see|saw|find|found|check|look|read|review|answer|repl|hope|need|know|regret|appreciat|value|thank|receiv|got|expect|estimat|has|will|shall|would|can|can'?t|could|cannot|may|not|never|want|wish|apologi|pass|match|recogni|confirm|see|tell|show|mention|think|thought|believe|ask(?= you)|suggest|recommend|is|was|sorry|hear|heard|about|if|for|with|to|and|or|that)/i;
const HARMLESS_VERBS =
  /^(?:look|read|answer|reply|respond|review|check|get back|write|see|be (?:happy|glad|able|in touch)|need|take a look|take care|help)/i;
const ACTION = p(
  String.raw`(?:we|i|you|they|it|he|she|us|our [\p{L} ]{1,20}|the [\p{L} ]{1,20}|an? [\p{L} ]{1,30})(?:'ll| will| shall| (?:are|am|is) going to)(?: (?:now|then|also|soon|not|gladly|happily|\p{L}+ly))? ((?:be |get |take )?\p{L}+(?: back| a look| care| in touch)?)`,
);
const PASSIVE = p(String.raw`will(?: \p{L}+ly)? be (\p{L}+)`);
const HARMLESS_PASSIVE = /^(?:answered|read|reviewed|looked|checked|seen|happy|glad|able)$/i;
const SPANISH_FUTURE = p(
  String.raw`(\p{L}{2,}(?:aremos|eremos|iremos|dremos|ará|erá|irá|drá|arán|erán|irán|drán|aré|eré|iré))|vamos a (\p{L}+r)|(?:va|van) a (\p{L}+r)`,
);
const HARMLESS_SPANISH =
  /^(?:respond|lee|contest|mir|revis|podr|ser[áa]|estar|har[áa]n? falta|ver[áe]|ayudar|necesit|comprob)/i;
const OFFER = p(
  String.raw`(?:we|i) (?:can|could|would like to|are happy to|offer to) (?:also |gladly |happily )?(send|replace|give|ship|waive|extend|cancel|offer|exchange|resend|change|book)`,
);
const OFFER_SPANISH = p(
  String.raw`(?:podemos|puedo|queremos) (?:enviar|reemplazar|dar|ofrecer|ampliar|cancelar|cambiar|reenviar)\p{L}*`,
);
const GIFT = p(
  String.raw`replacements?|(?:another|a new) (?:one|parcel|item|package)|(?:otro|un nuevo) (?:paquete|artículo|envío)|vouchers?|discounts?|compensation|goodwill|free gift|store credit|vales? de compra|descuentos?|compensación|cortesía`,
);

/** The promises in one sentence, refunds first; the same words count once. */
export const promisesOf = rememberFixedTexts((sentence: string): readonly Promised[] => {
  const found: Promised[] = [];
  let visible = sentence;
  const scan = (
    kind: Promised['kind'],
    pattern: RegExp,
    counts: (match: RegExpExecArray) => boolean = () => true,
  ): void => {
    for (const match of matches(pattern, visible)) {
      const start = match.index;
      const end = start + match[0].length;
      visible = visible.slice(0, start) + ' '.repeat(end - start) + visible.slice(end);
      if (counts(match)) found.push({ kind, text: match[0].trim(), start, end });
    }
  };
  REFUND.forEach((pattern) => scan('refund', pattern));
  scan('guarantee', GUARANTEE);
  scan('arrival', ARRIVAL);
  scan('action', OFFER);
  scan('action', OFFER_SPANISH);
  scan('action', GIFT);
  scan('action', ACTION, (match) => !HARMLESS_VERBS.test(match[1] ?? ''));
  scan('action', DEED, (match) => !HARMLESS_DEEDS.test(match[1] ?? '') && !/seriously|\?$/.test(sentence));
  scan('action', PASSIVE, (match) => !HARMLESS_PASSIVE.test(match[1] ?? ''));
  scan('action', SPANISH_FUTURE, (match) => !HARMLESS_SPANISH.test(match[1] ?? match[2] ?? match[3] ?? ''));
  return found;
});
