import { saysSettled } from './settled';

/** `settled`: the customer confirms that the matter is settled. */
export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'settled';

const whole = (words: string): RegExp =>
  new RegExp(String.raw`^[\s\p{P}\p{S}]*(?:(?:${words})(?!\p{L})[\s\p{P}\p{S}]*)+$`, 'iu');

const FILLERS = 'ok|okay|great|perfect|there|all|everyone|so|very|much|a lot|again|you|vale|perfecto|muy|genial|todo';
const GREETING =
  'hi|hello|hey|hiya|good morning|good afternoon|good evening|hola|buenos días|buenos dias|buenas tardes|buenas noches|buenas';
const THANKS =
  'thanks|thank you|thx|ty|cheers|much appreciated|that helps|that helped|that was helpful|gracias|muchas gracias|mil gracias';
const GOODBYE =
  "bye|goodbye|bye bye|see you|see ya|that's all|that is all|thats all|nothing else|no thanks|no thank you|no that's all|that was all|that's it|adiós|adios|hasta luego|hasta pronto|eso es todo|nada más|nada mas|no gracias|chao";

type Courtesy = Exclude<SmallTalk, 'settled'>;

const PATTERNS: [Courtesy, RegExp][] = [
  ['goodbye', new RegExp(`${whole(`${GOODBYE}|${THANKS}|${FILLERS}|no`).source}`, 'iu')],
  ['thanks', whole(`${THANKS}|${FILLERS}`)],
  ['greeting', whole(`${GREETING}|${FILLERS}`)],
];
const MUST_HOLD: Record<Courtesy, RegExp> = {
  goodbye: new RegExp(String.raw`(?<!\p{L})(?:${GOODBYE})(?!\p{L})`, 'iu'),
  thanks: new RegExp(String.raw`(?<!\p{L})(?:${THANKS})(?!\p{L})`, 'iu'),
  greeting: new RegExp(String.raw`(?<!\p{L})(?:${GREETING})(?!\p{L})`, 'iu'),
};

/** What may stand beside a confirmation without taking anything back. */
const COURTESIES = [GREETING, THANKS, GOODBYE, FILLERS].join('|');

/** A greeting, thanks, goodbye or confirmation with nothing else in it; null for everything that says more. */
export function smallTalk(text: string): SmallTalk | null {
  if (text.length > 160) return null;
  const plain = text.replace(/[’`]/g, "'");
  if (saysSettled(plain, COURTESIES)) return 'settled';
  if (text.length > 80) return null;
  return PATTERNS.find(([kind, pattern]) => MUST_HOLD[kind].test(plain) && pattern.test(plain))?.[0] ?? null;
}
