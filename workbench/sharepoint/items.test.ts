import { openSiteDesk, SITE, type SiteDesk } from './site.fixture';

let desk: SiteDesk;
beforeEach(() => (desk = openSiteDesk()));
afterEach(() => desk.close());

const LIST = '11111111-2222-4333-8444-555555555555';
type Item = Record<string, unknown>;
const post = (item: Item, table = 'Returns') => desk.call('PostItem', { table, item });
async function rows(args: Item = {}, minimumItemCount?: number) {
  const { statusCode, body } = await desk.call('GetItems', { table: LIST, ...args }, minimumItemCount);
  expect([statusCode, body]).toEqual([200, body]);
  return { ids: (body.value as Item[]).map(({ ID }) => ID), next: body['@odata.nextLink'] };
}

describe('items', () => {
  it('keep their columns over a restart, and show choices and people in full', async () => {
    const { body } = await post({
      Title: 'Lamp',
      Order: '7001',
      Amount: 12.5,
      Status: { Value: 'Done' },
      Tags: [{ Value: 'blue' }],
      Owner: { Claims: 'i:0#.f|membership|ana@shop.example' },
    });
    desk.restart();
    expect((await desk.call('GetItem', { table: 'returns', id: 1 })).body).toEqual(body);
    expect(body).toMatchObject({
      ID: 1,
      Title: 'Lamp',
      Order: '7001',
      Amount: 12.5,
      Status: { Id: 1, Value: 'Done' },
      'Status#Id': 1,
      Tags: [{ Id: 1, Value: 'blue' }],
      Owner: { DisplayName: 'ana', Email: 'ana@shop.example' },
      Author: { Email: 'maker@shop.example' },
      Created: '2026-03-02T09:30:15Z',
      '{HasAttachments}': false,
      '{IsFolder}': false,
      '@odata.etag': '"1"',
    });
    expect(body).not.toHaveProperty('Due');
  });

  it('are changed column by column; null clears', async () => {
    await post({ Title: 'Lamp', Order: '7001', Amount: 1 });
    const { body } = await desk.call('PatchItem', {
      table: LIST,
      id: '1',
      item: { Order: '7001', Amount: null, Urgent: true },
    });
    expect(body).toMatchObject({ Title: 'Lamp', Urgent: true, '@odata.etag': '"2"' });
    expect(body).not.toHaveProperty('Amount');
  });

  it.each([
    ['an unknown column', { Order: '1', Colour: 'red' }, "Column 'Colour' does not exist"],
    ['a missing required column', { Title: 'x' }, "'Order' is required"],
    ['an empty required column', { Order: '' }, "'Order' is required"],
    ['a word for a number', { Order: '1', Amount: 'much' }, "'Amount' has to be a number"],
    ['a word for a date', { Order: '1', Due: 'soon' }, "'Due' has to be a date"],
    ['a word for yes or no', { Order: '1', Urgent: 'yes' }, "'Urgent' has to be true or false"],
    ['a choice without value', { Order: '1', Status: {} }, "'Status' has to be an object"],
    ['a text that is too long', { Order: 'x'.repeat(256) }, 'at most 255'],
    ['a column SharePoint fills', { Order: '1', Created: '2026-01-01' }, "'Created' is filled by SharePoint"],
  ])('refuse %s', async (_, item, text) => {
    expect(await desk.refusal('PostItem', { table: LIST, item })).toMatch(new RegExp(`^400 .*${text}`));
    expect((await rows()).ids).toEqual([]);
  });

  it('need every required column again when they are changed', async () => {
    await post({ Order: '7001' });
    expect(await desk.refusal('PatchItem', { table: LIST, id: 1, item: { Amount: 2 } })).toMatch(
      "400 The column 'Order'",
    );
  });

  it('are gone when deleted, and their numbers are not used again', async () => {
    await post({ Order: '1' });
    expect(await desk.call('DeleteItem', { table: LIST, id: 1 })).toMatchObject({ statusCode: 200, body: null });
    desk.restart();
    expect(await desk.refusal('GetItem', { table: LIST, id: 1 })).toBe("404 Item not found: '1'.");
    expect(await desk.refusal('DeleteItem', { table: LIST, id: 1 })).toMatch(/^404/);
    expect((await post({ Order: '2' })).body.ID).toBe(2);
  });

  it('answer errors in the connector’s shape', async () => {
    const { body } = await desk.call('GetItem', { table: 'Nowhere', id: 1 });
    expect(body).toEqual({
      status: 404,
      message: expect.stringMatching(
        /^List not found.*\r\nclientRequestId: .{36}\r\nserviceRequestId: .{36}$/,
      ) as string,
      error: { message: "List not found: 'Nowhere'." },
      source: expect.stringMatching(/^sharepointonline-.+\.azurewebsites\.net$/) as string,
    });
    expect((await desk.call('GetItems', { dataset: 'https://other.sharepoint.com', table: LIST })).statusCode).toBe(
      404,
    );
  });
});

