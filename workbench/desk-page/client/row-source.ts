import { DatasetRecord } from '../../../pcf-controls/mocks/dataset-record';
import type { FoundRows, RowSource } from '../../../pcf-controls/mocks/row-source';
import type { TableView, ViewView } from '../desk-data';
import { fetchXmlOf } from './fetch-xml';
import { valuesOf } from './row-values';
import type { Service } from './service';

const TOTAL = '@Microsoft.Dynamics.CRM.totalrecordcount';
const MORE = '@odata.nextLink';

/** The rows of a view, page by page from the workbench, which filters, sorts and counts them. */
export function viewRows(
  service: Pick<Service, 'fetchXml'>,
  table: TableView,
  view: ViewView,
  { userId, language }: { userId: string; language: number },
): RowSource {
  return {
    find(query) {
      const records: DatasetRecord[] = [];
      let hasMore = true;
      let total = -1;
      let page = 0;
      const take = async (count: number): Promise<FoundRows> => {
        while (hasMore && records.length < count) {
          const fetchXml = fetchXmlOf(view.fetchXml, { ...query, page: page + 1, userId });
          const { value, [TOTAL]: counted = -1, [MORE]: next } = await service.fetchXml(table.set, fetchXml);
          page += 1;
          total = counted;
          hasMore = next !== undefined;
          for (const row of value) {
            const make = () => valuesOf(row, table, language);
            records.push(new DatasetRecord(String(row[table.primaryId]), table.name, table.primaryName, make));
          }
        }
        return { records: records.slice(0, count), hasMore: hasMore || records.length > count, total };
      };
      // One page after the other, whoever asks.
      let last: Promise<unknown> = Promise.resolve();
      return (count) => {
        const next = last.then(() => take(count));
        last = next.catch(() => undefined);
        return next;
      };
    },
  };
}
