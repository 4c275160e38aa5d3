import Ajv, { type ValidateFunction } from 'ajv';
import { type ExpressionContext } from '../../../flows/expressions/context';
import { ExpressionError } from '../../../flows/expressions/expression-error';
import { parseJsonText, toPlainJson } from '../../../flows/expressions/json-text';
import { evaluateTemplate, expressionsOf } from '../../../flows/expressions/template';
import { type ActionReader } from '../plan/flow-compiler';
import { type ActionCompiler } from './compiled-action';

/** Exported schemas carry designer keywords and formats the platform does not check. */
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false, addUsedSchema: false });

/** ParseJson: text or a value checked against a JSON schema; what does not match fails with `ValidationFailed`. */
export const compileParseJson: ActionCompiler = (reader) => {
  const content = reader.template('inputs', 'content');
  const validatorFor = compileSchema(reader);
  return {
    execute: ({ frame }) => {
      const given = evaluateTemplate(content, frame.context);
      if (given === null) throw new ExpressionError("'content' is null; there is nothing to parse.");
      const body = typeof given === 'string' ? parseJsonText(given) : given;
      const inputs = { content: given };
      const validate = validatorFor?.(frame.context);
      if (!validate || validate(toPlainJson(body))) return { status: 'Succeeded', inputs, outputs: { body } };
      const errors = (validate.errors ?? []).map(({ instancePath, message }) => ({
        path: instancePath.slice(1).replaceAll('/', '.'),
        message: message ?? 'does not match',
      }));
      const first = errors[0];
      const message = `Schema validation failed: '${first?.path ?? ''}' ${first?.message ?? ''}.`;
      return { status: 'Failed', inputs, outputs: { errors }, error: { code: 'ValidationFailed', message } };
    },
  };
};

/**
 * The action's schema is a template like everything else of its inputs: exports write `@@odata.etag` for the property
 * `@odata.etag`, and some compute parts of it.
 */
function compileSchema(reader: ActionReader): ((context: ExpressionContext) => ValidateFunction) | undefined {
  if (reader.inputs.schema === undefined || reader.inputs.schema === null) return undefined;
  const template = reader.template('inputs', 'schema');
  if (expressionsOf(template).length > 0) {
    return (context) => {
      try {
        return validatorOf(evaluateTemplate(template, context));
      } catch (error) {
        if (error instanceof ExpressionError) throw error;
        throw new ExpressionError(`The schema cannot be used: ${(error as Error).message}.`);
      }
    };
  }
  try {
    // Without expressions nothing is asked of the surroundings.
    const validate = validatorOf(evaluateTemplate(template, undefined as never));
    return () => validate;
  } catch (error) {
    reader.problem(`The schema cannot be used: ${(error as Error).message}.`, 'inputs', 'schema');
    return undefined;
  }
}

function validatorOf(schema: unknown): ValidateFunction {
  // A declared draft that is not loaded must not keep a flow from running; the keywords in use are common to all.
  const { $schema: _draft, $id: _id, ...rest } = schema as Record<string, unknown>;
  return ajv.compile(rest);
}
