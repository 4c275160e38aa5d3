/** Words that are names as well, and words that begin a line or a sentence without being one. */
const WORDS = `
  will price may mark grant rose grace hope faith bill rich art gene drew jack page young long short king day best good
  brown black white green gray grey small miles case cash card order store house hill wood ward love lord prince sky
  summer april june august dawn joy christian sun wright bell bush carter chase cook cross field fields fish ford fox
  frost gold green hall holiday hunter hunt land lane light little major max mason may moon more new north south east west
  pearl penny pace parker piper ray read reed rice rich rivers rock ruby rush sage sharp singer star stone street strong
  sweet swift taylor towns trip van wells winter wise worth sale sales info mail email contact office shop support help
  hello admin orders service team customer customers account accounts billing webmaster post kontakt contacto ventas
  the this that these those there here what when where which who whom why how and but for from with without about after
  again all also always any are been before being can cannot could did does done down each even ever every first get got
  had has have her him his its just last least let like made make many might most much must need never next not now off
  old once one only other our out over own part please quite really right said same see she should since some soon still
  such sure take than thank thanks their them then they thing through today told too tomorrow tonight two under until up
  upon urgent us very via want was way well went were while would wrong yes yesterday yet you your yours
  disappointed happy unhappy angry upset sorry glad sad waiting writing calling trying going looking interested unable
  able afraid aware back done fed gone home late ready sick tired stuck surprised shocked confused concerned
  regards cheers greetings sincerely respectfully dear hi hey morning afternoon evening
  parcel package tracking delivery refund return returns exchange invoice payment question issue problem complaint
  fedex ups dhl usps gls dpd hermes amazon paypal visa mastercard klarna apple google shopify
  monday tuesday wednesday thursday friday saturday sunday january february march july september october november december
  gracias saludos hola por favor pedido cliente yo el la los las de del una uno muy mal no si urgente
  merci bonjour cordialement client cliente commande tres pas le les des une
  danke gruss grusse hallo bitte kunde kundin bestellung der die das ein eine sehr nicht
  english spanish french german italian american british irish canadian european mexican
`;

/** A name or word without accents and case, letter for letter. */
export const foldedName = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const ORDINARY = new Set(WORDS.split(/\s+/).filter(Boolean).map(foldedName));

/** Whether a word is no name, or is something else as well and cannot be told to be one by itself. */
export const isOrdinaryWord = (word: string): boolean => ORDINARY.has(foldedName(word));
