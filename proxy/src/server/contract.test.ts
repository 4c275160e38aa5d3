import type { Express } from 'express';
import fc from 'fast-check';
import { readConnectorDocument, type JsonSchema } from '../contract/connector-document';
import { schemaArbitrary } from '../contract/schema-arbitrary';
import { validateAnswer } from '../contract/validate-answer';
import type { ErrorEnvelope } from '../errors/envelope';
import { eventProblems } from '../events/event-problems';
import { openMemoryStore } from '../events/memory-store';
import type { Store } from '../events/store';
import { createServer } from '../server';
import { readSettings } from '../settings';
import { fakeServices } from './fake-services';
import { serveForTest, type ServedForTest } from './serve-for-test';
import { validValues } from './valid-values.fixture';

const document = readConnectorDocument();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);
const bodySchema = (operation: (typeof operations)[number]): JsonSchema =>
  operation.parameters.find((parameter) => parameter.in === 'body')?.schema ?? {};
const resolved = (schema: JsonSchema): JsonSchema =>
  document.definitions[String(schema.$ref).replace('#/definitions/', '')] ?? {};

let store: Store;
let served: ServedForTest;
beforeAll(async () => {
  store = await openMemoryStore();
  served = await serveForTest(store, fakeServices(), { now: () => new Date('2026-03-01T09:30:00.000Z') });
});
afterAll(async () => {
  await served.stop();
  await store.close();
});

/** Addresses that are no operations of the connector. */
const PAGES = ['/health', '/feedback'];

let keys = 0;
const freshKey = () => ({ 'idempotency-key': `fuzz-${(keys += 1)}` });

it('every route is one operation of the document, and every operation one route', () => {
  const app: Express = createServer(readSettings({ LOG_LEVEL: 'silent' }), fakeServices(), store);
  const routes = app.router.stack.flatMap(({ route }) => {
    if (!route || PAGES.includes(route.path)) return [];
    const methods = route.stack.map((layer) => layer.method).filter(Boolean);
    return methods.map((method) => `${method} ${route.path}`);
  });
  expect(routes.sort()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).sort());
});

it('the document has the operations of this version', () => {
  expect(operations.map((operation) => operation.operationId).sort()).toEqual([
    'AnswerChat',
    'AssignTicket',
    'AutoAssignTickets',
    'CancelOrder',
    'CreateTicket',
    'DraftReply',
    'EscalateTicket',
    'GetCharge',
    'GetDailyMetrics',
    'GetDeskDay',
    'GetMoneyAction',
    'GetOrderContext',
    'GetTicketStatistics',
    'RecordCorrection',
    'RecordFeedback',
    'RecordInteraction',
    'RefundOrder',
    'ReportFlowError',
    'ResolveTicket',
    'TrackShipment',
    'TriageMessage',
  ]);
});

/**
 * Those that may find nothing to record: a turn answered before, a ticket nobody had, a delay dealt with, a look at a
 * day; the stand-in for refunds and cancellations records nothing.
 */
const MAY_RECORD_NOTHING = [
  'AnswerChat',
  'AssignTicket',
  'CancelOrder',
  'EscalateTicket',
  'GetDailyMetrics',
  'GetDeskDay',
  'GetMoneyAction',
  'GetTicketStatistics',
  'RefundOrder',
];

describe.each(operations)('$operationId', (operation) => {
  const rules = validValues(operation.operationId);
  const valid = schemaArbitrary(bodySchema(operation), document.definitions, rules) as fc.Arbitrary<
    Record<string, unknown>
  >;
  const schema = resolved(bodySchema(operation));
  const properties = schema.properties as Record<string, JsonSchema>;

  it('answers every body the document allows with an answer the document describes', async () => {
    let seen = (await store.eventsAfter(0, undefined, 1_000_000)).at(-1)?.sequence ?? 0;
    await fc.assert(
      fc.asyncProperty(valid, async (body) => {
        const reply = await served.post(operation.path, body, freshKey());
        expect([reply.status, reply.body]).toEqual([200, reply.body]);
        validateAnswer(operation.operationId, reply.body);
        const events = await store.eventsAfter(seen);
        seen = events.at(-1)?.sequence ?? seen;
        expect(events.length).toBeGreaterThan(MAY_RECORD_NOTHING.includes(operation.operationId) ? -1 : 0);
        expect(events.flatMap(eventProblems)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  /** One way each to break a body that was right, with the field that must then be named. */
  const broken = valid.chain((body) => {
    const required = (schema.required ?? []) as string[];
    const missing = required.map((name) => {
      const { [name]: _gone, ...rest } = body;
      return fc.constant({ body: rest as unknown, target: `body/${name}` });
    });
    const wrongType = fc.constantFrom(...Object.keys(properties)).chain((name) => {
      const type = properties[name]?.type ?? 'object';
      const values: unknown[] = [17.5, 'text', true, ['x'], { a: 1 }];
      const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
      const wrong = values.filter((value) => kindOf(value) !== (type === 'integer' ? 'number' : type));
      return fc.constantFrom(...wrong).map((value) => ({ body: { ...body, [name]: value }, target: `body/${name}` }));
    });
    const notThere = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((name) => !(name in properties) && name !== '__proto__')
      .map((name) => ({ body: { ...body, [name]: 1 }, target: `body/${name}` }));
    const noObject = fc
      .constantFrom<unknown>([], 'text', 7, null, true)
      .map((value) => ({ body: value, target: 'body' }));
    return fc.oneof(...missing, wrongType, notThere, noObject);
  });

  it('refuses every broken body with the field that is wrong, and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(broken, async ({ body, target }) => {
        const reply = await served.post(operation.path, JSON.stringify(body), freshKey());
        const { error } = reply.body as ErrorEnvelope;
        expect(reply.status).toBe(400);
        expect(error).toMatchObject({
          code: 'RCC_INVALID_REQUEST',
          request_id: reply.headers['x-request-id'],
          retryable: false,
        });
        // Deeper fields are named more exactly; the message lists them all.
        expect(`${error.message} ${error.target}`).toContain(target);
      }),
      { numRuns: 60 },
    );
  });

  it('survives any text at all', async () => {
    const anything = fc.oneof(fc.json(), fc.string(), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const reply = await served.post(operation.path, text, freshKey());
        expect([200, 400]).toContain(reply.status);
        if (reply.status === 400) expect((reply.body as ErrorEnvelope).error.target).toMatch(/^body/);
      }),
      { numRuns: 40 },
    );
  });
});
