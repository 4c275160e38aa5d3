import { ExpressionError } from './expression-error';
import { type FlowNumber, isFloat, isFlowNumber } from './numbers';

/** The platform's word for a value's type, used in its error texts. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'Null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (isFlowNumber(value)) return isFloat(value) ? 'Float' : 'Integer';
  return Array.isArray(value) ? 'Array' : 'Object';
}

export function isFlowObject(value: unknown): value is Record<string, unknown> {
  return typeName(value) === 'Object';
}

function mismatch(owner: string, wanted: string, value: unknown): ExpressionError {
  return new ExpressionError(`'${owner}' expects ${wanted}, but got a value of type '${typeName(value)}'.`);
}

export function wantText(owner: string, value: unknown): string {
  if (typeof value !== 'string') throw mismatch(owner, 'text', value);
  return value;
}

export function wantNumber(owner: string, value: unknown): FlowNumber {
  if (!isFlowNumber(value)) throw mismatch(owner, 'a number', value);
  return value;
}

/** An integer within 2^53, as counts and positions are. */
export function wantCount(owner: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw mismatch(owner, 'an integer', value);
  return value;
}

export function wantBoolean(owner: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw mismatch(owner, 'true or false', value);
  return value;
}

export function wantArray(owner: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw mismatch(owner, 'an array', value);
  return value as unknown[];
}
