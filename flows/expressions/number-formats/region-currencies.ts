/** ISO 4217 currencies and the ISO 3166 regions that pay with them. */
const REGIONS = `
USD US PR EC SV GU AS PW|EUR AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK ME XK AD SM VA GF GP MQ RE
GBP GB GG IM JE|CHF CH LI|DKK DK FO GL|NOK NO SJ|SEK SE|ISK IS|PLN PL|CZK CZ|HUF HU|RON RO|RSD RS|BAM BA|MKD MK|ALL AL
UAH UA|BYN BY|RUB RU|MDL MD|GEL GE|AMD AM|AZN AZ|TRY TR|ILS IL PS|AED AE|SAR SA|QAR QA|KWD KW|BHD BH|OMR OM|JOD JO
LBP LB|IQD IQ|IRR IR|YER YE|EGP EG|MAD MA|DZD DZ|TND TN|LYD LY|NGN NG|KES KE|TZS TZ|UGX UG|ETB ET|GHS GH|ZAR ZA|NAD NA
XOF SN CI BF BJ ML NE TG|XAF CM GA CG TD|RWF RW|ZMW ZM|MUR MU|INR IN BT|PKR PK|BDT BD|LKR LK|NPR NP|AFN AF|KZT KZ|UZS UZ
KGS KG|TJS TJ|TMT TM|MNT MN|CNY CN|HKD HK|MOP MO|TWD TW|JPY JP|KRW KR|THB TH|VND VN|IDR ID|MYR MY|PHP PH|SGD SG|BND BN
KHR KH|LAK LA|MMK MM|AUD AU KI NR|NZD NZ CK NU|FJD FJ|PGK PG|CAD CA|MXN MX|GTQ GT|HNL HN|NIO NI|CRC CR|PAB PA|CUP CU
DOP DO|HTG HT|JMD JM|TTD TT|BSD BS|BBD BB|BZD BZ|XCD AG DM GD KN LC VC|COP CO|VES VE|PEN PE|BOB BO|CLP CL|ARS AR|UYU UY
PYG PY|BRL BR|GYD GY
`;

const currencies = new Map<string, string>(
  REGIONS.trim()
    .split(/[|\n]/)
    .flatMap((line) => {
      const [currency, ...regions] = line.split(' ') as [string, ...string[]];
      return regions.map((region): [string, string] => [region, currency]);
    }),
);

/** The currency of a region (`US` pays in `USD`), or undefined. */
export function currencyOfRegion(region: string): string | undefined {
  return currencies.get(region);
}
