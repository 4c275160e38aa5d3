import { matches } from './matches';

/** What a day or an amount is about, so that the day of delivery cannot stand in for the day of the order. */
export type Role =
  | 'expected'
  | 'delivered'
  | 'cancelled'
  | 'refunded'
  | 'placed'
  | 'shipped'
  | 'deadline'
  | 'event'
  | 'as_of'
  | 'charged';

type RoleWords = readonly (readonly [Role, RegExp])[];

const DAY_FACTS: RoleWords = [
  ['expected', /estimat|expect|\beta\b|due|being delivered|schedul/i],
  ['delivered', /deliver/i],
  ['cancelled', /cancel/i],
  ['refunded', /refund/i],
  ['deadline', /deadline|until|window/i],
  ['event', /event|scan/i],
  ['placed', /creat|placed|order(?:ed)?[._ ](?:on|at|date)|purchas/i],
];
const AMOUNT_FACTS: RoleWords = [
  ['refunded', /refund/i],
  ['charged', /total|charge|amount|paid|price|payment/i],
];
const DAY_WORDS: RoleWords = [
  ['as_of', /as of|updated?|last update|checked|known on|a fecha de|actualizad\p{L}+|consultad\p{L}+/giu],
  [
    'expected',
    /expect\p{L}*|estimat\p{L}*|arriv(?:es?|ing|al)(?!\p{L})|due|schedul\p{L}*|should|will|'ll|previst\p{L}+|estimad\p{L}+|llegar\p{L}*|espera\p{L}*/giu,
  ],
  ['delivered', /(?<!being )delivered|arrived|entregad\p{L}+|llegó|llegado/giu],
  ['cancelled', /cancel\p{L}+|anulad\p{L}+/giu],
  ['refunded', /refund\p{L}*|reembols\p{L}+/giu],
  [
    'shipped',
    /left (?:us|our|the warehouse)|shipped|dispatched|sent (?:out|off)|handed (?:over )?to|salió|ha salido|enviad[oa]/giu,
  ],
  ['placed', /placed|ordered|purchased|bought|realizad\p{L}+|hizo|compr\p{L}+/giu],
  ['deadline', /until|deadline|hasta|plazo|latest/giu],
  ['event', /scan\p{L}*|last seen|registr\p{L}+/giu],
];
const AMOUNT_WORDS: RoleWords = [
  ['refunded', /refund\p{L}*|reembols\p{L}+|credited|abonad\p{L}+|money back/giu],
  [
    'charged',
    /total\p{L}*|paid|charg\p{L}+|cost\p{L}*|amount\p{L}*|price|worth|value|pagad\p{L}+|importe|cobr\p{L}+|cuesta\p{L}*|precio/giu,
  ],
];

/** The role of a fact, read from its id and label. */
export function roleOfFact(kind: 'date' | 'amount', idAndLabel: string): Role | null {
  const words = kind === 'date' ? DAY_FACTS : AMOUNT_FACTS;
  return words.find(([, pattern]) => pattern.test(idAndLabel))?.[0] ?? null;
}

/** The role a sentence gives to the words at `position`: the nearest role word before them, else the first after. */
export function roleInSentence(kind: 'date' | 'amount', sentence: string, position: number): Role | null {
  let before: { role: Role; at: number } | null = null;
  let after: { role: Role; at: number } | null = null;
  for (const [role, pattern] of kind === 'date' ? DAY_WORDS : AMOUNT_WORDS) {
    for (const match of matches(pattern, sentence)) {
      const at = match.index;
      if (at < position) {
        if (!before || at > before.at) before = { role, at };
      } else if (!after || at < after.at) after = { role, at };
    }
  }
  return (before ?? after)?.role ?? null;
}
