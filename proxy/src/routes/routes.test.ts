import { validateAnswer } from '../contract/validate-answer';
import { eventProblems } from '../events/event-problems';
import { openMemoryStore } from '../events/memory-store';
import type { StoredEvent } from '../events/event';
import type { Store } from '../events/store';
import { context, fakeServices, type FakeServices, triaged } from '../server/fake-services';
import { serveForTest, type ServedForTest } from '../server/serve-for-test';

const now = new Date('2026-03-01T09:30:00.000Z');
let store: Store;
let services: FakeServices;
let served: ServedForTest;
beforeAll(async () => {
  store = await openMemoryStore();
  services = fakeServices();
  served = await serveForTest(store, services, { now: () => now });
});
afterAll(async () => {
  await served.stop();
  await store.close();
});

let seen = 0;
/** Calls an operation and gives its answer, checked against the document, and the events it recorded, checked too. */
const call = async <Answer = Record<string, unknown>>(
  operationId: string,
  path: string,
  body: object,
  key?: string,
): Promise<{ answer: Answer; events: StoredEvent[] }> => {
  const reply = await served.post(path, body, key === undefined ? {} : { 'idempotency-key': key });
  expect([reply.status, reply.body]).toEqual([200, reply.body]);
  validateAnswer(operationId, reply.body);
  const events = await store.eventsAfter(seen);
  seen = events.at(-1)?.sequence ?? seen;
  expect(events.flatMap(eventProblems)).toEqual([]);
  return { answer: reply.body as Answer, events };
};
const types = (events: StoredEvent[]) => events.map((event) => `${event.source}/${event.type}`);

const message = {
  channel: 'email',
  text: 'Where is order 12345?',
  subject: 'My order',
  from_email: 'customer@example.com',
  message_id: '<1@example.com>',
  received_at: '2026-03-01T09:00:00Z',
};

describe('TriageMessage', () => {
  it('answers with the triage and records the message as it came and what was read', async () => {
    const { answer, events } = await call('TriageMessage', '/v1/messages/triage', message);
    expect(answer).toMatchObject({ ...triaged, replayed: false, duration_ms: expect.any(Number) as number });
    expect(types(events)).toEqual(['email/message.received', 'email/message.triaged']);
    expect(events[0]).toMatchObject({ occurredAt: '2026-03-01T09:00:00.000Z', payload: { text: message.text } });
    expect(events[1]?.payload).toMatchObject({ intent: 'order_tracking', message_id: message.message_id });
    expect(events[1]?.payload).not.toHaveProperty('clean_text');
  });

  it('gives the first answer to a key again, reads nothing and records nothing', async () => {
    const first = await call('TriageMessage', '/v1/messages/triage', message, 'triage-1');
    const asked = services.asked.triage;
    const again = await call('TriageMessage', '/v1/messages/triage', message, 'triage-1');
    expect(again).toEqual({ answer: { ...first.answer, replayed: true }, events: [] });
    expect(services.asked.triage).toBe(asked);
  });

  it('reads once for the same key at the same time', async () => {
    const { triage } = services.triage;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    services.triage.triage = async (request) => (await held, triage(request));
    const asked = services.asked.triage;
    const replies = Array.from({ length: 10 }, () =>
      served.post('/v1/messages/triage', message, { 'idempotency-key': 'at the same time' }),
    );
    // Long enough for all of them to have come in before the first is answered.
    await new Promise((resolve) => setTimeout(resolve, 300));
    release();
    const replayed = (await Promise.all(replies)).map((reply) => (reply.body as { replayed: boolean }).replayed);
    services.triage.triage = triage;
    expect(services.asked.triage).toBe(asked + 1);
    expect(replayed.filter((flag) => !flag)).toHaveLength(1);
    seen = (await store.eventsAfter(seen)).at(-1)?.sequence ?? seen;
  });

  it('gives the first answer also when the key comes with another body, and says so in the log', async () => {
    await call('TriageMessage', '/v1/messages/triage', message, 'triage-2');
    const { answer } = await call('TriageMessage', '/v1/messages/triage', { ...message, text: 'else' }, 'triage-2');
    expect(answer.replayed).toBe(true);
    expect(served.logged()).toContain('same key with another body');
  });
});

