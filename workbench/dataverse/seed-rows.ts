import type { Rows } from './rows';
import { insertRow, type Writing } from './write-operations';
import { NO_WORK } from '../state/outbox';

/** The user the flows' connection belongs to. */
export const SERVICE_USER_ID = '00000000-0000-4000-8000-000000000001';
/** The environment's root business unit. */
export const BUSINESS_UNIT_ID = '00000000-0000-4000-8000-000000000002';
/** The environment's currency. */
export const CURRENCY_ID = '00000000-0000-4000-8000-000000000003';

/** Puts in the rows every environment begins with, once. They raise no events. */
export function seedRows(writing: Writing): void {
  const quiet: Writing = { ...writing, outbox: () => NO_WORK };
  const ensure = (table: string, id: string, columns: Readonly<Record<string, string | number>>) => {
    const store = writing.rows.store(table);
    if (store.get(id) !== undefined) return;
    insertRow(quiet, store, new Map([[store.table.primaryId, id], ...Object.entries(columns)]));
  };
  ensure('businessunit', BUSINESS_UNIT_ID, { name: 'Retail Call Center' });
  ensure('systemuser', SERVICE_USER_ID, {
    fullname: 'Retail Call Center service',
    businessunitid: BUSINESS_UNIT_ID,
  });
  if (!hasMoney(writing.rows)) return;
  ensure('transactioncurrency', CURRENCY_ID, {
    currencyname: 'US Dollar',
    isocurrencycode: 'USD',
    currencysymbol: '$',
    currencyprecision: 2,
    exchangerate: 1,
  });
}

function hasMoney({ tables }: Rows): boolean {
  return [...tables.values()].some(({ columns }) => columns.has('transactioncurrencyid'));
}
