import { openSiteDesk, SITE, type SiteDesk } from './site.fixture';

let desk: SiteDesk;
beforeEach(() => (desk = openSiteDesk()));
afterEach(() => desk.close());

const DOCUMENTS = '/Shared Documents';
const create = (name: string, body: unknown = 'Hello', folderPath = DOCUMENTS) =>
  desk.call('CreateFile', { folderPath, name, body });
async function textAt(path: string): Promise<string> {
  const { statusCode, body } = await desk.call('GetFileContentByPath', { path });
  return statusCode === 200 ? Buffer.from(String(body.$content), 'base64').toString() : `status ${statusCode}`;
}

describe('CreateFile', () => {
  it('keeps the file over a restart and answers its properties', async () => {
    const { statusCode, body } = await create('report.txt', 'Grüße');
    desk.restart();
    expect([statusCode, body]).toEqual([
      200,
      {
        ItemId: 1,
        Id: '%252fShared%2bDocuments%252freport.txt',
        Name: 'report.txt',
        DisplayName: 'report.txt',
        Path: '/Shared Documents/report.txt',
        LastModified: '2026-03-02T09:30:15Z',
        Size: 7,
        MediaType: 'text/plain',
        IsFolder: false,
        ETag: expect.stringMatching(/^"\{[0-9A-F-]{36}\},1"$/) as string,
        FileLocator: expect.stringMatching(/^dataset=.+,id=.+$/) as string,
      },
    ]);
    expect((await desk.call('GetFileMetadata', { id: body.Id })).body).toEqual(body);
    expect((await desk.call('GetFileMetadataByPath', { path: '/shared documents/REPORT.txt\r\n' })).body).toEqual(body);
    expect((await desk.call('GetFileContent', { id: body.Id })).body).toEqual({
      '$content-type': 'text/plain',
      $content: Buffer.from('Grüße').toString('base64'),
    });
    expect((await desk.call('GetFileContent', { id: body.Id, inferContentType: false })).body).toMatchObject({
      '$content-type': 'application/octet-stream',
    });
  });

  it('takes binary values as they are and other JSON as its text', async () => {
    await create('a.png', { '$content-type': 'image/png', $content: 'iVBORw0K' });
    await create('a.json', [{ a: 1 }]);
    expect((await desk.call('GetFileContentByPath', { path: `${DOCUMENTS}/a.png` })).body).toEqual({
      '$content-type': 'image/png',
      $content: 'iVBORw0K',
    });
    expect(await textAt(`${DOCUMENTS}/a.json`)).toBe('[{"a":1}]');
  });

  it('creates missing folders, but no library', async () => {
    await create('a.txt', 'x', `${DOCUMENTS}/2026/March/`);
    const { body } = await desk.call('GetFolderMetadataByPath', { path: `${DOCUMENTS}/2026/March` });
    expect(body).toMatchObject({ Name: 'March', IsFolder: true });
    expect((await create('a.txt', 'x', '/Nowhere')).statusCode).toBe(404);
  });

  it('refuses a name that is taken, as with chunked transfer', async () => {
    await create('a.txt', 'first');
    expect(await desk.refusal('CreateFile', { folderPath: DOCUMENTS, name: 'A.TXT', body: 'x' })).toBe(
      "400 A file with the name '/Shared Documents/A.TXT' already exists.",
    );
    expect(await textAt(`${DOCUMENTS}/a.txt`)).toBe('first');
  });

  it('overwrites it without chunked transfer', async () => {
    const other = openSiteDesk({ createFileExisting: 'overwrite' });
    const args = { folderPath: DOCUMENTS, name: 'a.txt' };
    const { body: first } = await other.call('CreateFile', { ...args, body: 'first' });
    const { statusCode, body } = await other.call('CreateFile', { ...args, body: 'second!' });
    expect([statusCode, body.ItemId, body.Size]).toEqual([200, first.ItemId, 7]);
    expect(body.ETag).not.toBe(first.ETag);
    other.close();
  });

  it.each([
    ['name', { name: '02/03.txt' }],
    ['folder', { folderPath: `${DOCUMENTS}/a:b` }],
    ['body', { body: null }],
  ])('refuses a bad %s', async (_, part) => {
    const args = { folderPath: DOCUMENTS, name: 'a.txt', body: 'x', ...part };
    expect((await desk.call('CreateFile', args)).statusCode).toBe(400);
  });
});