describe('GetItems', () => {
  beforeEach(async () => {
    await post({
      Title: 'Lamp',
      Order: '7001',
      Amount: 10,
      Status: { Value: 'Open' },
      Due: '2026-03-01T00:00:00Z',
      Urgent: true,
    });
    await post({
      Title: 'Table',
      Order: '7002',
      Amount: 250,
      Status: { Value: 'Done' },
      Owner: { Claims: 'x|y|ana@shop.example' },
    });
    await post({ Title: "Ana's chair", Order: '7003', Due: '2026-03-05T08:00:00Z', Tags: [{ Value: 'red' }] });
  });

  it.each([
    ["Title eq 'lamp'", [1]],
    ["Status eq 'Done'", [2]],
    ["Status/Value ne 'Done'", [1, 3]],
    ["Due ge '2026-03-01T00:00:00Z' and Due lt '2026-03-05T08:00:00Z'", [1]],
    ["Due ge datetime'2026-03-05'", [3]],
    ["startswith(Title,'T') or substringof('lamp',Title)", [1, 2]],
    ['Amount gt 9', [1, 2]],
    ['Amount eq null', [3]],
    ['Urgent eq 1', [1]],
    ["Owner/EMail eq 'ana@shop.example'", [2]],
    ["Title eq 'Ana''s chair'", [3]],
    ['ID le 2 and ID ne 1', [2]],
    ["Created ge '2026-03-02'", [1, 2, 3]],
  ])('%s finds %j', async ($filter, ids) => {
    expect((await rows({ $filter })).ids).toEqual(ids);
  });

  it.each(["Colour eq 'red'", "contains(Title,'x')", 'Title eq', "Tags eq 'red'", 'year(Due) eq 2026'])(
    'refuses %s instead of answering all',
    async ($filter) => {
      expect(await desk.refusal('GetItems', { table: LIST, $filter })).toMatch(/^400 /);
    },
  );

  it('orders and cuts', async () => {
    expect((await rows({ $orderby: 'Amount desc' })).ids).toEqual([2, 1, 3]);
    expect(await rows({ $orderby: 'Title', $top: 2 })).toEqual({ ids: [3, 1], next: undefined });
    expect(await desk.refusal('GetItems', { table: LIST, $top: 5001 })).toMatch(/^400 /);
    expect(await desk.refusal('GetItems', { table: LIST, $orderby: 'Colour' })).toMatch(/^400 /);
    expect(await desk.refusal('GetItems', { table: LIST, view: 'All' })).toMatch(/^400 .*view/);
  });
});

it('GetItems gives 100 rows and a next link, or as many whole pages as pagination asks for', async () => {
  for (let number = 1; number <= 205; number += 1) await post({ Order: String(number) });
  expect((await rows()).ids).toHaveLength(100);
  expect((await rows()).next).toContain('p_ID%3d100');
  const paged = await rows({}, 101);
  expect([paged.ids.length, paged.next]).toEqual([200, undefined]);
  expect((await rows({}, 5000)).ids).toHaveLength(205);
  expect((await rows({ $top: 150 })).ids).toHaveLength(150);
});

it('a list of more than 5,000 rows is searched by indexed columns only', async () => {
  for (let number = 1; number <= 5000; number += 1) await post({ Order: String(number), Amount: number });
  expect((await rows({ $filter: 'Amount eq 7' })).ids).toEqual([7]);
  await post({ Order: '5001' });
  expect(await desk.refusal('GetItems', { table: LIST, $filter: 'Amount eq 7' })).toBe(
    '500 The attempted operation is prohibited because it exceeds the list view threshold.',
  );
  expect(await desk.refusal('GetItems', { table: LIST, $orderby: 'Amount' })).toMatch(/^500 /);
  expect((await rows({ $filter: "Amount eq 7 and Order eq '7'" })).ids).toEqual([7]);
  expect((await rows({ $filter: 'ID gt 4999' })).ids).toEqual([5000, 5001]);
  expect((await rows()).ids).toHaveLength(100);
});

