import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { projectFile } from '../proxy/src/project-file';
import { documentText, generateDocument } from './generate';

type Named = Record<string, unknown>;

const committed = readFileSync(projectFile('connector/apiDefinition.swagger.json'), 'utf8');
const document = JSON.parse(committed) as Named & {
  info: { title: string; description: string };
  paths: Record<string, Record<string, Named & { parameters: Named[]; responses: Record<string, Named> }>>;
  definitions: Record<string, Named & { properties: Record<string, Named>; required?: string[] }>;
};
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

it('the committed document is what the code says (npm run connector -- generate writes it anew)', () => {
  expect(documentText(generateDocument())).toBe(committed);
});

it('is valid Swagger 2.0', () => {
  // The parser is an ES module inside, which only Node itself can load.
  const script = `require('@apidevtools/swagger-parser').validate(process.argv[1]).then(
    () => console.log('valid'), (error) => console.log(error.message))`;
  const path = projectFile('connector/apiDefinition.swagger.json');
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, path], { cwd: __dirname, encoding: 'utf8' });
  expect(`${stdout.trim()}${stdout === '' ? stderr : ''}`).toBe('valid');
});

it('has title, description and host as a custom connector must have them', () => {
  expect(document.info.title).toMatch(/^[A-Za-z ]{1,29}[A-Za-z0-9)]$/);
  expect(document.info.title).not.toMatch(/\b(API|Connector|Power|Copilot)\b/);
  expect(document.info.description.length).toBeGreaterThanOrEqual(30);
  expect(document.info.description.length).toBeLessThanOrEqual(500);
  expect(document.host).toMatch(/^[a-z0-9.-]+$/);
});

it.each(operations.map((operation) => [operation.operationId, operation] as const))(
  '%s has summary, full description, visibility, a body named body and one described answer',
  (operationId, operation) => {
    expect(operationId).toMatch(/^[A-Z][A-Za-z0-9]+$/);
    expect(operation.summary).toMatch(/^[A-Z][A-Za-z0-9 ()]{0,78}[A-Za-z0-9)]$/);
    expect(operation.description).toMatch(/[.!?]$/);
    expect(operation.description).not.toBe(operation.summary);
    expect(['important', 'advanced', 'internal']).toContain(operation['x-ms-visibility']);
    const bodies = operation.parameters.filter((parameter) => parameter.in === 'body');
    expect(bodies.map((parameter) => parameter.name)).toEqual(['body']);
    const described = Object.entries(operation.responses).filter(([, response]) => response.schema !== undefined);
    expect(described.map(([status]) => status)).toEqual(['200']);
    for (const parameter of operation.parameters) expect(parameter).not.toHaveProperty('$ref');
  },
);

it('only operations that take a key answer that it came with another body', () => {
  const keyed = ({ parameters }: (typeof operations)[number]) =>
    parameters.some(({ name }) => name === 'Idempotency-Key');
  for (const operation of operations) {
    expect([operation.operationId, '422' in operation.responses]).toEqual([operation.operationId, keyed(operation)]);
  }
  expect(operations.filter((operation) => !keyed(operation)).map(({ operationId }) => operationId)).toContain(
    'GetMoneyAction',
  );
});

it('names and describes every property of every definition', () => {
  const poor = Object.entries(document.definitions).flatMap(([name, definition]) =>
    Object.entries(definition.properties)
      .filter(([, property]) => property.$ref === undefined)
      .filter(([, property]) => !property['x-ms-summary'] || !/[.!?]$/.test(String(property.description)))
      .map(([property]) => `${name}.${property}`),
  );
  expect(poor).toEqual([]);
});

it('uses only what Swagger 2.0 knows: no anyOf, const, null types; a reference stands alone', () => {
  const wrong: string[] = [];
  const look = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const inProperties = /\/(properties|definitions)$/.test(path);
      if (!inProperties && ['anyOf', 'oneOf', 'not', 'const', 'nullable', '$id', '$defs'].includes(key)) {
        wrong.push(`${path}/${key}`);
      }
      if (!inProperties && key === 'type' && Array.isArray(value)) wrong.push(`${path}/type`);
      if (key === '$ref' && Object.keys(node).length > 1) wrong.push(path);
      look(value, `${path}/${key}`);
    }
  };
  look(document, '');
  expect(wrong).toEqual([]);
});

it('holds no definition that nothing refers to', () => {
  const unused = Object.keys(document.definitions).filter((name) => !committed.includes(`"#/definitions/${name}"`));
  expect(unused).toEqual([]);
});

it('signs in with the key that apiProperties.json asks for', () => {
  const { properties } = JSON.parse(readFileSync(projectFile('connector/apiProperties.json'), 'utf8')) as {
    properties: Record<string, unknown> & { connectionParameters: Record<string, { type: string }> };
  };
  expect(document.securityDefinitions).toEqual({ api_key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } });
  expect(properties.connectionParameters.api_key?.type).toBe('securestring');
  expect(properties.iconBrandColor).toMatch(/^#[0-9a-f]{6}$/);
  const policy = JSON.stringify(properties.policyTemplateInstances);
  for (const [, parameter] of policy.matchAll(/@connectionParameters\('([^']+)'\)/g)) {
    expect(properties.connectionParameters).toHaveProperty(String(parameter));
  }
});