it('the safe pattern for the same report again: look by path, then create or update', async () => {
  const path = `${DOCUMENTS}/weekly.txt`;
  expect((await desk.call('GetFileMetadataByPath', { path })).statusCode).toBe(404);
  const { body } = await create('weekly.txt', '1');
  const { body: updated } = await desk.call('UpdateFile', { id: body.Id, body: '22' });
  expect(updated).toMatchObject({ Id: body.Id, Size: 2, ETag: expect.stringMatching(/,2"$/) as string });
  expect(updated).not.toHaveProperty('ItemId');
  expect(await textAt(path)).toBe('22');
});

it('a deleted file is gone', async () => {
  const { body } = await create('a.txt');
  expect(await desk.call('DeleteFile', { id: body.Id })).toMatchObject({ statusCode: 200, body: null });
  desk.restart();
  expect((await desk.call('GetFileContent', { id: body.Id })).statusCode).toBe(404);
  expect((await desk.call('DeleteFile', { id: body.Id })).statusCode).toBe(404);
  expect((await desk.call('UpdateFile', { id: body.Id, body: 'x' })).statusCode).toBe(404);
});

describe('copying and moving', () => {
  const transfer = (operationId: string, sourceFileId: unknown, nameConflictBehavior: number) =>
    desk.call(operationId, {
      parameters: { sourceFileId, destinationDataset: SITE, destinationFolderPath: '/Archive', nameConflictBehavior },
    });

  it('copies, and moves, to another library', async () => {
    const { body } = await create('a.txt', 'new');
    expect((await transfer('CopyFileAsync', body.Id, 0)).body).toMatchObject({ Path: '/Archive/a.txt', Size: 3 });
    expect((await transfer('MoveFileAsync', body.Id, 1)).body).toMatchObject({ Path: '/Archive/a.txt' });
    expect(await textAt(`${DOCUMENTS}/a.txt`)).toBe('status 404');
    expect(await textAt('/Archive/a.txt')).toBe('new');
  });

  it.each([
    [0, 400, ['old']],
    [1, 200, ['new']],
    [2, 200, ['old', 'new']],
    [3, 400, ['old']],
  ])('with the behaviour %d for a name that is taken answers %d', async (behaviour, statusCode, contents) => {
    await create('a.txt', 'old', '/Archive');
    const { body } = await create('a.txt', 'new');
    expect((await transfer('MoveFileAsync', body.Id, behaviour)).statusCode).toBe(statusCode);
    const there = [await textAt('/Archive/a.txt'), await textAt('/Archive/a1.txt')];
    expect(there.filter((text) => !text.startsWith('status'))).toEqual(contents);
    expect(await textAt(`${DOCUMENTS}/a.txt`)).toBe(statusCode === 200 ? 'status 404' : 'new');
  });
});

describe('folders', () => {
  it('are created with those above them, and once', async () => {
    const make = () => desk.call('CreateNewFolder', { table: 'Documents', parameters: { path: 'Orders/7001' } });
    const { body } = await make();
    expect(body).toMatchObject({ '{IsFolder}': true, '{FullPath}': 'Shared Documents/Orders/7001' });
    expect((await make()).body.ID).toBe(body.ID);
    expect((await desk.call('CreateNewFolder', { table: 'Documents', parameters: { path: 'a?b' } })).statusCode).toBe(
      400,
    );
    expect((await desk.call('CreateNewFolder', { table: 'Returns', parameters: { path: 'a' } })).statusCode).toBe(400);
  });

  it('list what lies directly in them', async () => {
    await create('a.txt', 'x', `${DOCUMENTS}/Orders`);
    await create('b.txt', 'x', `${DOCUMENTS}/Orders/Deep`);
    const names = async (operationId: string, args?: Record<string, unknown>) =>
      ((await desk.call(operationId, args)).body as unknown as { Name: string }[]).map(({ Name }) => Name);
    const { body } = await desk.call('GetFolderMetadataByPath', { path: `${DOCUMENTS}/Orders` });
    expect(await names('ListFolder', { id: body.Id })).toEqual(['a.txt', 'Deep']);
    expect(await names('ListRootFolder')).toEqual(['Shared Documents', 'Archive']);
    expect((await desk.call('GetFolderMetadata', { id: body.Id })).body).toEqual(body);
    expect((await desk.call('GetFileMetadata', { id: body.Id })).statusCode).toBe(404);
  });
});

it('a locked file cannot be changed, moved or deleted until it is unlocked', async () => {
  const { body } = await create('a.txt');
  desk.sharePoint.lock(SITE, `${DOCUMENTS}/a.txt`);
  desk.restart();
  const parameters = {
    sourceFileId: body.Id,
    destinationDataset: SITE,
    destinationFolderPath: '/Archive',
    nameConflictBehavior: 0,
  };
  expect((await desk.call('UpdateFile', { id: body.Id, body: 'x' })).statusCode).toBe(423);
  expect((await desk.call('DeleteFile', { id: body.Id })).statusCode).toBe(423);
  expect((await desk.call('MoveFileAsync', { parameters })).statusCode).toBe(423);
  expect(await textAt('/Archive/a.txt')).toBe('status 404');
  desk.sharePoint.unlock(SITE, `${DOCUMENTS}/a.txt`);
  expect((await desk.call('UpdateFile', { id: body.Id, body: 'x' })).statusCode).toBe(200);
});
