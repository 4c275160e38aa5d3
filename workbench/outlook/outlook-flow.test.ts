import { recordOf, run, testHost } from '../flow-engine/testing/flow-builder';
import { connectorCall, catalogueTable, connectionTo } from '../gateway/connector-flow.fixture';
import { openMailDesk } from './desk.fixture';

const call = connectorCall('shared_office365');

it('a flow answers a mail, files it and books a call, through the flat keys of an export', async () => {
  const desk = openMailDesk({ folders: ['Inbox/Done'] });
  const messageId = desk.deliver();
  const host = testHost(undefined, {
    connectors: new Map([['shared_office365', desk.outlook]]),
    operations: catalogueTable(),
  });
  const record = await run(
    {
      Reply: call('ReplyToV3', {
        messageId,
        'replyParameters/Body': '<p>Soon</p>',
        'replyParameters/Importance': 'High',
      }),
      Read: { ...call('MarkAsRead_V3', { messageId, 'body/isRead': true }), runAfter: { Reply: ['Succeeded'] } },
      Move: { ...call('MoveV2', { messageId, folderPath: 'Inbox/Done' }), runAfter: { Read: ['Succeeded'] } },
      Book: call('V4CalendarPostItem', {
        table: 'Calendar',
        'item/subject': 'Call back',
        'item/start': '2026-07-01T09:00:00',
        'item/end': '2026-07-01T09:15:00',
        'item/timeZone': '(UTC+00:00) Dublin, Edinburgh, Lisbon, London',
      }),
      Compare: {
        type: 'Compose',
        inputs: "@concat(body('Move')?['isRead'], ' ', body('Book')?['start'])",
        runAfter: { Move: ['Succeeded'], Book: ['Succeeded'] },
      },
    },
    host,
    {},
    { references: connectionTo('shared_office365') },
  );
  expect(record.status).toBe('Succeeded');
  expect(recordOf(record, 'Compare').outputs).toBe('True 2026-07-01T08:00:00.0000000');
  expect([...desk.outlook.sent()]).toMatchObject([{ subject: 'RE: Where is it?', importance: 'high' }]);
  expect([...desk.outlook.inbox()]).toEqual([]);
  desk.close();
});
