import { openProduct, SCHEDULED, type TestProduct } from '../product/open-product';
import { createCountedMoney } from './counted-money';
import { ticketNow } from './desk-ticket';
import { runsOf } from './desk-words';
import { answerQuestions, askForMoney, MONEY_FLOW, MONEY_KIND, MONEY_STATUS, notesOn, requestNow } from './money-desk';

const money = createCountedMoney();
let desk: TestProduct;
let questions: ReturnType<typeof answerQuestions>;
let known = 0;

beforeAll(async () => {
  desk = await openProduct({ desk: true, off: SCHEDULED, wrapConnector: money.wrapConnector });
  questions = answerQuestions(desk, () => ({ response: 'Approve' }));
});
beforeEach(() => {
  money.clear();
  known = questions.length;
});
afterAll(() => desk.close());

const asked = () => questions.slice(known);
async function ask(columns: Record<string, unknown> = {}) {
  const { ticket, request } = await askForMoney(desk, columns);
  const runs = runsOf(MONEY_FLOW, await desk.idle());
  return {
    runs,
    row: await requestNow(desk, request),
    notes: notesOn(desk, ticket),
    ticketNow: ticketNow(desk, ticket),
  };
}

describe('A request at fault asks nobody and sends nothing', () => {
  it('when the request itself is at fault, and the words are those of the service', async () => {
    const error = { code: 'RCC_INVALID_REQUEST', message: 'body/lines/0/quantity must be at least 1.' };
    money.plan({ statusCode: 400, headers: {}, body: { error } });
    const { row } = await ask();
    expect(row).toMatchObject({ rcc_status: MONEY_STATUS.failed, rcc_outcome: error.message });
    expect(asked()).toEqual([]);
  });

  it('when the lines are no JSON; the column is named', async () => {
    const { row, runs } = await ask({ rcc_lines: '2 x blue mug' });
    expect(row.rcc_outcome).toMatch(/^The column Lines \(rcc_lines\) has to hold a JSON list/);
    expect(runs).toMatchObject([{ status: 'Succeeded' }]);
    expect([money.plans.length, asked().length]).toEqual([0, 0]);
  });

  it.each([
    [{ rcc_amount: 5 }, 'Amount (rcc_amount)'],
    [{ rcc_amount: 0 }, 'Amount (rcc_amount)'],
    [{ rcc_lines: '[{"line_id": "gid://shopify/LineItem/123591", "quantity": 1}]' }, 'Lines (rcc_lines)'],
    [{ rcc_amount: 5, rcc_lines: '[]' }, 'Amount (rcc_amount) and Lines (rcc_lines)'],
  ])('when a cancellation comes with %p, which it cannot have; the column is named', async (columns, named) => {
    const { row } = await ask({ rcc_kind: MONEY_KIND.cancellation, ...columns });
    expect(row).toMatchObject({
      rcc_status: MONEY_STATUS.failed,
      rcc_outcome: `A cancellation is of the whole order: leave ${named} empty, or ask for a refund instead.`,
    });
    expect([asked().length, money.payments.length]).toEqual([0, 0]);
  });

  it('when the requester has no address; no mail is tried, so none is in doubt', async () => {
    const error = { code: 'RCC_INVALID_REQUEST', message: 'body/requested_by is too short.' };
    money.plan({ statusCode: 400, headers: {}, body: { error } });
    const { row, runs, notes, ticketNow: after } = await ask({ 'rcc_RequestedBy@odata.bind': null });
    expect(row).toMatchObject({
      rcc_status: MONEY_STATUS.failed,
      rcc_outcome: expect.stringContaining('rcc_RequestedBy'),
    });
    expect(notes).toHaveLength(1);
    expect([after.rcc_requireshumanreview ?? false, after.rcc_reviewreasons ?? null]).toEqual([false, null]);
    expect(runs[0]!.actions.filter(({ name }) => name === 'Wait_for_the_other_notice')).not.toContainEqual(
      expect.objectContaining({ status: 'Succeeded' }),
    );
  });
});
