import type { Ajv, ErrorObject, ValidateFunction } from 'ajv';
import { nestedForm } from './nested-form';
import type { Spoken } from './recorded-transport';
import { closed, specificationAjv } from './closed-specification';

/** Something that is not as the specification says. */
export interface Problem {
  /** Method and path as in the specification. */
  operation: string;
  /** Status of the answer; null when the request is at fault. */
  status: number | null;
  /** JSON pointer to the place. */
  at: string;
  says: string;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema?: object;
}
interface Shape {
  oneOf?: object[];
  [keyword: string]: unknown;
}
interface Media {
  content?: Record<string, { schema?: Shape }>;
  headers?: Record<string, object>;
  $ref?: string;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: Media & { required?: boolean };
  responses: Record<string, Media>;
}
export interface OpenApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, object>; responses?: Record<string, Media> };
}

/** What a vendor specifies, held against what is said. */
export interface VendorContract {
  /** Whether the document has the operation at all. */
  knows(spoken: Pick<Spoken, 'request'>): boolean;
  /** The operation as in the document, or method and path as sent. */
  nameOf(spoken: Pick<Spoken, 'request'>): string;
  requestProblems(spoken: Pick<Spoken, 'request'>): Problem[];
  answerProblems(spoken: Spoken): Problem[];
}

/**
 * Compares requests and answers with an OpenAPI document whose objects are closed first.
 * @param base what the addresses have before the document's paths
 */
export function openApiContract(document: OpenApiDocument, base = ''): VendorContract {
  const strict = closed(document);
  const json = specificationAjv(strict);
  const texts = specificationAjv(strict, { coerceTypes: 'array' });
  const templates = Object.keys(strict.paths).map((path) => ({ path, pattern: patternOf(path) }));
  // `/charges/search` before `/charges/{charge}`.
  templates.sort((a, b) => a.path.split('{').length - b.path.split('{').length);

  const small = new Map<string, ValidateFunction>();
  /** The validator of a schema made here, compiled once. */
  function once(key: string, schema: () => object): ValidateFunction {
    const validate = small.get(key) ?? texts.compile(schema());
    small.set(key, validate);
    return validate;
  }

  function find({ request }: Pick<Spoken, 'request'>) {
    const [path = '', query = ''] = request.path.split('?', 2);
    if (!path.startsWith(base)) return null;
    const method = request.method.toLowerCase();
    const found = templates.find(
      (one) => one.pattern.test(path.slice(base.length)) && strict.paths[one.path]?.[method],
    );
    const operation = found && strict.paths[found.path]?.[method];
    if (!found || !operation) return null;
    return { operation, name: `${request.method} ${found.path}`, pointer: ['paths', found.path, method], query };
  }

  const unknown = ({ request }: Pick<Spoken, 'request'>, status: number | null): Problem[] => [
    { operation: sentAs({ request }), status, at: '', says: 'is no operation of the specification' },
  ];

  return {
    knows: (spoken) => find(spoken) !== null,
    nameOf: (spoken) => find(spoken)?.name ?? sentAs(spoken),
    requestProblems(spoken) {
      const found = find(spoken);
      if (!found) return unknown(spoken, null);
      const { operation, name, pointer, query } = found;
      const { headers, body } = spoken.request;
      const parameters = (operation.parameters ?? []).map((one, index) => ({
        ...one,
        schema: { $ref: referenceTo([...pointer, 'parameters', String(index), 'schema']) },
      }));
      const of = (place: Parameter['in']) => parameters.filter((one) => one.in === place);
      const given = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]));
      const missing = of('header').filter((one) => one.required && !given[one.name.toLowerCase()]);
      const problem = (at: string, says: string): Problem => ({ operation: name, status: null, at, says });
      const queries = once(name, () => ({
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(of('query').map((one) => [one.name, one.schema])),
        required: of('query').flatMap((one) => (one.required ? [one.name] : [])),
      }));
      return [
        ...missing.map((one) => problem(`/headers/${one.name}`, 'is required')),
        ...complaints(queries, nestedForm(query)).map(({ at, says }) => problem(`/query${at}`, says)),
        ...bodyProblems().map(({ at, says }) => problem(at, says)),
      ];

      function bodyProblems() {
        const type = given['content-type']?.split(';')[0] ?? '';
        const media = operation.requestBody?.content?.[type];
        if (body === undefined || body === '')
          return operation.requestBody?.required ? [{ at: '', says: 'has no body' }] : [];
        if (!media?.schema) return [{ at: '', says: `a body of the type "${type}" is not specified` }];
        const isForm = type === 'application/x-www-form-urlencoded';
        const validate = schemaAt(isForm ? texts : json, [...pointer, 'requestBody', 'content', type, 'schema']);
        return complaints(validate, isForm ? nestedForm(body) : JSON.parse(body));
      }
    },
    answerProblems(spoken) {
      const { status, headers, text } = spoken.answer;
      const found = find(spoken);
      if (!found) return unknown(spoken, status);
      const { operation, name, pointer } = found;
      const key = operation.responses[status] ? String(status) : 'default';
      const problem = (at: string, says: string): Problem => ({ operation: name, status, at, says });
      let response = operation.responses[key];
      let where = [...pointer, 'responses', key];
      if (!response) return [problem('', `status ${status} is not specified`)];
      if (response.$ref) {
        where = response.$ref.slice(2).split('/');
        response = strict.components?.responses?.[where.at(-1)!] ?? {};
      }
      const type = String(headers['content-type'] ?? '').split(';')[0]!;
      const wrongHeaders = Object.keys(response.headers ?? {}).flatMap((header) => {
        const value = headers[header.toLowerCase()];
        if (value === undefined) return [];
        const $ref = referenceTo([...where, 'headers', header, 'schema']);
        const validate = once($ref, () => ({ type: 'object', properties: { value: { $ref } } }));
        return complaints(validate, { value }).map(({ says }) => problem(`/headers/${header}`, says));
      });
      if (!response.content) return wrongHeaders;
      const isStream = type === 'text/event-stream';
      const media = response.content[type] ? type : isStream ? 'application/json' : type;
      if (!response.content[media]?.schema)
        return [problem('', `the type "${type}" is not specified`), ...wrongHeaders];
      const place = [...where, 'content', media, 'schema'];
      const { oneOf } = response.content[media].schema;
      const shapes = oneOf ? oneOf.map((_, index) => [...place, 'oneOf', String(index)]) : [place];
      const validators = shapes.map((shape) => schemaAt(json, shape));
      const bodies = isStream ? eventsOf(text) : [text];
      return [
        ...wrongHeaders,
        ...bodies.flatMap((body) => fewest(validators, JSON.parse(body)).map(({ at, says }) => problem(at, says))),
      ];
    },
  };
}

