import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command';

/**
 * Parameters of a command by name.
 * @throws {UsageError} for one that is not known or lacks its value
 */
export function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(parameters: string[], options: T) {
  try {
    return parseArgs({ args: parameters, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
