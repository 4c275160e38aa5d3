import { executeSync, GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import { isDeepStrictEqual } from 'node:util';
import type { Problem, VendorContract } from './open-api-contract';
import type { Spoken } from './recorded-transport';

interface Sent {
  query: string;
  operationName?: string;
  variables?: Record<string, unknown>;
}

/**
 * Compares GraphQL requests and answers with a vendor's schemas: the document must be valid, the variables must be of
 * their types, and the vendor's schema, executed over the data answered, must give just that data.
 * @param schemas each version that the operations must suit; answers are held against the first
 */
export function graphqlContract(schemas: readonly GraphQLSchema[]): VendorContract {
  const sent = ({ request }: Pick<Spoken, 'request'>) => JSON.parse(request.body ?? '{}') as Sent;
  const nameOf = (spoken: Pick<Spoken, 'request'>) => sent(spoken).operationName ?? '';
  const documents = new Map<string, { document: DocumentNode; errors: readonly GraphQLError[] }>();

  /** Clients send the same few texts. */
  function documentOf(query: string) {
    let entry = documents.get(query);
    if (!entry) {
      const document = parse(query);
      entry = { document, errors: schemas.flatMap((schema) => validate(schema, document)) };
      documents.set(query, entry);
    }
    return entry;
  }

  return {
    knows: ({ request }) => /^\/admin\/api\/\d{4}-\d{2}\/graphql\.json$/.test(request.path),
    nameOf,
    requestProblems(spoken) {
      const { query, variables = {} } = sent(spoken);
      const { document, errors: invalid } = documentOf(query);
      const errors = [...invalid, ...schemas.flatMap((schema) => variableErrors(schema, document, variables))];
      const operation = nameOf(spoken);
      return errors.map(({ message }): Problem => ({ operation, status: null, at: '', says: message }));
    },
    answerProblems(spoken) {
      const { status, text } = spoken.answer;
      const operation = nameOf(spoken);
      const problem = (at: string, says: string): Problem => ({ operation, status, at, says });
      const { data, errors } = JSON.parse(text) as { data?: object | null; errors?: unknown };
      const isList =
        Array.isArray(errors) && errors.every((one: { message?: unknown }) => typeof one.message === 'string');
      return [
        // Source: GraphQL specification (October 2021), section 7.1: errors are a list of objects with a message.
        ...(errors === undefined || isList ? [] : [problem('/errors', 'is not a list of errors')]),
        ...(data
          ? dataProblems(schemas[0]!, documentOf(sent(spoken).query).document, data, sent(spoken)).map((says) =>
              problem('/data', says),
            )
          : []),
      ];
    },
  };
}

function variableErrors(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>) {
  const definitions = document.definitions.flatMap((one) =>
    one.kind === 'OperationDefinition' ? (one.variableDefinitions ?? []) : [],
  );
  const known = new Set(definitions.map(({ variable }) => variable.name.value));
  const stray = Object.keys(variables).filter((name) => !known.has(name));
  const { errors = [] } = getVariableValues(schema, definitions, variables);
  return [...errors, ...stray.map((name) => new GraphQLError(`There is no variable ${name}.`))];
}

/** What the vendor's schema would not have answered like this. */
function dataProblems(
  schema: GraphQLSchema,
  document: DocumentNode,
  data: object,
  { variables, operationName }: Sent,
): string[] {
  const { data: again, errors = [] } = executeSync({
    schema,
    document,
    rootValue: data,
    variableValues: variables,
    operationName,
    fieldResolver: (source: Record<string, unknown>, _arguments, _context, { path }) => source[path.key],
  });
  if (errors.length > 0) return errors.map(({ message }) => message);
  const same = isDeepStrictEqual(JSON.parse(JSON.stringify(again)), data);
  return same ? [] : ['has something that was not asked for'];
}
