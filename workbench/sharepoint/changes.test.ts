import { openSiteDesk, SITE, type SiteDesk } from './site.fixture';

let desk: SiteDesk;
beforeEach(() => (desk = openSiteDesk()));
afterEach(() => desk.close());

const DOCUMENTS = '/Shared Documents';

/** How often a flow with this trigger would have started for everything that happened. */
function runs(operationId: string, parameters: Record<string, unknown>): unknown[] {
  const outputsOf = desk.sharePoint.subscribe(operationId, { dataset: SITE, ...parameters })!;
  return desk.changes.flatMap((change) => outputsOf(change)?.body ?? []);
}

it('changes of items start the triggers of their list', async () => {
  const args = { table: 'Returns' };
  await desk.call('PostItem', { ...args, item: { Order: '1' } });
  await desk.call('PatchItem', { ...args, id: 1, item: { Order: '2' } });
  await desk.call('CreateFile', { folderPath: DOCUMENTS, name: 'a.txt', body: 'x' });
  await desk.call('DeleteItem', { ...args, id: 1 });
  expect(runs('GetOnNewItems', args)).toMatchObject([{ value: [{ ID: 1, Order: '1' }] }]);
  expect(runs('GetOnUpdatedItems', args)).toMatchObject([{ value: [{ Order: '1' }] }, { value: [{ Order: '2' }] }]);
  expect(runs('GetOnChangedItems', args)).toMatchObject([{ value: [{ Order: '2' }] }]);
  expect(runs('GetOnDeletedItems', args)).toEqual([
    {
      value: [
        {
          ID: 1,
          Name: '',
          FileNameWithExtension: '',
          DeletedByUserName: 'maker@shop.example',
          TimeDeleted: '2026-03-02T09:30:15Z',
          IsFolder: false,
        },
      ],
    },
  ]);
  expect(runs('GetOnNewItems', { table: 'Archive' })).toEqual([]);
});

it('changes of files start the triggers of their library and folder', async () => {
  const { body } = await desk.call('CreateFile', { folderPath: `${DOCUMENTS}/In`, name: 'a.txt', body: 'x' });
  await desk.call('UpdateFile', { id: body.Id, body: 'y' });
  const names = (operationId: string, more: Record<string, unknown> = {}) =>
    (runs(operationId, { table: 'Documents', ...more }) as { value: Record<string, unknown>[] }[]).map(
      ({ value: [item] }) => item!['{FilenameWithExtension}'],
    );
  expect(names('GetOnNewFileItems')).toEqual(['In', 'a.txt']);
  expect(names('GetOnNewFileItems', { folderPath: `${DOCUMENTS}/In` })).toEqual(['a.txt']);
  expect(names('GetOnNewFileItems', { folderPath: `${DOCUMENTS}/Out` })).toEqual([]);
  expect(names('GetOnUpdatedFileItems')).toEqual(['In', 'a.txt', 'a.txt']);
  expect(names('GetOnNewItems')).toEqual([]);
});

it('the older trigger hands over the content of a new file in its folder', async () => {
  await desk.call('CreateFile', { folderPath: `${DOCUMENTS}/In`, name: 'a.txt', body: 'Hi' });
  await desk.call('CreateFile', { folderPath: `${DOCUMENTS}/In/Deep`, name: 'b.txt', body: 'Hi' });
  const { body } = await desk.call('GetFolderMetadataByPath', { path: `${DOCUMENTS}/In` });
  expect(runs('OnNewFile', { folderId: body.Id })).toEqual([{ '$content-type': 'text/plain', $content: 'SGk=' }]);
});

it('refuses a trigger on a list that is not there, and knows no others', () => {
  expect(() => desk.sharePoint.subscribe('GetOnNewItems', { dataset: SITE, table: 'x' })).toThrow('List not found');
  expect(desk.sharePoint.subscribe('GetOnUpdatedFileClassifiedTimes', { dataset: SITE, table: 'x' })).toBeUndefined();
});
