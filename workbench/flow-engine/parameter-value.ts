import { ExpressionError } from '../../flows/expressions/expression-error';
import { type Flow } from './flow';

/**
 * What `parameters('name')` is: the environment variable's value where there is one, else the default.
 * @param values by schema name
 * @throws {ExpressionError} when the flow does not declare it
 */
export function parameterValue(
  { parameters }: Pick<Flow, 'parameters'>,
  name: string,
  values: Readonly<Record<string, unknown>> = {},
): unknown {
  const declared = parameters.get(name);
  if (!declared) throw new ExpressionError(`The parameter '${name}' is not declared in the flow.`);
  const value = declared.schemaName === undefined ? undefined : values[declared.schemaName];
  return value ?? declared.defaultValue ?? null;
}
