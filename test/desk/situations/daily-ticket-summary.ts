import type { TestProduct } from '../../product/open-product';
import { createTicket } from '../desk-ticket';
import { watchRuns } from '../flow-runs';
import { reportOf, reportsMailed } from '../kept-report';
import type { Situation } from '../situation';

const FLOW = 'Daily Ticket Summary';

const DAY_MINUTES = 24 * 60;

/** A day nobody has reported on yet is over; each case is one. */
async function endDay(product: TestProduct) {
  await product.pass(DAY_MINUTES);
  const date = product.instantIn(-DAY_MINUTES).slice(0, 10);
  const today = product.instantIn(0).slice(0, 10);
  return {
    mails: () => reportsMailed(product, date).length,
    report: () => reportOf(product, date),
    /** Whether the administrator can see that the mail was not sent, or that nobody knows. */
    isMailInDoubt: () =>
      product
        .rows('rcc_errorlog')
        .filter(({ createdon }) => String(createdon).startsWith(today))
        .some(({ rcc_code, rcc_action }) => rcc_code === 'MailUnknown' || rcc_action === 'Mail_once'),
  };
}

export const situations: Situation[] = [
  {
    name: 'a day has just ended',
    async play(product, begin) {
      const { mails, report, isMailInDoubt } = await endDay(product);
      await createTicket(product);
      await product.idle();
      const runs = watchRuns(product, FLOW);
      begin();
      await runs.start();
      return {
        again: runs.start,
        async broken(struck) {
          // What has failed is taken up in the next hour.
          const isPut = struck !== undefined && runs.haveFailed();
          return [
            ...(mails() <= 1 ? [] : [`${mails()} mails`]),
            ...(mails() === 1 || isPut || isMailInDoubt() ? [] : ['no mail, and nobody sees it']),
            ...((await report()) !== undefined || isPut ? [] : ['no report is kept']),
          ];
        },
      };
    },
  },
  ...(['its report is kept already', 'its report is kept already, but cannot be found'] as const).map(
    (name, index): Situation => ({
      name,
      always: index === 0 ? [] : ['Find_kept_report'],
      async play(product, begin) {
        const { mails, report } = await endDay(product);
        const runs = watchRuns(product, FLOW);
        await runs.start();
        begin();
        await runs.start();
        return {
          again: runs.start,
          broken: async () => [
            ...(mails() === 1 ? [] : ['not one mail']),
            ...((await report()) !== undefined ? [] : ['the report is gone']),
          ],
        };
      },
    }),
  ),
];
