import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command';

function parsed<const T extends NonNullable<ParseArgsConfig['options']>>(parameters: string[], options: T) {
  try {
    return parseArgs({ args: parameters, options, allowPositionals: true, strict: true });
  } catch (error) {
    // What Node adds about words that begin with a dash helps nobody here.
    throw new UsageError((error as Error).message.replace(/ To specify a positional argument .*$/s, ''));
  }
}

/**
 * Parameters of a command by name.
 * @throws {UsageError} for one that is not known, lacks its value or is empty
 */
export function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(parameters: string[], options: T) {
  const read = parsed(parameters, options);
  if (read.positionals.includes('')) throw new UsageError('One of the words is empty. Give it a value.');
  for (const [name, value] of Object.entries<unknown>(read.values)) {
    if ([value].flat().includes('')) throw new UsageError(`--${name} is empty. Give it a value, or leave it out.`);
  }
  return read;
}
