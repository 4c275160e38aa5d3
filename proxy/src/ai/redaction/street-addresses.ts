import type { Finder } from '../../triage/entities/found';
import { findPostcodes } from '../../triage/entities/postcodes';
import { findPersonal } from './personal-data';

/** A word of a name: "Main", "O'Hara", "St.", and the small words inside names. */
const NAME = "\\p{Lu}[\\p{L}'.-]{0,25}";
const UNIT = '(?:,? (?:apt|apartment|flat|unit|suite|ste|floor|room|#)\\.? ?#?\\d{0,5}[a-z]?(?!\\p{L}))?';
/** "12 Main Street", "221b Baker St." */
const ENGLISH = new RegExp(
  `(?<![\\p{L}\\d])\\d{1,5} ?[a-zA-Z]?,? (?:[NSEW]\\.? )?(?:(?:${NAME}|\\d{1,3}(?:st|nd|rd|th)) ){1,3}(?:[Ss]treet|ST|[Ss]t|[Rr]oad|RD|[Rr]d|[Aa]venue|AVE|[Aa]ve?|[Ll]ane|LN|[Ll]n|[Dd]rive|DR|[Dd]r|[Bb]oulevard|[Bb]lvd|[Cc]ourt|[Cc]t|[Cc]lose|[Ww]ay|[Pp]lace|[Pp]l|[Ss]quare|[Ss]q|[Tt]errace|[Cc]rescent|[Gg]ardens|[Gg]rove|[Hh]ighway|[Pp]arkway|[Hh]ill|[Mm]ews|[Rr]ow)(?![\\p{L}])\\.?${UNIT}`,
  'gu',
);
/** In small letters, as in chats: "12 main street". */
const ENGLISH_SMALL = new RegExp(
  `(?<![\\p{L}\\d])\\d{1,5}[a-z]?,? (?:(?!(?:a|the|of|in|on|down|up|to|from|and|or|at|by|is|are|was|days?|weeks?|hours?|minutes?|items?|people|times?|eur|usd|euros?|dollars?|pounds?)(?!\\p{L}))[\\p{L}'.-]{2,25} ){1,3}(?:street|road|avenue|lane|boulevard|blvd|terrace|crescent)(?![\\p{L}])${UNIT}`,
  'giu',
);
const POST_BOX =
  /(?<![\p{L}\d])(?:p\.? ?o\.? ?box|apartado(?: de correos)?|bo[îi]te postale|b\.?p\.?|postfach) \d{1,7}(?!\d)/giu;
