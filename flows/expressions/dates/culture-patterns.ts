/** How a culture writes dates and times, in .NET's format letters. */
export interface Patterns {
  shortDate: string;
  longDate: string;
  shortTime: string;
  longTime: string;
  monthDay: string;
  yearMonth: string;
  halves: [string, string];
}

const pattern = (
  shortDate: string,
  longDate: string,
  shortTime: string,
  monthDay: string,
  yearMonth = 'MMMM yyyy',
  halves: [string, string] = ['', ''],
): Patterns => ({
  shortDate,
  longDate,
  shortTime,
  longTime: shortTime.replace('mm', 'mm:ss'),
  monthDay,
  yearMonth,
  halves,
});

const AM_PM: [string, string] = ['AM', 'PM'];
const OF = "d 'de' MMMM";
const OF_YEAR = "MMMM 'de' yyyy";

/** Source: the culture data of .NET for these languages and countries. */
export const PATTERNS: Record<string, Patterns> = {
  'en-us': pattern('M/d/yyyy', 'dddd, MMMM d, yyyy', 'h:mm tt', 'MMMM d', 'MMMM yyyy', AM_PM),
  'en-gb': pattern('dd/MM/yyyy', 'dd MMMM yyyy', 'HH:mm', 'd MMMM', 'MMMM yyyy', AM_PM),
  'en-ie': pattern('dd/MM/yyyy', 'dddd d MMMM yyyy', 'HH:mm', 'd MMMM', 'MMMM yyyy', AM_PM),
  'en-ca': pattern('yyyy-MM-dd', 'MMMM d, yyyy', 'h:mm tt', 'MMMM d', 'MMMM yyyy', AM_PM),
  'en-au': pattern('d/MM/yyyy', 'dddd, d MMMM yyyy', 'h:mm tt', 'd MMMM', 'MMMM yyyy', AM_PM),
  'en-nz': pattern('d/MM/yyyy', 'dddd, d MMMM yyyy', 'h:mm tt', 'd MMMM', 'MMMM yyyy', AM_PM),
  'en-in': pattern('dd-MM-yyyy', 'dd MMMM yyyy', 'HH:mm', 'd MMMM', 'MMMM yyyy', AM_PM),
  'en-za': pattern('yyyy/MM/dd', 'dddd, dd MMMM yyyy', 'HH:mm', 'd MMMM', 'MMMM yyyy', AM_PM),
  'es-es': pattern('dd/MM/yyyy', `dddd, ${OF} 'de' yyyy`, 'H:mm', OF, OF_YEAR),
  'es-mx': pattern('dd/MM/yyyy', `dddd, ${OF} 'de' yyyy`, 'hh:mm tt', OF, OF_YEAR, ['a. m.', 'p. m.']),
  'fr-fr': pattern('dd/MM/yyyy', 'dddd d MMMM yyyy', 'HH:mm', 'd MMMM'),
  'fr-be': pattern('dd-MM-yy', 'dddd d MMMM yyyy', 'HH:mm', 'd MMMM'),
  'fr-ca': pattern('yyyy-MM-dd', 'd MMMM yyyy', 'HH:mm', 'd MMMM'),
  'fr-ch': pattern('dd.MM.yyyy', 'dddd, d MMMM yyyy', 'HH:mm', 'd MMMM'),
  'de-de': pattern('dd.MM.yyyy', 'dddd, d. MMMM yyyy', 'HH:mm', 'd. MMMM'),
  'de-at': pattern('dd.MM.yyyy', 'dddd, d. MMMM yyyy', 'HH:mm', 'd. MMMM'),
  'de-ch': pattern('dd.MM.yyyy', 'dddd, d. MMMM yyyy', 'HH:mm', 'd. MMMM'),
  'it-it': pattern('dd/MM/yyyy', 'dddd d MMMM yyyy', 'HH:mm', 'd MMMM'),
  'nl-nl': pattern('d-M-yyyy', 'dddd d MMMM yyyy', 'HH:mm', 'd MMMM'),
  'nl-be': pattern('d/MM/yyyy', 'dddd d MMMM yyyy', 'HH:mm', 'd MMMM'),
  'pt-br': pattern('dd/MM/yyyy', `dddd, ${OF} 'de' yyyy`, 'HH:mm', OF, OF_YEAR),
  'pt-pt': pattern('dd/MM/yyyy', `${OF} 'de' yyyy`, 'HH:mm', OF, OF_YEAR),
  'da-dk': pattern('dd-MM-yyyy', 'd. MMMM yyyy', 'HH:mm', 'd. MMMM'),
  'nb-no': pattern('dd.MM.yyyy', 'dddd d. MMMM yyyy', 'HH:mm', 'd. MMMM'),
  'sv-se': pattern('yyyy-MM-dd', "'den 'd MMMM yyyy", 'HH:mm', "'den 'd MMMM"),
  'fi-fi': pattern('d.M.yyyy', 'dddd d. MMMM yyyy', 'H:mm', 'd. MMMM'),
  'is-is': pattern('d.M.yyyy', 'dddd, d. MMMM yyyy', 'HH:mm', 'd. MMMM'),
  'pl-pl': pattern('dd.MM.yyyy', 'dddd, d MMMM yyyy', 'HH:mm', 'd MMMM'),
  'cs-cz': pattern('dd.MM.yyyy', 'dddd d. MMMM yyyy', 'H:mm', 'd. MMMM'),
  'hu-hu': pattern('yyyy. MM. dd.', 'yyyy. MMMM d., dddd', 'H:mm', 'MMMM d.', 'yyyy. MMMM'),
  'ro-ro': pattern('dd.MM.yyyy', 'dddd, d MMMM yyyy', 'HH:mm', 'd MMMM'),
  'ru-ru': pattern('dd.MM.yyyy', "d MMMM yyyy 'г.'", 'H:mm', 'd MMMM'),
  'uk-ua': pattern('dd.MM.yyyy', "d MMMM yyyy' р.'", 'H:mm', 'd MMMM', "MMMM yyyy' р.'"),
  'el-gr': pattern('d/M/yyyy', 'dddd, d MMMM yyyy', 'h:mm tt', 'd MMMM', 'MMMM yyyy', ['πμ', 'μμ']),
  'tr-tr': pattern('d.MM.yyyy', 'd MMMM yyyy dddd', 'HH:mm', 'd MMMM', 'MMMM yyyy', ['ÖÖ', 'ÖS']),
  'ja-jp': pattern('yyyy/MM/dd', "yyyy'年'M'月'd'日'", 'H:mm', "M'月'd'日'", "yyyy'年'M'月'", ['午前', '午後']),
  'zh-cn': pattern('yyyy/M/d', "yyyy'年'M'月'd'日'", 'H:mm', "M'月'd'日'", "yyyy'年'M'月'", ['上午', '下午']),
  'ko-kr': pattern('yyyy-MM-dd', "yyyy'년' M'월' d'일' dddd", 'tt h:mm', "M'월' d'일'", "yyyy'년' M'월'", [
    '오전',
    '오후',
  ]),
};

/** A language without a country means its largest one. */
export const REGIONS: Record<string, string> = {
  en: 'en-us',
  es: 'es-es',
  fr: 'fr-fr',
  de: 'de-de',
  it: 'it-it',
  nl: 'nl-nl',
  pt: 'pt-br',
  da: 'da-dk',
  nb: 'nb-no',
  no: 'nb-no',
  sv: 'sv-se',
  fi: 'fi-fi',
  is: 'is-is',
  pl: 'pl-pl',
  cs: 'cs-cz',
  hu: 'hu-hu',
  ro: 'ro-ro',
  ru: 'ru-ru',
  uk: 'uk-ua',
  el: 'el-gr',
  tr: 'tr-tr',
  ja: 'ja-jp',
  zh: 'zh-cn',
  ko: 'ko-kr',
};
