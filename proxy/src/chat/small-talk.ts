export type SmallTalk = 'greeting' | 'thanks' | 'goodbye';

const whole = (words: string): RegExp =>
  new RegExp(String.raw`^[\s\p{P}\p{S}]*(?:(?:${words})(?!\p{L})[\s\p{P}\p{S}]*)+$`, 'iu');

const FILLERS = 'ok|okay|great|perfect|there|all|everyone|so|very|much|a lot|again|you|vale|perfecto|muy|genial|todo';
const GREETING =
  'hi|hello|hey|hiya|good morning|good afternoon|good evening|hola|buenas|buenos días|buenos dias|buenas tardes|buenas noches';
const THANKS = 'thanks|thank you|thx|ty|cheers|much appreciated|gracias|muchas gracias|mil gracias';
const GOODBYE =
  "bye|goodbye|bye bye|see you|see ya|that's all|that is all|thats all|nothing else|no thanks|no thank you|no that's all|that was all|that's it|adiós|adios|hasta luego|hasta pronto|eso es todo|nada más|nada mas|no gracias|chao";

const PATTERNS: [SmallTalk, RegExp][] = [
  ['goodbye', new RegExp(`${whole(`${GOODBYE}|${THANKS}|${FILLERS}|no`).source}`, 'iu')],
  ['thanks', whole(`${THANKS}|${FILLERS}`)],
  ['greeting', whole(`${GREETING}|${FILLERS}`)],
];
const MUST_HOLD: Record<SmallTalk, RegExp> = {
  goodbye: new RegExp(String.raw`(?<!\p{L})(?:${GOODBYE})(?!\p{L})`, 'iu'),
  thanks: new RegExp(String.raw`(?<!\p{L})(?:${THANKS})(?!\p{L})`, 'iu'),
  greeting: new RegExp(String.raw`(?<!\p{L})(?:${GREETING})(?!\p{L})`, 'iu'),
};

/** A greeting, thanks or goodbye with nothing else in it; null for everything that says more. */
export function smallTalk(text: string): SmallTalk | null {
  if (text.length > 80) return null;
  const plain = text.replace(/[’`]/g, "'");
  return PATTERNS.find(([kind, pattern]) => MUST_HOLD[kind].test(plain) && pattern.test(plain))?.[0] ?? null;
}
