import { compareNumbers, isFlowNumber } from './numbers';
import { isFlowObject } from './value-types';

/** Deep equality of flow values: numbers by value whatever their type, objects whatever their members' order. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (isFlowNumber(left)) return isFlowNumber(right) && compareNumbers(left, right) === 0;
  if (left === null || right === null || left === undefined || right === undefined) {
    return (left ?? null) === (right ?? null);
  }
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((item, i) => sameValue(item, right[i]));
  }
  if (!isFlowObject(left) || !isFlowObject(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && sameValue(left[name], right[name]))
  );
}

/** A key by which equal values meet, so that sets of values need no pairwise comparison. Equal values have equal keys. */
export function valueKey(value: unknown): string {
  if (isFlowNumber(value)) return typeof value === 'bigint' ? `n${value}` : `n${JSON.stringify(value)}`;
  if (Array.isArray(value)) return `[${value.map(valueKey).join(',')}]`;
  if (isFlowObject(value)) {
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${valueKey(value[name])}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
