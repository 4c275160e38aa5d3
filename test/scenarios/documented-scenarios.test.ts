import { MESSAGE_STATUS, TICKET_STATUS } from '../desk/desk-words';
import { dailyMetrics } from '../../proxy/src/metrics/daily-metrics';
import { readDeskTimes } from '../../proxy/src/tickets/desk/read-desk-times';
import { OFFLINE_MODEL } from '../../proxy/src/triage/offline-verdict';
import { openProduct, type TestProduct } from '../product/open-product';

const TEAM = { payments: 727000004 };
const INTENT = { order_tracking: 727000000, returns: 727000001, payment_issue: 727000004 };

const vendorsAsked = (desk: TestProduct, since: number) =>
  new Set(
    desk.product.sandboxes
      .calls()
      .slice(since)
      .map(({ vendor }) => vendor),
  );

/** Who reads the messages, and what is recorded of it beside the message. */
const MODES = [
  ['the offline model', false, []],
  ['a language model', true, ['ai.used']],
] as const;

describe.each(MODES)('the documented scenarios read by %s, from the message to the stored event', (_, model, used) => {
  let desk: TestProduct;
  beforeAll(async () => {
    desk = await openProduct({ model });
  });
  afterAll(() => desk.close());

  const readBy = model ? 'gpt-4o-mini' : OFFLINE_MODEL;
  const modelCalls = () => desk.product.sandboxes.calls().filter(({ vendor }) => vendor === 'openai').length;

  it('"Where is order 12345?" is answered with what the shop and FedEx say', async () => {
    const before = desk.product.sandboxes.calls().length;
    const { runs, ticket, sent, events, inbound } = await desk.mail({
      from: 'customer@example.com',
      subject: 'Where is order 12345?',
      body: 'I ordered something last week...',
    });
    expect(runs.map(({ flowName, status }) => [flowName, status])).toEqual([['Email Ingestion', 'Succeeded']]);

    const triaged = events.find(({ type }) => type === 'message.triaged');
    expect(triaged?.payload).toMatchObject({
      intent: 'order_tracking',
      order_id: 'ORD-12345',
      priority: 'normal',
      sentiment: 'neutral',
      requires_human_review: false,
      model: readBy,
    });
    expect([...vendorsAsked(desk, before)]).toEqual(expect.arrayContaining(['shopify', 'fedex']));

    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: 'customer@example.com' });
    expect(sent[0]?.body).toContain('out for delivery');
    const drafted = events.find(({ type }) => type === 'reply.drafted');
    expect(drafted?.payload.template).toBe(`${model ? 'ai:' : ''}order_tracking.state`);
    expect(sent[0]?.subject).toBe(`Re: Where is order 12345? [${String(ticket?.rcc_ticketnumber)}]`);
    expect(ticket).toMatchObject({
      statuscode: TICKET_STATUS.answered,
      rcc_intent: INTENT.order_tracking,
      rcc_ordernumber: 'ORD-12345',
      rcc_requireshumanreview: false,
    });
    expect(inbound).toMatchObject({ rcc_status: MESSAGE_STATUS.received });
    expect(events.map(({ type }) => type)).toEqual([
      ...used,
      'message.received',
      'message.triaged',
      'context.looked_up',
      'ticket.created',
      ...used,
      'reply.drafted',
      'reply.claimed',
      'message.replied',
    ]);
    expect(events.at(-1)?.payload).toMatchObject({ status_from: 'new', status_to: 'answered', status_version: 1 });
  });

  it('"How do I return my order?" in the chat is answered from the returns policy, without a person', async () => {
    const { answer, ticket, events, inbound, outbound } = await desk.chat({ text: 'How do I return my order?' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toMatchObject({ action: 'answer', intent: 'returns', handoff: '' });
    expect((answer.body as { reply: string }).reply).toContain('30 days');
    expect(ticket).toMatchObject({
      statuscode: TICKET_STATUS.answered,
      rcc_intent: INTENT.returns,
      rcc_requireshumanreview: false,
    });
    expect([inbound?.rcc_body, outbound?.rcc_body]).toEqual([
      'How do I return my order?',
      (answer.body as { reply: string }).reply,
    ]);
    expect(events.map(({ type }) => type)).toEqual([...used, ...used, 'ticket.created', 'chat.turn']);
    expect(events.at(-1)?.payload).toMatchObject({ action: 'answer' });
  });

  it.each([
    ['URGENT: Double charged!!', 'I was charged twice!'],
    ['', 'I was charged twice!'],
  ])('"%s" / "%s" goes to the payments team, and nothing is promised', async (subject, body) => {
    const { ticket, sent, events, runs } = await desk.mail({
      from: `payer${subject.length}@example.com`,
      subject,
      body,
    });
    expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
    expect(events.find(({ type }) => type === 'message.triaged')?.payload).toMatchObject({
      intent: 'payment_issue',
      priority: 'critical',
      sentiment: 'negative',
      requires_human_review: true,
      team: 'payments',
      model: readBy,
    });
    expect(ticket).toMatchObject({
      statuscode: TICKET_STATUS.unassigned,
      rcc_team: TEAM.payments,
      rcc_intent: INTENT.payment_issue,
      rcc_priority: 727000003,
      rcc_sentiment: 727000002,
      rcc_requireshumanreview: true,
    });
    expect(String(ticket?.rcc_reviewreasons)).toContain('critical_priority');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).not.toMatch(/refund|money back|reimburse|credit/i);
    expect(sent[0]?.body).toContain('A person from our team');
    expect(String(ticket?.rcc_draftreply)).not.toMatch(/we will refund|you will get/i);
  });

  it('a message costs two calls at most, one to read it and one to word its answer, far below half a dollar, and the day’s metrics tell it', async () => {
    const [messages, answered] = [4, 2];
    expect(modelCalls()).toBe(model ? messages + answered : 0);
    const costs = (await desk.events())
      .filter(({ type }) => type === 'ai.used')
      .map(({ payload }) => Number(payload.cost));
    expect(costs).toHaveLength(model ? messages + answered : 0);
    for (const cost of costs) {
      expect(cost).toBeGreaterThan(0);
      expect(cost).toBeLessThan(0.0005);
    }
    const now = desk.clock.now();
    const times = readDeskTimes({}, { timeZone: 'UTC' });
    const date = now.toISOString().slice(0, 10);
    const { rows } = await dailyMetrics({ date }, desk.product.proxy.store, times, now);
    const sum = costs.reduce((all, cost) => all + cost, 0);
    expect(rows.at(-1)?.cost).toBeCloseTo(sum, 9);
    const byIntent = rows.filter(({ scope, cost }) => scope === 'intent' && cost > 0).map(({ intent }) => intent);
    expect(byIntent.sort()).toEqual(model ? ['order_tracking', 'payment_issue', 'returns'] : []);
  });
});