it('GetDeskDay goes by the desk’s zone, which it remembers', async () => {
  const at = '2026-03-10T18:30:00Z';
  const tokyo = await call('GetDeskDay', '/v1/desk/days', { at, business_hours: { time_zone: 'Asia/Tokyo' } });
  expect(types(tokyo.events)).toEqual(['operations/desk.described']);
  const again = await call('GetDeskDay', '/v1/desk/days', { at });
  expect(again.events).toEqual([]);
  expect(again.answer).toMatchObject({ date: '2026-03-11', day_before: '2026-03-10', time_zone: 'Asia/Tokyo' });
  await call('GetDeskDay', '/v1/desk/days', { business_hours: { time_zone: 'UTC' } });
  expect((await call('GetDeskDay', '/v1/desk/days', {})).answer).toMatchObject({ time_zone: 'UTC' });
});

it('GetOrderContext answers with the context and records it without the ready-made sentences', async () => {
  const body = { requester_email: 'customer@example.com', order_id: '12345', message_id: '<1@example.com>' };
  const { answer, events } = await call('GetOrderContext', '/v1/orders/context', body);
  expect(answer).toMatchObject({ ...context, replayed: false });
  expect(types(events)).toEqual(['order/context.looked_up']);
  expect(events[0]?.payload).toMatchObject({ operation: 'GetOrderContext', order_id: 'ORD-12345', found: true });
  expect(events[0]?.payload).not.toHaveProperty('facts');
});

it('TrackShipment and GetCharge record what was looked up', async () => {
  const who = { requester_email: 'customer@example.com' };
  const track = { ...who, tracking_number: '1Z999AA10123456784' };
  expect(types((await call('TrackShipment', '/v1/shipments/track', track)).events)).toEqual([
    'order/context.looked_up',
  ]);
  const charge = { ...who, charge_id: 'ch_1234567890' };
  expect(types((await call('GetCharge', '/v1/charges/look-up', charge)).events)).toEqual(['payment/context.looked_up']);
});

it('DraftReply takes the order context as GetOrderContext gave it, and records the draft', async () => {
  const body = { requester_email: 'customer@example.com', order_id: '12345' };
  const { answer: order_context } = await call('GetOrderContext', '/v1/orders/context', body);
  const request = { channel: 'email', intent: 'order_tracking', text: 'Where is it?', order_context };
  const { answer, events } = await call('DraftReply', '/v1/replies/draft', request);
  expect(answer).toMatchObject({ can_send: true, replayed: false });
  expect(types(events)).toEqual(['email/reply.drafted']);
});

describe('RecordInteraction', () => {
  it.each([
    ['message_received', 'message.received'],
    ['send_claimed', 'reply.claimed'],
    ['replied', 'message.replied'],
    ['reply_failed', 'reply.failed'],
    ['reply_unknown', 'reply.unknown'],
    ['status_changed', 'ticket.status_changed'],
    ['message_ignored', 'message.ignored'],
  ])('%s becomes %s', async (type, event) => {
    const body = { type, channel: 'chat', message_id: 'm', occurred_at: '2026-02-28T23:00:00Z' };
    const { answer, events } = await call('RecordInteraction', '/v1/interactions', body, `interaction-${type}`);
    expect(answer).toMatchObject({ event_id: events[0]?.id, recorded_at: now.toISOString(), replayed: false });
    expect(events[0]).toMatchObject({ type: event, occurredAt: '2026-02-28T23:00:00.000Z' });
  });

  it('records what a mail was for and which agent wrote it', async () => {
    const body = { type: 'replied', channel: 'email', author: 'agent', agent_id: 'a-1', purpose: 'answer' };
    const { events } = await call('RecordInteraction', '/v1/interactions', body, 'interaction-by-agent');
    expect(events[0]?.payload).toMatchObject({ author: 'agent', agent_id: 'a-1', purpose: 'answer' });
  });

  it('lets one of many claims of the same mail through', async () => {
    const claim = { type: 'send_claimed', channel: 'email', message_id: '<claimed@example.com>' };
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => served.post('/v1/interactions', claim, { 'idempotency-key': 'm:send' })),
    );
    const answers = replies.map((reply) => reply.body as { replayed: boolean; event_id: string });
    expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.event_id)).size).toBe(1);
    expect(await store.eventsAbout({ messageId: '<claimed@example.com>' })).toHaveLength(1);
    seen = (await store.eventsAfter(seen)).at(-1)?.sequence ?? seen;
  });
});