it('attachments are kept with the item and go with it', async () => {
  await post({ Order: '1' });
  const args = { table: LIST, itemId: 1 };
  const { body } = await desk.call('CreateAttachment', { ...args, displayName: 'a.txt', body: 'Hello' });
  expect(await desk.refusal('CreateAttachment', { ...args, displayName: 'A.txt', body: 'x' })).toMatch(/^400 /);
  desk.restart();
  expect((await desk.call('GetItemAttachments', { table: LIST, itemId: '1' })).body).toEqual([body]);
  expect((await desk.call('GetItem', { table: LIST, id: 1 })).body['{HasAttachments}']).toBe(true);
  expect((await desk.call('GetAttachmentContent', { ...args, attachmentId: body.Id })).body).toEqual({
    '$content-type': 'text/plain',
    $content: Buffer.from('Hello').toString('base64'),
  });
  expect((await desk.call('DeleteAttachment', { ...args, attachmentId: body.Id })).statusCode).toBe(200);
  expect((await desk.call('GetAttachmentContent', { ...args, attachmentId: body.Id })).statusCode).toBe(404);
  expect((await desk.call('GetItemAttachments', args)).body).toEqual([]);
});

it('files have columns too, by which they are found', async () => {
  const folderPath = '/Shared Documents/Orders';
  const { body } = await desk.call('CreateFile', { folderPath, name: 'a.docx', body: 'x' });
  await desk.call('CreateFile', { folderPath: `${folderPath}/Old`, name: 'b.pdf', body: 'x' });
  const table = 'Documents';
  const { body: patched } = await desk.call('PatchFileItem', { table, id: body.ItemId, item: { Title: 'First' } });
  expect(patched).toMatchObject({
    ID: body.ItemId,
    Title: 'First',
    '{FilenameWithExtension}': 'a.docx',
    '{Name}': 'a',
  });
  const names = async (args: Item) =>
    ((await desk.call('GetFileItems', { table, ...args })).body.value as Item[]).map(
      (one) => one['{FilenameWithExtension}'],
    );
  expect(await names({ $filter: 'FSObjType eq 0' })).toEqual(['a.docx', 'b.pdf']);
  expect(await names({ $filter: "File_x0020_Type eq 'pdf'\n" })).toEqual(['b.pdf']);
  expect(await names({ folderPath, viewScopeOption: 'Default' })).toEqual(['a.docx', 'Old']);
  expect(await names({ folderPath })).toEqual(['a.docx', 'Old', 'b.pdf']);
  const { body: item } = await desk.call('GetFileItem', { table, id: body.ItemId });
  expect((await desk.call('GetFileMetadata', { id: item['{Identifier}'] })).body.Name).toBe('a.docx');
  expect((await desk.call('GetFileItems', { table: LIST })).statusCode).toBe(400);
  expect((await post({ Title: 'x' }, 'Documents')).statusCode).toBe(400);
});

it('lists its lists and libraries', async () => {
  const titles = async (operationId: string) =>
    ((await desk.call(operationId)).body.value as Item[]).map(({ DisplayName }) => DisplayName);
  expect(await titles('GetTables')).toEqual(['Returns']);
  expect(await titles('GetAllTables')).toEqual(['Returns', 'Documents', 'Archive']);
});

it.each(['HttpRequest', 'CreateSharingLink', 'GetItemChanges'])('%s is refused by name', async (operationId) => {
  expect(await desk.refusal(operationId)).toBe(`404 The SharePoint stand-in has no operation '${operationId}'.`);
});

describe('with unknown lists open', () => {
  it('any site, list and library that is named is there, and takes any column', async () => {
    const open = openSiteDesk({ sites: [], unknownLists: 'open' });
    const dataset = `${SITE}/other`;
    const { body: found } = await open.call('GetItems', {
      dataset,
      table: LIST,
      $filter: "Colour eq 'red'",
      view: 'x',
    });
    expect(found.value).toEqual([]);
    await open.call('PostItem', {
      dataset,
      table: LIST,
      item: { Colour: 'red', Who: { Claims: 'a@b' }, State: { Value: 'On' } },
    });
    const { body: file } = await open.call('CreateFile', {
      dataset,
      folderPath: '/Papers/2026',
      name: 'a.txt',
      body: 'x',
    });
    open.restart();
    const { body } = await open.call('GetItems', {
      dataset: `${dataset}/`,
      table: LIST.toUpperCase(),
      $filter: "Colour eq 'Red' and State eq 'on'",
    });
    expect(body.value).toMatchObject([{ Colour: 'red', State: { Value: 'On' }, Who: { Email: 'a@b' } }]);
    const library = '99999999-2222-4333-8444-555555555555';
    const { body: item } = await open.call('PatchFileItem', {
      dataset,
      table: library,
      id: file.ItemId,
      item: { Kind: 'x' },
    });
    expect(item).toMatchObject({ '{FullPath}': 'Papers/2026/a.txt', Kind: 'x' });
    open.close();
  });
});
