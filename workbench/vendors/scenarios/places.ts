const ABROAD: Record<string, string> = { Rotterdam: 'NL', Porto: 'PT', Lisbon: 'PT' };

/** ISO 3166 code of the country of a city in the stories. */
export const countryOf = (city: string): string => ABROAD[city] ?? 'DE';
