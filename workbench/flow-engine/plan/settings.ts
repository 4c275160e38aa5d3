import { type ExpressionContext } from '../../../flows/expressions/context';
import { ExpressionError } from '../../../flows/expressions/expression-error';
import { evaluateTemplate } from '../../../flows/expressions/template';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { parseDuration } from '../../../flows/file/duration';
import { type ActionReader } from './flow-compiler';

/** A setting of an action; most are fixed, but exports may compute them by an expression. */
export type Setting<T> = (context: ExpressionContext) => T;

interface Bounds {
  /** What the number counts, for messages. */
  what: string;
  least: number;
  most: number;
}

/** An ISO 8601 duration in milliseconds. */
export function durationSetting(reader: ActionReader, fallback: number, ...path: string[]): Setting<number> {
  const written = reader.written(...path);
  return setting(reader, written, fallback, path, (value) => {
    const ms = typeof value === 'string' ? parseDuration(value) : undefined;
    return ms ?? `'${String(value)}' is not an ISO 8601 duration such as PT30S.`;
  });
}

/** An integer, also when it is written as text. */
export function integerSetting(
  reader: ActionReader,
  { what, least, most }: Bounds,
  fallback: number,
  ...path: string[]
): Setting<number> {
  return setting(reader, reader.written(...path), fallback, path, (value) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    const fits = typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most;
    return fits ? number : `The ${what} must be an integer from ${least} to ${most}.`;
  });
}

/** @param read gives the number, or what is wrong with the value */
function setting(
  reader: ActionReader,
  written: unknown,
  fallback: number,
  path: string[],
  read: (value: unknown) => number | string,
): Setting<number> {
  if (written === undefined) return () => fallback;
  if (typeof written === 'string' && written.startsWith('@')) {
    const template = reader.template(...path);
    return (context) => {
      const value = read(evaluateTemplate(template, context));
      if (typeof value === 'string') throw new ExpressionError(value);
      return value;
    };
  }
  const value = read(written);
  if (typeof value === 'string') {
    reader.problem(value, ...path);
    return () => fallback;
  }
  return () => value;
}

/** `runtimeConfiguration.secureData.properties`. */
export function secureProperties(definition: Record<string, unknown>): Set<string> {
  const settings = definition.runtimeConfiguration;
  const data = isFlowObject(settings) ? settings.secureData : undefined;
  const properties = isFlowObject(data) ? data.properties : undefined;
  return new Set(Array.isArray(properties) ? properties.map(String) : []);
}

/** True when `operationOptions`, a list separated by commas, has this one. */
export function hasOption(definition: Record<string, unknown>, option: string): boolean {
  const written = typeof definition.operationOptions === 'string' ? definition.operationOptions : '';
  return written.split(',').some((each) => each.trim().toLowerCase() === option.toLowerCase());
}
