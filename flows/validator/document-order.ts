import { escapePointer } from '../file/json-pointer';

interface Place<T> {
  items: T[];
  below: Map<string, Place<T>>;
}

/** Sorts things by the place their JSON pointer names in a document; those of one place keep their order. */
export function inDocumentOrder<T extends { pointer: string }>(document: unknown, items: readonly T[]): T[] {
  const root: Place<T> = { items: [], below: new Map() };
  for (const item of items) placeAt(root, item.pointer).items.push(item);
  const sorted: T[] = [];
  const work: { place: Place<T>; value: unknown }[] = [{ place: root, value: document }];
  for (let next = work.pop(); next; next = work.pop()) {
    const { place, value } = next;
    sorted.push(...place.items);
    const found: typeof work = [];
    const missing = new Map(place.below);
    if (missing.size > 0 && value !== null && typeof value === 'object') {
      for (const [name, member] of Object.entries(value)) {
        const inner = missing.get(escapePointer(name));
        if (!inner) continue;
        missing.delete(escapePointer(name));
        found.push({ place: inner, value: member });
      }
    }
    for (const inner of missing.values()) found.push({ place: inner, value: undefined });
    work.push(...found.reverse());
  }
  return sorted;
}

function placeAt<T>(root: Place<T>, pointer: string): Place<T> {
  let place = root;
  for (const segment of pointer.split('/').slice(1)) {
    let inner = place.below.get(segment);
    if (!inner) place.below.set(segment, (inner = { items: [], below: new Map() }));
    place = inner;
  }
  return place;
}
