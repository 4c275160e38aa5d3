import { buildSchema } from 'graphql';
import { graphqlContract } from './graphql-contract';

const schema = buildSchema(`
  type Query { order(id: ID!): Order }
  type Order { name: String! state: State }
  enum State { PAID OPEN }
`);
const contract = graphqlContract([schema]);
const QUERY = 'query One($id: ID!) { order(id: $id) { name state } }';
const request = (query = QUERY, variables: object = { id: '1' }) => ({
  method: 'POST' as const,
  path: '/admin/api/2026-07/graphql.json',
  headers: {},
  body: JSON.stringify({ query, operationName: 'One', variables }),
});
const wrongAnswer = (body: object) =>
  contract
    .answerProblems({ request: request(), answer: { status: 200, headers: {}, text: JSON.stringify(body) } })
    .map(({ at, says }) => `${at} ${says}`);

it('takes an operation and an answer of the schema', () => {
  expect(contract.requestProblems({ request: request() })).toEqual([]);
  expect(wrongAnswer({ data: { order: { name: '#1', state: 'PAID' } } })).toEqual([]);
  expect(wrongAnswer({ data: { order: null }, errors: [{ message: 'no' }] })).toEqual([]);
});

it.each([
  ['an unknown field', request('query One($id: ID!) { order(id: $id) { nmae } }'), /nmae/],
  ['a missing variable', request(QUERY, {}), /\$id/],
  ['a variable too many', request(QUERY, { id: '1', colour: 'red' }), /colour/],
])('refuses %s in a request', (_, sent, says) =>
  expect(contract.requestProblems({ request: sent })[0]?.says).toMatch(says),
);

it.each([
  ['a word outside the enumeration', { data: { order: { name: '#1', state: 'LOST' } } }, /LOST/],
  ['null where there must be a value', { data: { order: { name: null, state: null } } }, /non-nullable/],
  ['a field that was not asked for', { data: { order: { name: '#1', state: null, total: 1 } } }, /not asked for/],
  ['errors that are a text', { errors: 'no' }, /\/errors/],
])('refuses %s in an answer', (_, body, says) => expect(wrongAnswer(body)[0]).toMatch(says));
