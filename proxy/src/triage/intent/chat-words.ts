/** What people type for short in chats, and the misspellings seen most, in folded text. */
const WORDS: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  urs: 'yours',
  r: 'are',
  wen: 'when',
  wer: 'where',
  wher: 'where',
  wheres: 'where is',
  whens: 'when is',
  wht: 'what',
  wat: 'what',
  wats: 'what is',
  whats: 'what is',
  hw: 'how',
  pls: 'please',
  plz: 'please',
  plzz: 'please',
  thx: 'thanks',
  thnx: 'thanks',
  tnx: 'thanks',
  hav: 'have',
  hv: 'have',
  gt: 'got',
  wnt: 'want',
  abt: 'about',
  bcz: 'because',
  bcoz: 'because',
  cuz: 'because',
  coz: 'because',
  ordr: 'order',
  oder: 'order',
  ordar: 'order',
  orderd: 'ordered',
  recieve: 'receive',
  recieved: 'received',
  recived: 'received',
  recvd: 'received',
  rcvd: 'received',
  delievered: 'delivered',
  deliverd: 'delivered',
  delivry: 'delivery',
  delevery: 'delivery',
  delivary: 'delivery',
  prod: 'product',
  prodct: 'product',
  qty: 'quantity',
  amt: 'amount',
  acc: 'account',
  acct: 'account',
  addr: 'address',
  adress: 'address',
  msg: 'message',
  num: 'number',
  info: 'information',
  gonna: 'going to',
  gotta: 'got to',
  wanna: 'want to',
  dnt: 'dont',
  didnot: 'did not',
  cudnt: 'couldnt',
  cant: 'cant',
  nd: 'and',
  wid: 'with',
  dis: 'this',
  dat: 'that',
  til: 'till',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  yday: 'yesterday',
  cust: 'customer',
  parcle: 'parcel',
  pacakge: 'package',
  packge: 'package',
  refnd: 'refund',
  cancle: 'cancel',
  cancell: 'cancel',
  invoce: 'invoice',
  pymt: 'payment',
  paymnt: 'payment',
};

/** Words that carry the matter: a slip of the hand in one of them is mended. */
const KEY_WORDS =
  'where order ordered orders parcel package delivery delivered tracking status refund return cancel invoice received arrived charged twice payment damaged broken missing'.split(
    ' ',
  );
/** Words of their own, in the languages of the product, that differ from a key word by one slip. */
const REAL_WORDS = new Set(['were', 'wheres', 'ordre', 'ordres', 'stats', 'tracing', 'tacking', 'chared', 'token']);

/** A letter dropped, doubled, or swapped with its neighbour; the last letter stays, the first is never dropped. */
function slipsOf(word: string): string[] {
  const places = [...word].map((_, i) => i).slice(0, -1);
  return places.flatMap((i) => [
    ...(i > 0 ? [word.slice(0, i) + word.slice(i + 1)] : []),
    word.slice(0, i + 1) + word.slice(i),
    word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2),
  ]);
}

const SLIPS = KEY_WORDS.flatMap((word) =>
  slipsOf(word)
    .filter((slip) => slip !== word && !KEY_WORDS.includes(slip) && !REAL_WORDS.has(slip))
    .map((slip) => [slip, word] as const),
);

const TABLE = new Map([...SLIPS, ...Object.entries(WORDS)]);

/** Writes short forms and frequent misspellings out, so that the rules need only one spelling. */
export const spellOut = (folded: string): string =>
  folded.replace(/[a-z]+/g, (word) => TABLE.get(word) ?? word).replace(/([a-z])\1{2,}/g, '$1$1');
