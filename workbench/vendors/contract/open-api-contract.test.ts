import { contractBook } from './contract-book';
import { openApiContract, type OpenApiDocument } from './open-api-contract';
import type { Spoken } from './recorded-transport';
import { having, text } from './shape';

const parcel = {
  type: 'object',
  properties: { id: { type: 'string' }, state: { type: 'string', enum: ['new', 'old'] } },
};
const json = (schema: Record<string, unknown>) => ({ 'application/json': { schema } });
const document: OpenApiDocument = {
  paths: {
    '/parcels/{id}': {
      get: {
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'limit', in: 'query', schema: { type: 'integer' } },
          { name: 'transId', in: 'header', required: true, schema: { type: 'string' } },
        ],
        responses: {
          200: {
            content: json({ $ref: '#/components/schemas/Parcel' }),
            headers: { Wait: { schema: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    },
    '/parcels': {
      post: {
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                properties: {
                  amount: { type: 'integer' },
                  metadata: { type: 'object', additionalProperties: { type: 'string' } },
                },
              },
            },
          },
        },
        responses: { default: { content: json({ allOf: [{ $ref: '#/components/schemas/Parcel' }, sized()] }) } },
      },
    },
  },
  components: { schemas: { Parcel: parcel } },
};
function sized() {
  return { type: 'object', properties: { size: { type: 'integer', nullable: true } } };
}

const get = (path = '/api/parcels/1', headers: Record<string, string> = { TransId: '7' }): Spoken['request'] => ({
  method: 'GET',
  path,
  headers,
});
const post = (body: string): Spoken['request'] => ({
  method: 'POST',
  path: '/api/parcels',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body,
});
const answered = (body: unknown, status = 200, headers = {}) => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  text: JSON.stringify(body),
});
const contract = openApiContract(document, '/api');
const wrongIn = (request: Spoken['request']) => contract.requestProblems({ request }).map(({ at }) => at);
const wrongAnswer = (request: Spoken['request'], answer: Spoken['answer']) =>
  contract.answerProblems({ request, answer }).map(({ at, says }) => at || says);

describe('a contract', () => {
  it('takes what is specified', () => {
    expect(wrongIn(get('/api/parcels/1?limit=5'))).toEqual([]);
    expect(wrongAnswer(get(), answered({ id: '1', state: 'new' }, 200, { wait: '3' }))).toEqual([]);
    expect(wrongIn(post('amount=5&metadata[order]=1'))).toEqual([]);
    expect(wrongAnswer(post(''), answered({ id: '1', size: null }, 201))).toEqual([]);
  });

  it.each([
    ['a missing header', get('/api/parcels/1', {}), '/headers/transId'],
    ['a query nobody knows', get('/api/parcels/1?colour=red'), '/query/colour'],
    ['a query of another type', get('/api/parcels/1?limit=many'), '/query/limit'],
    ['an operation nobody knows', get('/api/letters'), ''],
    ['a field nobody knows', post('amuont=5'), '/amuont'],
    ['a field of another type', post('amount=all'), '/amount'],
  ])('refuses %s in a request', (_, request, at) => expect(wrongIn(request)).toEqual([at]));

  it.each([
    ['a misspelt property', get(), answered({ sate: 'new' }), '/sate'],
    ['a word outside the enumeration', get(), answered({ state: 'lost' }), '/state'],
    ['a status that is not specified', get(), answered({}, 500), 'status 500 is not specified'],
    ['a header out of range', get(), answered({}, 200, { wait: '-1' }), '/headers/Wait'],
    ['a misspelt property of an object of two parts', post(''), answered({ siez: 1 }), '/siez'],
  ])('refuses %s in an answer', (_, request, answer, at) => expect(wrongAnswer(request, answer)).toEqual([at]));
});

describe('the judgement', () => {
  const spoken = { request: get(), answer: answered({ id: '1', state: 'lost' }) };
  const deviation = {
    vendor: 'ups' as const,
    operation: 'GET /parcels/{id}',
    status: 200,
    at: '/state',
    specification: '',
    reality: '',
    source: '',
  };
  const book = () => {
    const pages = contractBook(
      'ups',
      [contract],
      [{ operation: 'GET /parcels/{id}', status: 200, schema: having({ name: text }) }],
    );
    pages.talk([spoken]);
    return pages;
  };

  it('knows what no deviation explains, what our client misses included', () =>
    expect(book().verdict([]).unexplained).toEqual([
      expect.stringMatching(/^GET \/parcels\/\{id\} 200 \/state: /),
      expect.stringMatching(/ 200 \/name: our client needs it/),
    ]));

  it('takes a deviation of this place as an excuse, of another place not', () => {
    const excused = (more: object) => book().verdict([{ ...deviation, ...more }]).unexplained.length;
    expect(excused({})).toBe(1);
    expect(excused({ at: '/*' })).toBe(0);
    expect(excused({ at: '/state/*' })).toBe(2);
    expect(excused({ status: 404 })).toBe(2);
    expect(excused({ operation: 'GET /letters' })).toBe(2);
  });

  it('names a deviation that is not needed any more', () => {
    const gone = { ...deviation, at: '/colour' };
    expect(book().verdict([deviation, gone]).needless).toEqual(['GET /parcels/{id} 200 /colour']);
  });
});
