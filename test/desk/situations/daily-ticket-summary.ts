import type { TestProduct } from '../../product/open-product';
import { createTicket } from '../desk-ticket';
import { runsOf } from '../desk-words';
import { reportOf, reportsMailed } from '../kept-report';
import type { Situation } from '../situation';

const FLOW = 'Daily Ticket Summary';

const pass = (product: TestProduct, hours: number): Promise<void> =>
  product.clock.runUntil(new Date(product.clock.now().getTime() + hours * 3_600_000));
/** A day nobody has reported on yet; each case is one. */
const nextDay = (product: TestProduct): Promise<void> => pass(product, 24);

/** A due time by which each new ticket is more overdue than those before: it stands first in the report. */
const laterThanAllOthers = (product: TestProduct): string =>
  new Date(Date.UTC(2026, 0, 1) - (product.clock.now().getTime() - Date.UTC(2026, 2, 1))).toISOString();

export const situations: Situation[] = [
  {
    name: 'the day is reported',
    async play(product, begin) {
      await nextDay(product);
      const date = product.clock.now().toISOString().slice(0, 10);
      await createTicket(product);
      await product.idle();
      let isFailed = false;
      const isInDoubt = () =>
        product
          .rows('rcc_errorlog')
          .some(({ rcc_code, createdon }) => rcc_code === 'MailUnknown' && String(createdon).startsWith(date));
      const run = async () => {
        product.product.platform.raise(FLOW, {});
        const runs = await product.idle();
        isFailed ||= runsOf(FLOW, runs).some(({ status }) => status === 'Failed');
      };
      begin();
      await run();
      return {
        again: run,
        async broken(struck) {
          const mails = reportsMailed(product, date).length;
          const report = await reportOf(product, date);
          return [
            ...(mails <= 1 ? [] : [`${mails} mails`]),
            ...(mails === 1 || isFailed || isInDoubt() ? [] : ['no mail, and nobody sees it']),
            ...(report !== undefined || (struck !== undefined && isFailed) ? [] : ['no report is kept']),
          ];
        },
      };
    },
  },
  {
    name: 'the day is reported again',
    async play(product, begin) {
      await nextDay(product);
      const date = product.clock.now().toISOString().slice(0, 10);
      product.product.platform.raise(FLOW, {});
      await product.idle();
      const ticket = await createTicket(product, { rcc_resolutiondue: laterThanAllOthers(product) });
      await product.idle();
      await pass(product, 1 / 60);
      let isFailed = false;
      const run = async () => {
        product.product.platform.raise(FLOW, {});
        const runs = await product.idle();
        isFailed ||= runsOf(FLOW, runs).some(({ status }) => status === 'Failed');
      };
      begin();
      await run();
      return {
        again: run,
        async broken(struck) {
          const report = await reportOf(product, date);
          const isNew = report?.includes(String(ticket.rcc_ticketnumber)) === true;
          return [
            ...(reportsMailed(product, date).length === 1 ? [] : ['not one mail']),
            ...(isNew || (struck !== undefined && isFailed) ? [] : ['the report that is kept is not the new one']),
          ];
        },
      };
    },
  },
];
