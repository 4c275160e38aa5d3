/** Keeps what was made last, as long as each of the parts it is made of is the same. */
export function remembered<Value>(): (parts: readonly unknown[], make: () => Value) => Value {
  let last: { readonly parts: readonly unknown[]; readonly value: Value } | undefined;
  return (parts, make) => {
    const isSame = last?.parts.length === parts.length && last.parts.every((part, place) => part === parts[place]);
    if (last === undefined || !isSame) last = { parts, value: make() };
    return last.value;
  };
}
