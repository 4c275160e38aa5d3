/** Operators of the designer's condition objects, each with two operands; `and`, `or` and `not` hold conditions. */
export const COMPARISONS: readonly string[] = [
  'equals',
  'greater',
  'greaterOrEquals',
  'less',
  'lessOrEquals',
  'contains',
  'startsWith',
  'endsWith',
];
