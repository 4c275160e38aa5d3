import type { TestProduct } from '../../product/open-product';
import { watchRuns } from '../flow-runs';
import type { Situation } from '../situation';

const FLOW = 'Publish Metrics';
const DAY = { scope: 727000003, key: 'all' };

/** A day nothing is published of yet; each case is one. */
const nextDay = (product: TestProduct): Promise<void> => product.pass(24 * 60);

const rowsOf = (product: TestProduct, date: string) =>
  product.rows('rcc_dailymetric').filter(({ rcc_date }) => rcc_date === date);

const publish = (name: string, always: readonly string[] = []): Situation => ({
  name,
  always,
  async play(product, begin) {
    await nextDay(product);
    const date = product.clock.now().toISOString().slice(0, 10);
    await product.mail({ subject: 'My order', body: 'Where is order 12345?' });
    const runs = watchRuns(product, FLOW);
    begin();
    await runs.start();
    return {
      again: runs.start,
      broken(struck) {
        const rows = rowsOf(product, date);
        const keys = rows.map(({ rcc_scope, rcc_scopekey }) => `${String(rcc_scope)} ${String(rcc_scopekey)}`);
        const day = rows.find(({ rcc_scope, rcc_scopekey }) => rcc_scope === DAY.scope && rcc_scopekey === DAY.key);
        const isPublished =
          day?.rcc_messages === 1 && keys.some((key) => key.endsWith('email.order_tracking')) && keys.length >= 3;
        return [
          ...(new Set(keys).size === keys.length ? [] : ['a group has two rows']),
          ...(isPublished || (struck !== undefined && runs.haveFailed()) ? [] : [`published is ${keys.join()}`]),
        ];
      },
    };
  },
});

export const situations: Situation[] = [
  publish('a day with a message'),
  publish('no row can be saved with its link to the agent', ['Save_row']),
];
