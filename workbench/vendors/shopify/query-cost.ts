import { Kind, visit, type DocumentNode, type FieldNode } from 'graphql';

/** A page size: written in the document, or the name of a variable. */
type PageSize = number | string;

/**
 * The points an operation asks for before it runs: one for every object, times the page sizes around it. The vendor's
 * own figures differ in detail; what matters is that a large page of nested lists becomes expensive here too.
 * @returns the points for given variables; the document itself is read once
 */
export function queryCost(document: DocumentNode): (variables: Record<string, unknown>) => number {
  const objects: PageSize[][] = [];
  const around: PageSize[] = [];
  visit(document, {
    Field: {
      enter(field) {
        around.push(pageSize(field));
        if (field.selectionSet && field.name.value !== 'nodes') objects.push(around.filter((size) => size !== 1));
      },
      leave() {
        around.pop();
      },
    },
  });
  return (variables) => {
    const number = (size: PageSize) => (typeof size === 'number' ? size : Number(variables[size] ?? 1));
    return objects.reduce((cost, sizes) => cost + sizes.reduce<number>((times, size) => times * number(size), 1), 0);
  };
}

function pageSize(field: FieldNode): PageSize {
  const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
  if (first?.kind === Kind.INT) return Number(first.value);
  return first?.kind === Kind.VARIABLE ? first.name.value : 1;
}
