import type { ValidateFunction } from 'ajv';
import { schemaCompiler } from './compile-schema';
import type { ConnectorDocument, DocumentOperation, DocumentParameter, JsonSchema } from './connector-document';
import { type Problem, problemOf } from './problem';

/** One operation of the connector document, ready to check requests and answers against it. */
export interface ContractOperation {
  operationId: string;
  method: string;
  path: string;
  /** @param headers by lower-case name, as Node gives them */
  requestProblems(body: unknown, headers: Record<string, unknown>): Problem[];
  answerProblems(answer: unknown): Problem[];
}

const DESCRIBING = ['name', 'in', 'required', 'x-ms-url-encoding'];

const headerSchema = (parameters: DocumentParameter[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    parameters.map((parameter) => [
      parameter.name,
      Object.fromEntries(Object.entries(parameter).filter(([key]) => !DESCRIBING.includes(key))),
    ]),
  ),
  required: parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name),
});

const problems = (where: 'body' | 'header', validate: ValidateFunction, value: unknown): Problem[] =>
  validate(value) ? [] : (validate.errors ?? []).map((error) => problemOf(where, error));

const contractOperation = (
  path: string,
  method: string,
  operation: DocumentOperation,
  compile: (schema: JsonSchema) => ValidateFunction,
): ContractOperation => {
  const headers = operation.parameters.filter((parameter) => parameter.in === 'header');
  const validateHeaders = compile(headerSchema(headers));
  const body = operation.parameters.find((parameter) => parameter.in === 'body');
  const validateBody = compile(body?.schema ?? {});
  const validateAnswer = compile(operation.responses['200']?.schema ?? {});
  return {
    operationId: operation.operationId,
    method,
    path,
    requestProblems: (value, sent) => [
      ...problems(
        'header',
        validateHeaders,
        Object.fromEntries(
          headers.map(({ name }) => [name, sent[name.toLowerCase()]]).filter(([, header]) => header !== undefined),
        ),
      ),
      ...problems('body', validateBody, value),
    ],
    answerProblems: (answer) => problems('body', validateAnswer, answer),
  };
};

/** Every operation of the document by its id. The document itself is what requests are checked against. */
export function contractOperations(document: ConnectorDocument): ReadonlyMap<string, ContractOperation> {
  const compile = schemaCompiler(document.definitions);
  return new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        operation.operationId,
        contractOperation(path, method, operation, compile),
      ]),
    ),
  );
}
