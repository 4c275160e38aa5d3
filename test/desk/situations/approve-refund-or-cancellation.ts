import { callOutsideRuns } from '../../../workbench/flow-engine/call-outside-runs';
import type { PresentedRow } from '../../../workbench/dataverse/rows/present-row';
import type { TestProduct } from '../../product/open-product';
import type { CountedMoney } from '../counted-money';
import { mailsAbout } from '../desk-ticket';
import { runsOf } from '../desk-words';
import { HOUSEKEEPING } from '../housekeeping';
import {
  answerQuestions,
  APPROVER,
  askForMoney,
  type Decide,
  MONEY_FLOW,
  MONEY_KIND,
  MONEY_STATUS,
  REQUESTER,
  requestNow,
  rowNow,
} from '../money-desk';
import type { Played, Situation } from '../situation';

const APPROVE: Decide = () => ({ response: 'Approve' });
const { requested, approved, running, done, rejected, timedOut, failed } = MONEY_STATUS;
const OPEN: readonly unknown[] = [requested, approved, running];
const LONG = 74 * 60;

interface Given {
  columns?: Record<string, unknown>;
  decide?: Decide;
  /** How the service answers, besides approval needed and done. */
  service?: (money: CountedMoney) => void;
  /** How often the trigger comes at once. */
  deliveries?: number;
  /** Somebody was asked more than three days ago, and the run that waited died. */
  isLate?: boolean;
  /** Where it may end. */
  ends: readonly number[];
}

const listening = new WeakMap<TestProduct, Map<string, Decide>>();

/** Lets each question be answered the way of its own case. @returns those ways, by the number of the request */
function decisionsOf(product: TestProduct): Map<string, Decide> {
  const known = listening.get(product);
  if (known) return known;
  const decisions = new Map<string, Decide>();
  answerQuestions(product, (approval) => decisions.get(/MON-\d+/.exec(approval.title)?.[0] ?? '')?.(approval));
  listening.set(product, decisions);
  return decisions;
}

/** Turns an ended request into one that was asked about long ago. */
async function makeLate(product: TestProduct, request: PresentedRow, decide: Decide): Promise<void> {
  const { approvals } = product.product.platform;
  const title = `${String(request.rcc_actionnumber)}: 20.00 EUR`;
  const { body } = await callOutsideRuns(
    approvals,
    'CreateAnApproval',
    { approvalType: 'Basic', ApprovalCreationInput: { title, assignedTo: APPROVER } },
    'test',
  );
  // Later than the row was made: nothing but the row's first moment may come with an approval of its own.
  await product.pass(1);
  const { name } = body as { name: string };
  const answer = decide(approvals.find(name)!);
  if (answer) approvals.respond(name, { approver: APPROVER, ...answer });
  await product.update('rcc_moneyactions', String(request.rcc_moneyactionid), {
    rcc_status: requested,
    rcc_approvalid: name,
    rcc_askedon: product.instantIn(-LONG),
  });
}

const play =
  (
    money: CountedMoney,
    { columns, decide = APPROVE, service, deliveries = 1, isLate = false, ends }: Given,
  ): Situation['play'] =>
  async (product, begin): Promise<Played> => {
    const decisions = decisionsOf(product);
    money.clear();
    service?.(money);
    // A request that has ended starts nothing, so the late one is made of such a row.
    if (!isLate) begin();
    const { ticket, request } = await askForMoney(product, isLate ? { rcc_status: failed } : columns);
    if (!isLate) decisions.set(String(request.rcc_actionnumber), decide);
    else {
      await makeLate(product, request, decide);
      begin();
      await product.update('rcc_moneyactions', String(request.rcc_moneyactionid), { rcc_attempts: 1 });
    }
    for (let more = 1; more < deliveries; more += 1)
      product.product.platform.raise(MONEY_FLOW, { headers: {}, body: request });
    let cameAgain = false;
    let isFailed = false;
    const wait = async () => {
      isFailed ||= runsOf(MONEY_FLOW, await product.idle()).some(({ status }) => status === 'Failed');
    };
    await wait();
    return {
      async again() {
        cameAgain = true;
        const isOpen = async () => OPEN.includes((await requestNow(product, request)).rcc_status);
        if (!(await isOpen())) product.product.platform.raise(MONEY_FLOW, { headers: {}, body: request });
        await wait();
        for (let look = 0; look < 3 && (await isOpen()); look += 1) {
          await product.pass(LONG);
          product.product.platform.raise(HOUSEKEEPING, {});
          await wait();
        }
      },
      async broken() {
        const row = await requestNow(product, request);
        const paid = money.payments.filter(({ body }) => body.ticket_id === ticket.rcc_ticketid).length;
        const mails = mailsAbout(product, ticket, REQUESTER).length;
        const reasons = String((await rowNow(product, 'rcc_tickets', ticket.rcc_ticketid))?.rcc_reviewreasons);
        const isTold = mails > 0 || /agent_not_told|notice_unknown/.test(reasons);
        const note = await rowNow(product, 'annotations', request.rcc_moneyactionid);
        const isOpen = OPEN.includes(row.rcc_status);
        const isOutOfReach = paid === 0 && String(row.rcc_outcome).startsWith('It could not be looked at');
        return [
          ...(paid > 1 ? [`paid ${paid} times`] : []),
          ...(row.rcc_status === done && paid !== 1 ? ['done, but nothing was sent'] : []),
          ...(paid > 0 && [rejected, timedOut].some((status) => status === row.rcc_status)
            ? ['paid, and the row says it was not']
            : []),
          ...(mails > 1 ? [`told ${mails} times`] : []),
          ...(!isOpen && note?._objectid_value !== ticket.rcc_ticketid ? ['ended without its note'] : []),
          ...(!isOpen && !isTold ? ['ended, and nobody was told'] : []),
          ...(isOpen && !isFailed && row.rcc_status !== running ? ['it stands still, and no run failed'] : []),
          ...(cameAgain && isOpen ? [`it never ended: ${String(row.rcc_status)}`] : []),
          ...(!isOpen && !isOutOfReach && !ends.some((status) => status === row.rcc_status)
            ? [`ended as ${String(row.rcc_status)}`]
            : []),
        ];
      },
    };
  };

/** @param money answers what the flow asks of the service's money operations */
export const situations = (money: CountedMoney): Situation[] => [
  { name: 'a refund that is approved', play: play(money, { ends: [done] }) },
  {
    name: 'a cancellation that is approved',
    play: play(money, { columns: { rcc_kind: MONEY_KIND.cancellation }, ends: [done] }),
  },
  {
    name: 'a refund that is rejected',
    play: play(money, { decide: () => ({ response: 'Reject', comments: 'No.' }), ends: [rejected] }),
  },
  { name: 'a refund nobody decides on', play: play(money, { decide: () => undefined, ends: [timedOut] }) },
  {
    name: 'a refund whose end cannot be found out',
    play: play(money, { service: ({ carryOut }) => carryOut({ state: 'unknown' }), ends: [failed] }),
  },
  {
    name: 'a refund that takes longer than a run looks for',
    play: play(money, {
      service: ({ carryOut }) => carryOut(...Array.from({ length: 9 }, () => ({ state: 'running' as const }))),
      ends: [done],
    }),
  },
  { name: 'a refund that is asked for twice at once', play: play(money, { deliveries: 2, ends: [done] }) },
  { name: 'a refund that was approved after its run had died', play: play(money, { isLate: true, ends: [done] }) },
];
