import type { Row } from '../../../pcf-controls/mocks/odata-query';
import { type Call, Recorder } from '../../../pcf-controls/mocks/recorder';
import type { TableView } from '../desk-data';
import type { Service } from './service';

type WebApi = ComponentFramework.WebApi;

/** The Web API over the workbench's tables, with what was asked of it. */
export interface LiveWebApi extends WebApi {
  readonly calls: readonly Call[];
}

const plainId = (id: string): string => id.replace(/[{}]/g, '').toLowerCase();

/**
 * @param userId who works here: new rows of users are this person's, as the platform gives them to whoever makes them
 * @param tableOf what is known of a table, by its logical name
 */
export function createLiveWebApi(
  service: Pick<Service, 'list' | 'row' | 'create' | 'change'>,
  tableOf: (name: string) => Promise<TableView>,
  userId: string,
): LiveWebApi {
  const recorder = new Recorder();
  return {
    calls: recorder.calls,
    async createRecord(entityType, data) {
      recorder.note('createRecord', entityType, data);
      const { set, primaryId, columns } = await tableOf(entityType);
      const hasOwner = columns.some(({ name }) => name === 'ownerid');
      const owner = hasOwner ? { 'ownerid@odata.bind': `/systemusers(${userId})` } : {};
      const row = await service.create(set, { ...owner, ...data });
      return { entityType, id: String(row[primaryId]) };
    },
    async updateRecord(entityType, id, data) {
      recorder.note('updateRecord', entityType, id, data);
      await service.change((await tableOf(entityType)).set, plainId(id), data);
      return { entityType, id: plainId(id) };
    },
    async deleteRecord(entityType, id) {
      recorder.note('deleteRecord', entityType, id);
      throw new Error('Nothing is deleted at the desk.');
    },
    async retrieveRecord(entityType, id, options = '') {
      recorder.note('retrieveRecord', entityType, id, options);
      return service.row((await tableOf(entityType)).set, plainId(id), options) as Promise<Row>;
    },
    async retrieveMultipleRecords(entityType, options = '', maxPageSize) {
      recorder.note('retrieveMultipleRecords', entityType, options, maxPageSize);
      const { value, '@odata.nextLink': next } = await service.list(
        (await tableOf(entityType)).set,
        options,
        maxPageSize,
      );
      return { entities: [...value], nextLink: next === undefined ? '' : new URL(next).search };
    },
  };
}
