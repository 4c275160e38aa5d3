import { sampleOfSchema } from './sample-of-schema';
import { ITEM, type PathStep, sampleOf, type ValueShape } from './value-shape';

/** One declared output of an operation: its path below the body (`value[]/id`) and its type. */
export interface DeclaredOutput {
  path: string;
  type?: string;
  format?: string;
  enum?: readonly unknown[];
}

/**
 * A body for an operation: what is declared about it, and where that is open, what the flow reads of it.
 * @param shape what the flow reads; it decides where both speak
 */
export function sampleOfOutputs(
  outputs: readonly DeclaredOutput[],
  shape: ValueShape | undefined,
  name: string,
): unknown {
  let body: unknown;
  for (const output of outputs) {
    const path = stepsOf(output.path);
    if (path) body = placed(body, path, output);
  }
  if (!shape) return body ?? null;
  const read = shape.members.size > 0 || shape.item || shape.use || shape.equal !== undefined;
  return read ? merged(body, sampleOf(shape, name), shape) : (body ?? null);
}

/** Undefined for open parts, of which nothing is known. */
function stepsOf(path: string): PathStep[] | undefined {
  if (path === '.') return [];
  if (path.includes('*')) return undefined;
  return path.split('/').flatMap((segment): PathStep[] => {
    const depth = segment.split('[]').length - 1;
    const items = Array.from({ length: depth }, () => ITEM) as PathStep[];
    const member = segment.replaceAll('[]', '');
    return member === '' ? items : [member, ...items];
  });
}

function placed(value: unknown, path: readonly PathStep[], output: DeclaredOutput): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (value !== undefined) return value;
    if (output.type === 'array') return [];
    return sampleOfSchema({ ...output }, output.path.split('/').at(-1)!.replaceAll('[]', ''));
  }
  if (step === ITEM) {
    const items = Array.isArray(value) ? (value as unknown[]) : [];
    return [placed(items[0], rest, output)];
  }
  const members = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { ...members, [step]: placed(members[step], rest, output) };
}

/** What the flow reads, over what is declared. */
function merged(declared: unknown, read: unknown, shape: ValueShape): unknown {
  if (Array.isArray(declared) && Array.isArray(read)) {
    if (read.length === 0) return declared;
    return [merged(declared[0], read[0], shape.item ?? shape)];
  }
  if (isObject(declared) && isObject(read)) {
    const result = { ...declared };
    for (const [key, value] of Object.entries(read)) {
      const member = shape.members.get(key);
      result[key] = member && key in declared ? merged(declared[key], value, member) : value;
    }
    return result;
  }
  const certain = shape.equal !== undefined || shape.members.size > 0 || shape.item !== undefined;
  return declared === undefined || declared === null || certain ? read : declared;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
