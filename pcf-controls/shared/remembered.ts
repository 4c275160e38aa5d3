/** Keeps what was made last, until it is asked for by another key. */
export function remembered<Key, Value>(): (key: Key, make: () => Value) => Value {
  let last: { key: Key; value: Value } | undefined;
  return (key, make) => (last && last.key === key ? last : (last = { key, value: make() })).value;
}
