/** Reads JSON a row holds; nothing for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; none for anything else. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A field's text; nothing when it is empty or something else. */
export const textIn = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** A field's instant; nothing when it is none. */
export function instantIn(fields: Fields, name: string): Date | undefined {
  const at = new Date(textIn(fields, name) ?? NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** A field's whole number; nothing when it is none. */
export function countIn(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

/** The texts of a list; whatever else is in it is left out. */
export const textsIn = (fields: Fields, name: string): readonly string[] =>
  itemsOf(fields[name]).filter((item): item is string => typeof item === 'string' && item !== '');
