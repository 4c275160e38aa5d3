import { Kind, visit, type DocumentNode, type FieldNode, type ValueNode } from 'graphql';

/**
 * The points an operation asks for before it runs: one for every object, times the page sizes around it. The vendor's
 * own figures differ in detail; what matters is that a large page of nested lists becomes expensive here too.
 */
export function queryCost(document: DocumentNode, variables: Record<string, unknown>): number {
  let cost = 0;
  const sizes = [1];
  visit(document, {
    Field: {
      enter(field) {
        const size = sizes.at(-1)! * pageSize(field, variables);
        if (field.selectionSet && field.name.value !== 'nodes') cost += size;
        sizes.push(size);
      },
      leave() {
        sizes.pop();
      },
    },
  });
  return cost;
}

function pageSize(field: FieldNode, variables: Record<string, unknown>): number {
  const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
  return first ? numberOf(first, variables) : 1;
}

function numberOf(value: ValueNode, variables: Record<string, unknown>): number {
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.VARIABLE ? Number(variables[value.name.value] ?? 1) : 1;
}
