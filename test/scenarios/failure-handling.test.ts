import { createFaultyConnector, type FaultRule } from '../../workbench/flow-engine/faulty-connector';
import { createVirtualClock } from '../../workbench/flow-engine/virtual-clock';
import type { Connector } from '../../workbench/flow-engine/types';
import { MESSAGE_STATUS, TICKET_STATUS } from '../desk/desk-words';
import { openProduct, type TestProduct } from '../product/open-product';

const SERVICE = 'rcc_retailcallcenter';

describe('when the service fails', () => {
  let desk: TestProduct;
  let faulty: Connector | undefined;
  const fail = (rule: FaultRule, connector: Connector) => {
    faulty = createFaultyConnector(connector, [rule], createVirtualClock(new Date()));
  };
  let service: Connector;

  beforeAll(async () => {
    desk = await openProduct({
      wrapConnector: (name, connector) => {
        if (name !== SERVICE) return connector;
        service = connector;
        return { call: (request) => (faulty ?? connector).call(request) };
      },
    });
  });
  afterEach(() => (faulty = undefined));
  afterAll(() => desk.close());

  it('the first call is tried again three times, with growing pauses', async () => {
    fail({ operationId: 'CreateTicket', fault: { kind: 'status', statusCode: 503 } }, service);
    const { runs } = await desk.mail({ from: 'a@example.com', subject: 'Order', body: 'Where is order 12345?' });
    const taken = runs.flatMap(({ actions }) => actions).find(({ name }) => name === 'Create_ticket');
    const pauses = (taken?.tries ?? [])
      .slice(1)
      .map(({ startTime }, index) => Date.parse(startTime) - Date.parse(taken?.tries[index]?.endTime ?? ''));
    expect(pauses).toHaveLength(3);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(5_000);
    expect(pauses[2]).toBeGreaterThan(pauses[0] ?? Infinity);
  });

  it('for good, the message is queued for a person, the error logged and the administrator told once', async () => {
    fail({ operationId: 'DraftReply', fault: { kind: 'status', statusCode: 500 } }, service);
    const mailsBefore = [...desk.product.platform.outlook.sent()].length;
    const { runs, ticket, inbound, events } = await desk.mail({
      from: 'b@example.com',
      subject: 'Order',
      body: 'Where is order 12345?',
    });
    expect(runs.filter(({ flowName }) => flowName === 'Email Ingestion').map(({ status }) => status)).toEqual([
      'Failed',
    ]);
    expect(runs.filter(({ flowName }) => flowName === 'Log Flow Error').map(({ status }) => status)).toEqual([
      'Succeeded',
    ]);
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_reviewreasons: 'processing_failed' });
    expect(inbound).toMatchObject({ rcc_status: MESSAGE_STATUS.received });
    expect(events.map(({ type }) => type)).toContain('flow.error');
    expect(desk.rows('rcc_errorlog').at(-1)).toMatchObject({ rcc_flow: 'Email Ingestion', rcc_severity: 727000002 });
    const mails = [...desk.product.platform.outlook.sent()].slice(mailsBefore);
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['administrator@shop.example', 'Flow failed: Email Ingestion'],
    ]);
  });

  it('once, nobody notices', async () => {
    fail({ operationId: 'DraftReply', attempt: 1, fault: { kind: 'drop' } }, service);
    const { runs, sent } = await desk.mail({ subject: 'Where is order 12345?', body: 'Where is it?' });
    expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
    expect(sent[0]?.body).toContain('out for delivery');
  });

  it('in a chat, the customer is told that a person takes over, and one does', async () => {
    fail({ operationId: 'AnswerChat', fault: { kind: 'status', statusCode: 500 } }, service);
    const { answer, ticket } = await desk.chat({ text: 'How do I return my order?' });
    expect(answer).toMatchObject({ statusCode: 200, body: { action: 'handoff' } });
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_reviewreasons: 'processing_failed' });
  });

  it('a chat that policy sends to a person reaches the right team with everything said', async () => {
    const { answer, ticket } = await desk.chat({ text: 'I was charged twice!' });
    const { action, handoff } = answer.body as { action: string; handoff: string };
    expect(action).toBe('handoff');
    expect(JSON.parse(handoff)).toMatchObject({
      intent: 'payment_issue',
      team: 'payments',
      transcript: [{ author: 'customer', text: 'I was charged twice!' }, { author: 'bot' }],
    });
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_team: 727000004 });
  });

  it('a chat that a person has is raised when something critical is said, and keeps its topic over small talk', async () => {
    const { conversation } = await desk.chat({ text: 'I want to talk to a person' });
    const { ticket } = await desk.chat({ conversation, text: 'My order 33001 caught fire and burned my child!' });
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_priority: 727000003 });
    expect(String(ticket?.rcc_reviewreasons)).toContain('safety');

    const returns = await desk.chat({ text: 'How do I return my order?' });
    const thanks = await desk.chat({ conversation: returns.conversation, text: 'thanks' });
    expect(thanks.ticket).toMatchObject({ rcc_intent: 727000001, rcc_team: returns.ticket?.rcc_team });
  });
});
