import type { ParseArgsConfig } from 'node:util';
import { UsageError } from './command';
import { readOptions } from './options';

/**
 * Parameters of a command that takes options only, by name.
 * @throws {UsageError} as `readOptions`, and for a word that belongs to no option: it may be one whose dashes were forgotten
 */
export function readNamedOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  parameters: string[],
  options: T,
) {
  const { values, positionals } = readOptions(parameters, options);
  const [word] = positionals as string[];
  if (word === undefined) return values;
  throw new UsageError(
    word in options ? `${word} is not understood; write --${word}.` : `${word} is not understood: no option takes it.`,
  );
}
