import { isFlowNumber, typedNumberText } from './numbers';
import { type Expression } from './syntax';

/** The expression as text that parses to the same tree; members are written with brackets. */
export function printExpression(tree: Expression): string {
  if (tree.kind === 'literal') {
    const { value } = tree;
    if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
    if (isFlowNumber(value)) return typedNumberText(value);
    return String(value);
  }
  const path = tree.path.map((step) => `${step.optional ? '?' : ''}[${printExpression(step.key)}]`);
  return `${tree.name}(${tree.arguments.map(printExpression).join(', ')})${path.join('')}`;
}
