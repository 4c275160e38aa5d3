import { type ExpressionContext } from '../context';
import { isContent, mediaType } from '../content';
import { ExpressionError } from '../expression-error';
import { formFields, formParts } from '../form-body';
import { define } from '../function-table';
import { isFlowObject, wantCount, wantText } from '../value-types';
import { actionKey } from './workflow-references';

const actionOutputs = (owner: string, name: unknown, context: ExpressionContext): unknown =>
  context.outputsOf(actionKey(owner, name));

function valuesOf(owner: string, outputs: unknown, key: unknown): unknown[] {
  const name = wantText(owner, key);
  return fieldsOf(owner, outputs).flatMap(([field, value]) => (field === name ? [value] : []));
}

/** A form without the field gives null. Unconfirmed. */
const NO_SUCH_FIELD = null;

function singleValue(owner: string, outputs: unknown, key: unknown): unknown {
  const values = valuesOf(owner, outputs, key);
  if (values.length > 1) {
    throw new ExpressionError(`'${owner}' found ${values.length} values of '${String(key)}' and expects one.`);
  }
  return values.length === 0 ? NO_SUCH_FIELD : values[0];
}

function fieldsOf(owner: string, outputs: unknown): [string, unknown][] {
  const fields = formFields(body(outputs), contentType(outputs));
  if (!fields) throw new ExpressionError(`'${owner}' expects a body of form data, and this is none.`);
  return fields;
}

function partAt(owner: string, outputs: unknown, index: unknown): unknown {
  const at = wantCount(owner, index);
  const parts = formParts(body(outputs), contentType(outputs));
  if (!parts) throw new ExpressionError(`'${owner}' expects a body of several parts, and this is none.`);
  if (at < 0 || at >= parts.length) {
    throw new ExpressionError(`'${owner}' was asked for part ${at} of ${parts.length}, counted from 0.`);
  }
  return parts[at]!.body;
}

const body = (outputs: unknown): unknown => (isFlowObject(outputs) ? outputs.body : undefined);

/** Of the body when it carries one, else of the message's headers. */
function contentType(outputs: unknown): string {
  const carried = body(outputs);
  if (isContent(carried) && mediaType(carried['$content-type']) !== '') return carried['$content-type'];
  const headers = isFlowObject(outputs) && isFlowObject(outputs.headers) ? outputs.headers : {};
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return typeof found === 'string' ? found : '';
}

export const formDataFunctions = [
  define('formDataValue', 'text, text', ([action, key], context) =>
    singleValue('formDataValue', actionOutputs('formDataValue', action, context), key),
  ),
  define('formDataMultiValues', 'text, text', ([action, key], context) =>
    valuesOf('formDataMultiValues', actionOutputs('formDataMultiValues', action, context), key),
  ),
  define('multipartBody', 'text, integer', ([action, index], context) =>
    partAt('multipartBody', actionOutputs('multipartBody', action, context), index),
  ),
  define('triggerFormDataValue', 'text', ([key], context) =>
    singleValue('triggerFormDataValue', context.triggerOutputs(), key),
  ),
  define('triggerFormDataMultiValues', 'text', ([key], context) =>
    valuesOf('triggerFormDataMultiValues', context.triggerOutputs(), key),
  ),
  define('triggerMultipartBody', 'integer', ([index], context) =>
    partAt('triggerMultipartBody', context.triggerOutputs(), index),
  ),
];
