import type { ReplyLanguage } from '../reply-language';

/** ISO 3166-1 codes of countries and territories; their English and Spanish names come from the runtime's CLDR data. */
const CODES =
  `AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI
CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP
GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH
PK PL PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV
TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WS XK YE YT ZA ZM ZW`.split(/\s+/);

/** Member states: a section that says "European Union" names them too. */
const EU = `AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE`.split(' ');
const EU_NAME = /(?<!\p{L})(?:European Union|EU|Unión Europea|UE)(?!\p{L})/u;

/** Other usual names, in lower case and without accents. */
const ALSO: Record<string, string> = {
  US: 'usa|u.s.a.|u.s.a|u.s.|u.s|the us|united states of america|the states|america|estados unidos de america|ee.uu.|ee. uu.|ee.uu|ee uu|eeuu|eua',
  GB: 'uk|u.k.|u.k|great britain|britain|england|scotland|wales|northern ireland|gran bretana|inglaterra|escocia|gales|irlanda del norte',
  AE: 'uae|u.a.e.|eau|emirates|dubai',
  CZ: 'czech republic|republica checa|czechia',
  NL: 'holland|holanda|the netherlands',
  TR: 'turkey|turquia',
  KR: 'korea|corea',
  CI: 'ivory coast|costa de marfil',
  CD: 'congo|dr congo',
  MM: 'burma|birmania',
  MK: 'macedonia',
  HK: 'hong kong',
  MO: 'macau|macao',
  SZ: 'swaziland|suazilandia',
  CV: 'cape verde',
  SA: 'arabia saudi|arabia saudita',
  BY: 'bielorrusia',
  PS: 'palestine|palestina',
};

/** These names are everyday words in small letters: the pronoun, "they will go", a jumper, a meeting. */
const ONLY_CAPITAL = /(?<![\p{L}.])(?:US|Iran|Jersey|Reunion)(?!\p{L})/gu;
const CAPITAL_CODES: Record<string, string> = { US: 'US', Iran: 'IR', Jersey: 'JE', Reunion: 'RE' };

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '');
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const NAMES = new Map<string, string>();
for (const locale of ['en', 'es']) {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  for (const code of CODES) {
    const name = withoutAccents(names.of(code) ?? code).toLowerCase();
    NAMES.set(name.replace(/\s*\(.*\)/, ''), code);
  }
}
for (const [code, names] of Object.entries(ALSO)) for (const name of names.split('|')) NAMES.set(name, code);
for (const name of Object.keys(CAPITAL_CODES)) NAMES.delete(name.toLowerCase());

/** The longest name first, so that "Northern Ireland" is not Ireland. */
const ANY_NAME = new RegExp(
  String.raw`(?<![\p{L}.@])(?:${[...NAMES.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?!\p{L})`,
  'giu',
);

/** The countries a text names, as ISO 3166-1 codes. */
export function countriesIn(text: string): Set<string> {
  const plain = withoutAccents(text);
  const found = new Set<string>();
  for (const [name] of plain.matchAll(ANY_NAME)) found.add(NAMES.get(name.toLowerCase()) ?? name);
  for (const [name] of plain.matchAll(ONLY_CAPITAL)) found.add(CAPITAL_CODES[name] ?? name);
  return found;
}

/** True when a policy text says something about this country, by its name or as a member of the European Union. */
export function namesCountry(policyText: string, code: string): boolean {
  return countriesIn(policyText).has(code) || (EU.includes(code) && EU_NAME.test(policyText));
}

/** The word that stands for the name of any country. */
export const ANY_COUNTRY: Record<ReplyLanguage, string> = { en: 'country', es: 'país' };

/** Every country's name replaced by the word for a country, so that one known question stands for all of them. */
export function withoutCountryNames(text: string, language: ReplyLanguage): string {
  const word = ANY_COUNTRY[language];
  return withoutAccents(text).replace(ANY_NAME, word).replace(ONLY_CAPITAL, word);
}
