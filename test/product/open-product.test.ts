import { openProduct, type TestProduct } from './open-product';

describe('a product opened for a test', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await openProduct();
  });
  afterAll(() => product.close());

  it('gives back everything one mail left behind', async () => {
    const { runs, inbound, outbound, ticket, sent, events, messageId } = await product.mail({
      subject: 'My order',
      body: 'Where is order 12345?',
    });
    expect(runs.map(({ flowName, status }) => ({ flowName, status }))).toEqual([
      { flowName: 'Email Ingestion', status: 'Succeeded' },
    ]);
    expect(inbound?.rcc_internetmessageid).toBe(messageId);
    expect(outbound?.rcc_internetmessageid).toBe(`reply:${messageId}`);
    expect(ticket?.rcc_ordernumber).toBe('ORD-12345');
    expect(sent).toHaveLength(1);
    expect(events.map(({ type }) => type)).toContain('message.replied');
  });

  it('gives back everything one chat turn left behind', async () => {
    const { answer, runs, inbound, outbound, ticket, events } = await product.chat({
      text: 'How do I return my order?',
    });
    expect(answer.statusCode).toBe(200);
    expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
    expect(inbound?.rcc_body).toBe('How do I return my order?');
    expect(outbound?.rcc_body).toBe((answer.body as { reply: string }).reply);
    expect(ticket?.rcc_ticketnumber).toBe((answer.body as { ticket_number: string }).ticket_number);
    expect(events.map(({ type }) => type)).toContain('chat.turn');
  });
});