/** The data of server-sent events but the mark of the end. */
const eventsOf = (text: string) =>
  text.split('\n\n').flatMap((event) => (/^data: (?!\[DONE\])/.test(event) ? [event.slice('data: '.length)] : []));

const sentAs = ({ request }: Pick<Spoken, 'request'>) => `${request.method} ${request.path.split('?')[0]}`;

/** What a validator complains of; where branches of an alternative fail, the branches' own complaints are enough. */
export function complaints(validate: ValidateFunction, value: unknown): { at: string; says: string }[] {
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const isSummary = ({ keyword }: ErrorObject) => keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'if';
  // "or null" is no help when the value is there and something inside it is wrong.
  const isBesideThePoint = ({ instancePath, params }: ErrorObject) =>
    params.type === 'null' && errors.some((other) => placeOf(other).startsWith(`${instancePath}/`));
  const plain = errors.filter((error) => !isSummary(error) && !isBesideThePoint(error));
  return (plain.length > 0 ? plain : errors).map((error) => ({
    at: placeOf(error),
    says: `${error.message} ${JSON.stringify(error.params)}`,
  }));
}

/** A property too many, or too few, is itself the place. */
function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  const name: unknown = keyword === 'additionalProperties' ? params.additionalProperty : params.missingProperty;
  return typeof name === 'string' ? `${instancePath}/${name}` : instancePath;
}

/** The complaints of the shape that fits best; a shape for another kind of `object` does not fit at all. */
function fewest(validators: readonly ValidateFunction[], value: unknown) {
  const perShape = validators.map((validate) => complaints(validate, value));
  const weight = (all: { at: string }[]) => (all.some(({ at }) => at === '/object') ? Infinity : all.length);
  return perShape.reduce((best, other) => (weight(other) < weight(best) ? other : best));
}

const referenceTo = (steps: readonly string[]) =>
  `doc#/${steps.map((step) => encodeURIComponent(step.replace(/~/g, '~0').replace(/\//g, '~1'))).join('/')}`;

function schemaAt(ajv: Ajv, steps: readonly string[]): ValidateFunction {
  const validate = ajv.getSchema(referenceTo(steps));
  if (!validate) throw new Error(`The document has nothing at ${steps.join(' ')}.`);
  return validate;
}

const patternOf = (path: string) =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`);
