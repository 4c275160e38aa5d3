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
