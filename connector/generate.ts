import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import swaggerJsdoc from 'swagger-jsdoc';
import { definitions } from '../proxy/src/contract/definitions';
import { projectFile } from '../proxy/src/project-file';
import { failures, frame, sharedParameters } from './document-frame';
import { byName, inOrder } from './key-order';
import { reachableDefinitions } from './reachable-definitions';

type Named = Record<string, unknown>;
type Paths = Record<string, Record<string, Named>>;

const routeFiles = (): string[] => {
  const folder = projectFile('proxy/src/routes');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .filter((file) => readFileSync(file, 'utf8').includes('@openapi'));
};

const parameterOf = (parameter: Named, operationId: string): Named => {
  const name = /^#\/parameters\/(.+)$/.exec(String(parameter.$ref))?.[1];
  if (name === undefined) return inOrder('parameter', parameter);
  const shared = sharedParameters[name];
  if (shared === undefined) throw new Error(`${operationId} refers to the unknown parameter ${name}.`);
  return inOrder('parameter', shared as Named);
};

/** Only an operation that takes a key can be given a known one. */
const failuresOf = (parameters: Named[]): Named =>
  Object.fromEntries(
    Object.entries(failures).filter(
      ([status]) => status !== '422' || parameters.some(({ name }) => name === 'Idempotency-Key'),
    ),
  );

const operationOf = (operation: Named): Named => {
  // Written for Swagger 2.0 by the comment reader even when there are none.
  const { tags: _tags, ...kept } = operation;
  const parameters = (operation.parameters as Named[]).map((one) => parameterOf(one, String(operation.operationId)));
  return inOrder('operation', {
    ...kept,
    parameters,
    responses: { ...(operation.responses as Named), ...failuresOf(parameters) },
  });
};

/** Only JSON survives: TypeBox keeps its own marks in symbols, and `$id` is not Swagger 2.0. */
const plainDefinitions = (): Record<string, Named> =>
  Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => {
      const { $id: _id, ...plain } = JSON.parse(JSON.stringify(schema)) as Named;
      return [name, plain];
    }),
  );

/**
 * Builds the connector document from the schemas of the contract and the comments of the routes.
 * @throws {Error} for a slip in a comment or a reference to nothing
 */
export function generateDocument(): Named {
  const files = routeFiles();
  const read = swaggerJsdoc({
    failOnErrors: true,
    definition: { swagger: '2.0', info: { title: frame.info.title, version: frame.info.version } },
    apis: files,
  }) as { paths: Paths };
  const paths: Paths = Object.fromEntries(
    Object.entries(byName(read.paths)).map(([path, methods]) => [
      path,
      Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, operationOf(operation)])),
    ]),
  );
  const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map((one) => String(one.operationId)));
  // One operation per file: a file without one, or two at the same address, would otherwise vanish silently.
  if (new Set(ids).size !== files.length) {
    throw new Error(`${files.map((file) => basename(file)).join(', ')} gave only ${ids.sort().join(', ')}.`);
  }
  return inOrder('document', {
    ...frame,
    paths,
    definitions: byName(reachableDefinitions(paths, plainDefinitions())),
  });
}

/** The text of the committed file. */
export const documentText = (document: Named): string => `${JSON.stringify(document, null, 2)}\n`;
