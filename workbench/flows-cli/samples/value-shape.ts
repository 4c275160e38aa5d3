/** What a flow makes of a value it reads, gathered from all the places that read it. */
export interface ValueShape {
  /** Members it reads, by name. */
  members: Map<string, ValueShape>;
  /** Set when it is read as a list: what it makes of an item. */
  item?: ValueShape;
  /** How the flow uses the value itself. */
  use?: ValueUse;
  /** A value it is compared with. */
  equal?: unknown;
}

export type ValueUse = 'text' | 'number' | 'integer' | 'boolean' | 'time' | 'base64' | 'json' | 'array' | 'object';

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

/** A moment for samples; fixed, so that the same flow gets the same samples. */
export const SAMPLE_TIME = '2026-03-02T09:00:00Z';
export const SAMPLE_GUID = '5a3b1c0d-0000-4000-8000-000000000001';

/**
 * A value that fits a shape.
 * @param name what the value is called, for a telling text
 */
export function sampleOf(shape: ValueShape, name: string): unknown {
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
    case 'array':
      return [];
    case 'object':
      return {};
    default:
      return sampleText(name);
  }
}

/** A text that looks like what its name promises. */
export function sampleText(name: string): string {
  const plain = name.toLowerCase();
  if (/(^|[_/])(id|guid)$|guid$|[a-z]id$/.test(plain)) return SAMPLE_GUID;
  if (/mail|upn|principalname/.test(plain)) return 'person@example.com';
  if (/(time|date|createdon|modifiedon|deadline|due)/.test(plain)) return SAMPLE_TIME;
  if (/(url|uri|link)/.test(plain)) return 'https://example.com/sample';
  return `sample ${name}`;
}
