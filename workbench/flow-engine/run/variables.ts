import { ExpressionError } from '../../../flows/expressions/expression-error';
import { isFloat, isFlowNumber, makeFloat, toDouble } from '../../../flows/expressions/numbers';
import { typeName } from '../../../flows/expressions/value-types';
import { badRequest } from '../plan/action-error';

export type VariableType = 'string' | 'integer' | 'float' | 'boolean' | 'array' | 'object';

export const VARIABLE_TYPES: ReadonlySet<string> = new Set<VariableType>([
  'string',
  'integer',
  'float',
  'boolean',
  'array',
  'object',
]);

interface Variable {
  type: VariableType;
  value: unknown;
  /** Somebody holds the value, so an array must be copied before it grows. */
  shared: boolean;
}

const TYPE_WORDS: Record<VariableType, string> = {
  string: 'String',
  integer: 'Integer',
  float: 'Float',
  boolean: 'Boolean',
  array: 'Array',
  object: 'Object',
};

/**
 * The variables of one run; names compare without case. An unknown one throws `ExpressionError`, a value of another
 * type `ActionError`.
 */
export class Variables {
  private readonly byName = new Map<string, Variable>();

  initialize(name: string, type: VariableType, value: unknown): void {
    const key = name.toLowerCase();
    if (this.byName.has(key)) throw new ExpressionError(`The variable '${name}' is initialized twice.`);
    this.byName.set(key, { type, value: fitting(name, type, value), shared: true });
  }

  read(name: string): unknown {
    const variable = this.find(name);
    variable.shared = true;
    return variable.value;
  }

  write(name: string, value: unknown): void {
    const variable = this.find(name);
    variable.value = fitting(name, variable.type, value);
    variable.shared = true;
  }

  append(name: string, value: unknown): void {
    const variable = this.find(name);
    if (variable.type !== 'array') throw badRequest(`The variable '${name}' is no array.`);
    const array = (variable.value ?? []) as unknown[];
    // Growing in place keeps long loops linear; a value that was read must not change under its reader.
    if (variable.shared || variable.value === null) variable.value = [...array, value];
    else array.push(value);
    variable.shared = false;
  }

  typeOf(name: string): VariableType {
    return this.find(name).type;
  }

  private find(name: string): Variable {
    const variable = this.byName.get(name.toLowerCase());
    if (!variable) throw new ExpressionError(`The variable '${name}' is not initialized.`);
    return variable;
  }
}

function fitting(name: string, type: VariableType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'float' && isFlowNumber(value) && !isFloat(value)) return makeFloat(toDouble(value));
  if (typeName(value) !== TYPE_WORDS[type]) {
    throw badRequest(
      `The variable '${name}' of type '${TYPE_WORDS[type]}' cannot take a value of type '${typeName(value)}'.`,
    );
  }
  return value;
}
