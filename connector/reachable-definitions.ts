type Definitions = Record<string, object>;

const referencesIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"#\/definitions\/([^"]+)"/g)].map((match) => String(match[1]));

/**
 * The definitions the operations use, directly or through others.
 * @throws {Error} naming a reference to a definition that does not exist
 */
export function reachableDefinitions(paths: object, definitions: Definitions): Definitions {
  const found: Definitions = {};
  const waiting = referencesIn(paths);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const definition = definitions[name];
    if (definition === undefined) throw new Error(`#/definitions/${name} is referred to but not defined.`);
    if (name in found) continue;
    found[name] = definition;
    waiting.push(...referencesIn(definition));
  }
  return found;
}
