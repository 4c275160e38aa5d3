/** What a function can take as one argument; `parameter-kinds.ts` says which literals fit. */
export const PARAMETER_KINDS = [
  'any',
  'null',
  'text',
  'number',
  'integer',
  'boolean',
  'array',
  'object',
  'time',
  'zone',
  'unit',
  'culture',
  'dateFormat',
  'numberFormat',
  'guidFormat',
  'integerText',
  'floatText',
  'booleanText',
  'json',
  'xml',
  'xpath',
  'base64',
  'dataUri',
  'uri',
] as const;

export type ParameterKind = (typeof PARAMETER_KINDS)[number];

export interface Parameter {
  /** The argument may be any one of these. */
  kinds: readonly ParameterKind[];
  optional: boolean;
  /** The last parameter may take any further arguments, too. */
  repeated: boolean;
}

/**
 * Reads a signature: parameters parted by commas, each one kind or several (`text|array`), followed by `?` when it may be
 * left out, `+` for one or more and `*` for none or more.
 * @throws {TypeError} for a kind that does not exist
 */
export function readSignature(signature: string): Parameter[] {
  if (signature === '') return [];
  return signature.split(', ').map((written) => {
    const mark = /[?+*]$/.exec(written)?.[0];
    const kinds = (mark === undefined ? written : written.slice(0, -1)).split('|').map((kind) => {
      const known = PARAMETER_KINDS.find((name) => name === kind);
      if (!known) throw new TypeError(`'${kind}' is no kind of parameter.`);
      return known;
    });
    return { kinds, optional: mark === '?' || mark === '*', repeated: mark === '+' || mark === '*' };
  });
}
