import { type ExpressionContext } from '../context';
import { ExpressionError } from '../expression-error';
import { define } from '../function-table';
import { wantText } from '../value-types';

/** The writings of a GUID by .NET's format letter; the default is `D`. */
const WRITERS: Record<string, (hex: string) => string> = {
  N: (hex) => hex,
  D: hyphenated,
  B: (hex) => `{${hyphenated(hex)}}`,
  P: (hex) => `(${hyphenated(hex)})`,
  X: (hex) => {
    const bytes = hex.slice(16).match(/../g)!;
    const words = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16)];
    return `{${words.map((word) => `0x${word}`).join(',')},{${bytes.map((byte) => `0x${byte}`).join(',')}}}`;
  },
};

function hyphenated(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** @throws {ExpressionError} for a letter that is no GUID format */
export function guidWriter(format: string): (hex: string) => string {
  const letter = format === '' ? 'D' : format.toUpperCase();
  if (!Object.hasOwn(WRITERS, letter)) {
    throw new ExpressionError(`'${format.slice(0, 20)}' is not a GUID format: those are N, D, B, P and X.`);
  }
  return WRITERS[letter]!;
}

/** A version 4 GUID from the run's own random numbers, so that a seeded run gives the same ones. */
function randomHex(context: ExpressionContext): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(context.random() * 16).toString(16));
  hex[12] = '4';
  hex[16] = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return hex.join('');
}

export const guidFunctions = [
  define('guid', 'guidFormat|null?', ([format], context) =>
    guidWriter(format === undefined || format === null ? 'D' : wantText('guid', format))(randomHex(context)),
  ),
];
