import { sampleOfSchema } from './sample-of-schema';
import { SAMPLE_TIME, sampleText } from './sample-text';

/** What a flow makes of a value it reads, gathered from all the places that read it. */
export interface ValueShape {
  /** Members it reads, by name. */
  members: Map<string, ValueShape>;
  /** Set when it is read as a list: what it makes of an item. */
  item?: ValueShape;
  /** How the flow uses the value itself. */
  use?: ValueUse;
  /** A JSON schema it parses the value by. */
  schema?: unknown;
  /** A value it is compared with. */
  equal?: unknown;
}

export type ValueUse =
  'text' | 'number' | 'integer' | 'boolean' | 'time' | 'base64' | 'json' | 'xml' | 'array' | 'object';

export const newShape = (): ValueShape => ({ members: new Map() });

/** Stands for "any item" among a path's member names. */
export const ITEM = Symbol('item');
export type PathStep = string | typeof ITEM;

/** The part of a shape at a path, made where it is missing. */
export function shapeAt(shape: ValueShape, path: readonly PathStep[]): ValueShape {
  let current = shape;
  for (const step of path) {
    if (step === ITEM) current = current.item ??= newShape();
    else {
      let member = current.members.get(step);
      if (!member) current.members.set(step, (member = newShape()));
      current = member;
    }
  }
  return current;
}

/**
 * A value that fits a shape.
 * @param name what the value is called, for a telling text
 */
export function sampleOf(shape: ValueShape, name: string): unknown {
  if (shape.schema !== undefined) {
    const fitting = sampleOfSchema(shape.schema, name);
    const { schema: _schema, ...rest } = shape;
    const read = shape.members.size > 0 || shape.item ? sampleOf(rest, name) : undefined;
    return isObject(fitting) && isObject(read) ? { ...read, ...fitting } : (fitting ?? read ?? {});
  }
  if (shape.item && shape.members.size === 0) return [sampleOf(shape.item, name)];
  if (shape.members.size > 0) {
    return Object.fromEntries([...shape.members].map(([key, member]) => [key, sampleOf(member, key)]));
  }
  if (shape.equal !== undefined) return shape.equal;
  switch (shape.use) {
    case 'number':
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    case 'time':
      return SAMPLE_TIME;
    case 'base64':
      return Buffer.from(`sample ${name}`).toString('base64');
    case 'json':
      return '{}';
    case 'xml':
      return '<sample/>';
    case 'array':
      return [];
    case 'object':
      return {};
    default:
      return sampleText(name);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