describe('ReportFlowError', () => {
  const failure = { flow: 'Email Ingestion', run_id: 'r1', message: 'It failed.', action: 'Draft', code: '502' };
  const report = async (key: string, more = {}) =>
    (await call('ReportFlowError', '/v1/flow-errors', { ...failure, ...more }, key)).answer.notify_administrator;

  it('asks for one mail about the same kind of error, for each critical one, and for no warning', async () => {
    expect(await report('e1')).toBe(true);
    expect(await report('e2', { run_id: 'r2' })).toBe(false);
    expect(await report('e3', { code: '401' })).toBe(true);
    expect(await report('e4', { severity: 'critical' })).toBe(true);
    expect(await report('e5', { severity: 'warning', code: '429' })).toBe(false);
  });

  it('is recorded among the operations', async () => {
    const { events } = await call('ReportFlowError', '/v1/flow-errors', failure, 'e6');
    expect(types(events)).toEqual(['operations/flow.error']);
  });
});

describe('CreateTicket', () => {
  const body = {
    channel: 'email',
    text: 'Where is it?',
    customer_email: 'customer@example.com',
    subject: 'Re: AW: Hello',
  };
  const create = (more: object, key: string) => call('CreateTicket', '/v1/tickets', { ...body, ...more }, key);

  it('reads the message itself when no intent is given', async () => {
    const asked = services.asked.triage;
    const { answer, events } = await create({}, 'ticket-1');
    expect(services.asked.triage).toBe(asked + 1);
    expect(answer).toMatchObject({ title: 'Hello', intent: 'order_tracking', team: 'orders', triage: triaged });
    expect(types(events)).toEqual(['email/message.received', 'email/message.triaged', 'ticket/ticket.created']);
  });

  it('uses what was read before, and starts the clocks when the message was received', async () => {
    const asked = services.asked.triage;
    const before = { intent: 'payment_issue', priority: 'critical', received_at: '2026-03-01T09:00:00Z' };
    const { answer } = await create(before, 'ticket-2');
    expect(services.asked.triage).toBe(asked);
    expect(answer).toMatchObject({
      team: 'payments',
      first_response_due: '2026-03-01T10:00:00.000Z',
      resolution_due: '2026-03-01T17:00:00.000Z',
    });
    expect(answer).not.toHaveProperty('triage');
  });

  it('takes the times from the rows of the SLA policy table', async () => {
    const rows = [{ priority: 'low', first_response_minutes: 5, resolution_minutes: 10 }];
    const { answer, events } = await create({ intent: 'other', priority: 'low', sla_policies: rows }, 'ticket-3');
    expect(answer).toMatchObject({
      first_response_due: '2026-03-01T09:35:00.000Z',
      resolution_due: '2026-03-01T09:40:00.000Z',
    });
    expect(types(events)).toEqual(['operations/desk.described', 'ticket/ticket.created']);
  });

  it('goes on with the times it was last told, whoever told them', async () => {
    const told = { sla_policies: [{ priority: 'high', first_response_minutes: 7, resolution_minutes: 8 }] };
    const { events } = await call('GetTicketStatistics', '/v1/statistics/tickets', told);
    expect(types(events)).toEqual(['operations/desk.described']);
    const { answer } = await create({ intent: 'other', priority: 'high' }, 'ticket-told');
    expect(answer).toMatchObject({ first_response_due: '2026-03-01T09:37:00.000Z' });
    expect((await call('GetTicketStatistics', '/v1/statistics/tickets', told)).events).toEqual([]);
  });

  it('remembers nothing of a request that was refused', async () => {
    const rows = [
      { priority: 'high', first_response_minutes: 1, resolution_minutes: 2 },
      { priority: 'high', first_response_minutes: 3, resolution_minutes: 4 },
    ];
    const refused = await served.post('/v1/tickets', { ...body, sla_policies: rows }, { 'idempotency-key': 'refused' });
    expect([refused.status, refused.body]).toMatchObject([400, { error: { target: 'body/sla_policies/1/priority' } }]);
    const { events } = await create({ intent: 'other', priority: 'high' }, 'ticket-after-refused');
    expect(types(events)).toEqual(['ticket/ticket.created']);
  });

  it('looks the order up when asked to, as GetOrderContext does', async () => {
    const { answer, events } = await create({ look_up_order: true, message_id: '<9@example.com>' }, 'ticket-looked-up');
    expect(answer).toMatchObject({ order_context: context, triage: triaged });
    const looked = events.find((event) => event.type === 'context.looked_up');
    expect(looked?.payload).toMatchObject({ operation: 'CreateTicket', message_id: '<9@example.com>', found: true });
    expect(looked?.payload).not.toHaveProperty('facts');
  });

  it('refuses a key that came with another customer’s message, so that nobody gets their order', async () => {
    const key = { 'idempotency-key': 'ticket-of-one' };
    const first = { ...body, look_up_order: true };
    expect((await served.post('/v1/tickets', first, key)).status).toBe(200);
    const other = await served.post('/v1/tickets', { ...first, customer_email: 'other@example.com' }, key);
    expect([other.status, other.body]).toMatchObject([422, { error: { code: 'RCC_KEY_REUSED' } }]);
    seen = (await store.eventsAfter(seen)).at(-1)?.sequence ?? seen;
  });

  it('gives the first answer again also when the tickets have changed meanwhile', async () => {
    const first = await create({}, 'ticket-tried-twice');
    const made = { ticket_id: String(first.answer.ticket_id), status: 'unassigned' };
    const again = await create({ customer_email: 'Customer@example.com', open_tickets: [made] }, 'ticket-tried-twice');
    expect(again).toEqual({ answer: { ...first.answer, replayed: true }, events: [] });
  });

  it('gives the same id to the same key, and another to another', async () => {
    const id = async (key: string) => (await create({ intent: 'other' }, key)).answer.ticket_id;
    expect(await id('ticket-4')).toBe(await id('ticket-4'));
    expect(await id('ticket-4')).not.toBe(await id('ticket-5'));
  });
});

