import type { Change, Journal } from '../../state/journal';
import type { Pointer } from './read-item';

/** Connections between rows of open tables, by relationships of which only the name is known. */
export interface Links {
  of(relationship: string, from: Pointer): Iterable<Pointer>;
  /** Both directions are kept. @param linked false to cut the connection */
  change(relationship: string, one: Pointer, other: Pointer, linked: boolean): Change[];
}

type Kept = Readonly<Record<string, readonly Pointer[]>>;

export function openLinks(journal: Journal): Links {
  const kept = journal.collection<Kept>('dataverse/@links');
  const keyOf = ({ table, id }: Pointer) => `${table}/${id}`;
  const around = (from: Pointer, relationship: string) => kept.get(keyOf(from))?.[relationship] ?? [];

  function half(relationship: string, from: Pointer, to: Pointer, linked: boolean): Change {
    const others = around(from, relationship).filter((one) => keyOf(one) !== keyOf(to));
    const value = { ...kept.get(keyOf(from)), [relationship]: linked ? [...others, to] : others };
    return { collection: 'dataverse/@links', key: keyOf(from), value };
  }
  return {
    of: (relationship, from) => around(from, relationship),
    change: (relationship, one, other, linked) => [
      half(relationship, one, other, linked),
      half(relationship, other, one, linked),
    ],
  };
}