/** "calle de Alcalá, n.º 5, 3º B", "Avda. Diagonal 640" */
const SPANISH = new RegExp(
  `(?<![\\p{L}\\d])(?:calle|c\\/|c\\.|avenida|avda?\\.?|plaza|pza\\.?|paseo|camino|carretera|ronda|traves[íi]a|urbanizaci[óo]n) ?(?:(?:de|del|la|las|los|el|y|[\\p{L}][\\p{L}'.-]{1,25}) ){0,4}[\\p{L}][\\p{L}'.-]{1,25}(?:,? ?(?:n\\.?[°º]?|n[úu]m(?:ero)?\\.?)?) ?\\d{1,4} ?[a-zA-Z]?(?![\\p{L}\\d])(?:,? ?\\d{1,2}[°ºª] ?[a-zA-Z]?(?!\\p{L}))?`,
  'giu',
);
/** "12 bis, rue de la Paix", "5 av. Foch" */
const FRENCH = new RegExp(
  `(?<![\\p{L}\\d])\\d{1,4}(?: ?(?:bis|ter|quater|[a-d]))?,? (?:rue|avenue|av\\.|boulevard|bd|blvd|place|chemin|all[ée]e|impasse|quai|cours|route|square|passage)(?!\\p{L}) ?(?:(?:de|du|des|la|le|les|d'|l'|${NAME})[ '-]?){0,5}${NAME}`,
  'gu',
);
/** "Hauptstraße 5a", "Lange Str. 12", "Am Markt 3" */
const GERMAN = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${NAME} )?(?:\\p{Lu}\\p{L}{1,30}(?:stra(?:ß|ss)e|str\\.?|weg|platz|allee|gasse|ring|damm|ufer|chaussee|berg|hof)|(?:${NAME}[- ]){1,3}(?:Stra(?:ß|ss)e|Str\\.?|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer|Chaussee))|(?:Am|An der|Im|In der|Auf dem|Zum|Zur|Unter den) ${NAME}) ?\\d{1,4} ?[a-z]?(?![\\p{L}\\d])`,
  'gu',
);
const GERMAN_SMALL = /(?<![\p{L}\d])\p{L}{3,30}(?:stra(?:ß|ss)e|str\.?) ?\d{1,4} ?[a-z]?(?![\p{L}\d])/giu;

/** "Flat 3, Rose House, Oxford", "house no. 12", "5 The Green" */
const HOUSES = [
  new RegExp(
    `(?<![\\p{L}\\d])(?:[Ff]lat|FLAT|[Aa]partment|[Aa]pt\\.?) ?#?\\d{1,5} ?[a-zA-Z]?(?![\\p{L}\\d])(?:,? (?:${NAME} ){1,3}(?:House|Court|Lodge|Manor|Mansions|Tower|Towers|Building|Heights|Point))?(?:, ${NAME})?(?=[,.;\\n]|$| (?:in|at|on|of) )`,
    'gu',
  ),
  new RegExp(`(?<![\\p{L}\\d])(?:${NAME} ){1,2}(?:House|Cottage|Lodge|Manor|Mansions|Towers?|Building), ${NAME}`, 'gu'),
  /(?<![\p{L}\d])(?:house|haus|hausnummer|casa|piso|wohnung)(?: (?:number|no\.?|nr\.?|n[.°º]{1,2}|num\.?))? \d{1,4}[a-z]?(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])\d{1,4}[a-z]? The (?:Green|Close|Avenue|Mews|Square|Drive|Street|Crescent|Lane|Grove|Hill|Ridge|Paddock|Orchard|Meadows?|Maltings)(?!\p{L})/gu,
];
/** "Rua das Flores 12", "Via Roma 5", "ul. Długa 5 m. 3" */
const OTHER_LANGUAGES = new RegExp(
  `(?<![\\p{L}\\d])(?:[Rr]ua|[Tt]ravessa|[Ll]argo|[Pp]raça|Via|[Vv]iale|[Cc]orso|[Pp]iazza|[Uu]l\\.|[Uu]lica)(?! (?:DHL|UPS|FedEx|Fedex|GLS|DPD)) ?(?:(?:da|das|do|dos|de|del|della|dei|delle) )?(?:${NAME} ){0,2}${NAME},? ?\\d{1,4}(?:,? m\\. ?\\d{1,4}| ?[a-zA-Z])?(?![\\p{L}\\d])`,
  'gu',
);

/** The postcode and the place alone on a line, or behind a comma: "10115 Berlin", "Madrid 28013", "Austin, TX 78701". */
const PLACE_LINES = [
  new RegExp(
    `(?<=(?:^|\\n|, ?|\\uE000 ?,? ?) ?(?:[A-Z]{1,2}-)?)\\d{4,5} ${NAME}(?:[ -]${NAME}){0,3}(?= ?(?:$|\\n|,|\\.(?:$|\\s)))`,
    'gu',
  ),
  new RegExp(`(?<=^|\\n|, ?)${NAME}(?: ${NAME}){0,2},? ?\\(?\\d{5}\\)?(?= ?(?:$|\\n|,))`, 'gu'),
  new RegExp(`(?<![\\p{L}])(?:${NAME} ){0,2}${NAME},? [A-Z]{2},? \\d{5}(?:-\\d{4})?(?![\\p{L}\\d])`, 'gu'),
  /(?<![\p{L}\d])(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d[\dA-Z]?|\d[A-Z]) ?\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d(?![\p{L}\d])/giu,
  new RegExp(`(?<![\\d-])\\d{4}-\\d{3} ${NAME}`, 'gu'),
  /(?<![\p{L}\d])[1-9]\d{3} ?[A-Z]{2}(?= \p{Lu}\p{L}+(?:\n|$|,))/gu,
];

/** Street addresses in English, Spanish, French and German, post boxes, and postcodes with their place. */
export const findStreetAddresses: Finder = (text) => [
  ...[ENGLISH, ENGLISH_SMALL, POST_BOX, SPANISH, FRENCH, GERMAN, GERMAN_SMALL, ...HOUSES, OTHER_LANGUAGES].flatMap(
    (pattern) => findPersonal(text, pattern),
  ),
];

/** Postcodes that are announced as such, that stand with their place, or whose form says it. */
export const findPlaces: Finder = (text) => [
  ...findPostcodes(text),
  ...PLACE_LINES.flatMap((pattern) => findPersonal(text, pattern)),
];