describe('AnswerChat', () => {
  const turn = (conversation_id: string, message_id: string, more = {}) =>
    call<{ reply: string; replayed: boolean; ticket: { ticket_id: string; title: string } }>(
      'AnswerChat',
      '/v1/chats/answer',
      { conversation_id, message_id, text: 'Hello there', ...more },
    );

  it('remembers the conversation, and keeps its ticket', async () => {
    const first = await turn('talk', '1');
    const second = await turn('talk', '2');
    expect([first.answer.reply, second.answer.reply]).toEqual(['Turn 1', 'Turn 2']);
    expect(second.answer.ticket).toEqual(first.answer.ticket);
    expect(types(first.events)).toEqual(['ticket/ticket.created', 'order/context.looked_up', 'chat/chat.turn']);
    expect(types(second.events)).toEqual(['order/context.looked_up', 'chat/chat.turn']);
    expect((await turn('other talk', '1')).answer.ticket.ticket_id).not.toBe(first.answer.ticket.ticket_id);
  });

  it('says until when a person answers, by the hours of the desk', async () => {
    const { answer: chat } = services.chat;
    const handoff = {
      intent: 'returns',
      team: 'returns',
      order_id: null,
      reasons: [],
      facts: [],
      transcript: [],
      tried: [],
    };
    services.chat.answer = async (...call) => {
      const turn = await chat(...call);
      const handed = {
        ...turn.answer,
        action: 'handoff' as const,
        handoff: { ...handoff, answer_expected: null } as never,
      };
      return { ...turn, answer: handed };
    };
    // It is Sunday; the desk opens on Monday.
    const business_hours = { weekly_intervals: '{"monday":[{"from":"09:00","to":"17:00"}]}' };
    const rows = [{ priority: 'normal', first_response_minutes: 30, resolution_minutes: 60 }];
    await call('GetTicketStatistics', '/v1/statistics/tickets', { business_hours, sla_policies: rows });
    const { answer, events } = await turn('handed over', '1');
    services.chat.answer = chat;
    expect(answer).toMatchObject({
      handoff: { answer_expected: '2026-03-02T09:30:00.000Z' },
      ticket: { first_response_due: '2026-03-02T09:30:00.000Z', resolution_due: '2026-03-02T10:00:00.000Z' },
    });
    expect(events.at(-1)?.payload).toMatchObject({ handoff: { answer_expected: '2026-03-02T09:30:00.000Z' } });
  });

  it('answers the same message once, although no key is sent', async () => {
    const first = await turn('again', '1');
    const again = await turn('again', '1');
    expect(again).toEqual({ answer: { ...first.answer, replayed: true }, events: [] });
    expect((await turn('again', '2')).answer.reply).toBe('Turn 2');
  });

  it('does not record the postcode', async () => {
    const { events } = await turn('post', '1', { postcode: 'SW1A 1AA', requester_email: 'customer@example.com' });
    expect(JSON.stringify(events)).not.toContain('SW1A');
  });

  it('takes the turns of one conversation one after the other', async () => {
    const body = (n: number) => ({ conversation_id: 'fast', message_id: String(n), text: 'Hi' });
    const replies = await Promise.all(Array.from({ length: 8 }, (_, n) => served.post('/v1/chats/answer', body(n))));
    const said = replies.map((reply) => (reply.body as { reply: string }).reply).sort();
    expect(said).toEqual(Array.from({ length: 8 }, (_, n) => `Turn ${n + 1}`));
  });
});
