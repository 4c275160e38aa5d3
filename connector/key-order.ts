const ORDERS: Record<'document' | 'operation' | 'parameter', readonly string[]> = {
  document: [
    'swagger',
    'info',
    'host',
    'basePath',
    'schemes',
    'consumes',
    'produces',
    'paths',
    'definitions',
    'securityDefinitions',
    'security',
    'x-ms-connector-metadata',
  ],
  operation: ['operationId', 'summary', 'description', 'x-ms-visibility', 'parameters', 'responses'],
  parameter: ['name', 'in', 'required', 'type', 'schema', 'x-ms-summary', 'x-ms-visibility', 'description'],
};

type Named = Record<string, unknown>;

/** The same object with its keys in the customary order, those without a place in it last and by name. */
export function inOrder(kind: keyof typeof ORDERS, value: Named): Named {
  const order = ORDERS[kind];
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const keys = Object.keys(value).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, value[key]]));
}

/** The same object with its keys by name. */
export const byName = <T>(value: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
