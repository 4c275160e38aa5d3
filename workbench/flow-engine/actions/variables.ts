import { addNumbers } from '../../../flows/expressions/functions/arithmetic';
import { isFlowNumber, makeFloat, makeInteger, toDouble, isFloat } from '../../../flows/expressions/numbers';
import { evaluateTemplate, type Template } from '../../../flows/expressions/template';
import { textOfValue } from '../../../flows/expressions/text-of-value';
import { isFlowObject, typeName } from '../../../flows/expressions/value-types';
import { badRequest } from '../plan/action-error';
import { type Outcome } from '../plan/action-plan';
import { type ActionReader } from '../plan/flow-compiler';
import { VARIABLE_TYPES, type VariableType } from '../run/variables';
import { type ActionCompiler } from './compiled-action';

function done(name: string, value: unknown): Outcome {
  return { status: 'Succeeded', inputs: { name, value }, outputs: { body: { name, value } } };
}

/** InitializeVariable: one variable, at the flow's top level only. */
export const compileInitialize: ActionCompiler = (reader) => {
  const list = reader.inputs.variables;
  const declared: unknown = Array.isArray(list) ? list[0] : undefined;
  if (!isFlowObject(declared) || typeof declared.name !== 'string') {
    reader.problem('inputs.variables must be a list with one variable that has a name and a type.', 'inputs');
    return { execute: () => ({ status: 'Failed' }) };
  }
  const { name } = declared;
  const type = String(declared.type).toLowerCase();
  if (!VARIABLE_TYPES.has(type)) {
    reader.problem(`'${String(declared.type)}' is not a variable type.`, 'inputs', 'variables', '0', 'type');
  }
  if (reader.parents.length > 0) {
    reader.problem('Variables are initialized at the top level of a flow only.');
  }
  const value = reader.compiler.template(
    declared.value ?? null,
    reader.place('inputs', 'variables', '0', 'value'),
    reader.name,
  );
  return {
    execute: ({ run, frame }) => {
      const initial = evaluateTemplate(value, frame.context);
      run.variables.initialize(name, type as VariableType, initial);
      return { status: 'Succeeded', inputs: { variables: [{ name, type, value: initial }] } };
    },
  };
};

/** SetVariable. */
export const compileSet: ActionCompiler = (reader) => {
  const name = reader.text('inputs', 'name');
  const template = reader.template('inputs', 'value');
  return {
    execute: ({ run, frame }) => {
      const value = evaluateTemplate(template, frame.context);
      run.variables.write(name, value);
      return done(name, value);
    },
  };
};

/** AppendToArrayVariable and AppendToStringVariable. */
export const compileAppend: ActionCompiler = (reader) => {
  const name = reader.text('inputs', 'name');
  const template = reader.template('inputs', 'value');
  const toText = reader.definition.type === 'AppendToStringVariable';
  return {
    execute: ({ run, frame }) => {
      const value = evaluateTemplate(template, frame.context);
      if (toText) appendText(run.variables, name, value);
      else run.variables.append(name, value);
      return { status: 'Succeeded', inputs: { name, value } };
    },
  };
};

function appendText(
  variables: {
    typeOf(name: string): VariableType;
    read(name: string): unknown;
    write(name: string, value: unknown): void;
  },
  name: string,
  value: unknown,
): void {
  if (variables.typeOf(name) !== 'string') throw badRequest(`The variable '${name}' is no text.`);
  variables.write(name, textOfValue(variables.read(name)) + textOfValue(value));
}

/** IncrementVariable and DecrementVariable; by 1 when no value is given. */
export const compileStep: ActionCompiler = (reader) => {
  const name = reader.text('inputs', 'name');
  const step = stepTemplate(reader);
  const down = reader.definition.type === 'DecrementVariable';
  return {
    execute: ({ run, frame }) => {
      const by = evaluateTemplate(step, frame.context);
      if (!isFlowNumber(by)) throw badRequest(`A variable cannot be moved by a value of type '${typeName(by)}'.`);
      const current = run.variables.read(name);
      if (!isFlowNumber(current)) throw badRequest(`The variable '${name}' is no number.`);
      const signed = !down ? by : isFloat(by) ? makeFloat(-toDouble(by)) : makeInteger(-BigInt(by as number | bigint));
      const value = addNumbers.call([current, signed], frame.context);
      run.variables.write(name, value);
      return done(name, value);
    },
  };
};

function stepTemplate(reader: ActionReader): Template {
  return reader.has('inputs', 'value') ? reader.template('inputs', 'value') : { kind: 'constant', value: 1 };
}
