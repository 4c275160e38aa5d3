import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SwaggerDocument } from '../../flows/operations/swagger-operations';

/** Small flows that use each part of the platform once. */

const REFERENCES = {
  shared_office365: { runtimeSource: 'embedded', api: { name: 'shared_office365' } },
  shared_sharepointonline: { runtimeSource: 'embedded', api: { name: 'shared_sharepointonline' } },
  shared_approvals: { runtimeSource: 'embedded', api: { name: 'shared_approvals' } },
  shared_commondataserviceforapps: { runtimeSource: 'embedded', api: { name: 'shared_commondataserviceforapps' } },
  'shared_rcc-5fretailcallcenter': {
    runtimeSource: 'embedded',
    api: { name: 'shared_rcc-5fretailcallcenter', logicalName: 'rcc_retailcallcenter' },
  },
};

/** An action that calls a connector. */
export const call = (connectionName: string, operationId: string, parameters: object, runAfter: object = {}) => ({
  type: 'OpenApiConnection',
  runAfter,
  inputs: {
    host: { connectionName, operationId, apiId: `/providers/Microsoft.PowerApps/apis/${connectionName}` },
    parameters,
    authentication: "@parameters('$authentication')",
  },
});

/** The text of an exported flow. */
export function flow(trigger: object, actions: object): string {
  const mailbox = { defaultValue: '', type: 'String', metadata: { schemaName: 'rcc_SupportMailbox' } };
  return JSON.stringify({
    properties: {
      connectionReferences: REFERENCES,
      definition: {
        $schema:
          'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
        contentVersion: '1.0.0.0',
        parameters: { 'Support mailbox (rcc_SupportMailbox)': mailbox },
        triggers: { start: trigger },
        actions,
      },
    },
    schemaVersion: '1.0.0.0',
  });
}

/** Starts for each new mail to the mailbox. @param more what the trigger has besides */
export function mailTrigger(operationId: string, parameters: object, more: object = {}): object {
  const apiId = '/providers/Microsoft.PowerApps/apis/shared_office365';
  return {
    type: 'OpenApiConnectionNotification',
    inputs: { host: { connectionName: 'shared_office365', operationId, apiId }, parameters },
    splitOn: "@triggerOutputs()?['body/value']",
    ...more,
  };
}

/** Starts when a row is added. */
export function rowTrigger(entityname: string, filterexpression: string): object {
  return {
    type: 'OpenApiConnectionWebhook',
    inputs: {
      host: {
        connectionName: 'shared_commondataserviceforapps',
        operationId: 'SubscribeWebhookTrigger',
        apiId: '/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps',
      },
      parameters: {
        'subscriptionRequest/message': 1,
        'subscriptionRequest/entityname': entityname,
        'subscriptionRequest/scope': 4,
        'subscriptionRequest/filterexpression': filterexpression,
      },
    },
  };
}

/** Adds an error log row, by whose name a test sees that a run came by. */
export const log = (name: string, runAfter: object = {}) =>
  call(
    'shared_commondataserviceforapps',
    'CreateRecord',
    { entityName: 'rcc_errorlogs', 'item/rcc_name': name },
    runAfter,
  );

/** Takes a mail in once, by its message id, and answers it. */
const takeMail = flow(
  mailTrigger('OnNewEmailV3', { folderPath: 'Inbox', to: "@parameters('Support mailbox (rcc_SupportMailbox)')" }),
  {
    Keep: call('shared_commondataserviceforapps', 'UpdateRecord', {
      entityName: 'rcc_messages',
      recordId: "rcc_internetmessageid='@{triggerOutputs()?['body/internetMessageId']}'",
      'item/rcc_subject': "@triggerOutputs()?['body/subject']",
      'item/rcc_direction': 727000000,
    }),
    Reply: {
      ...call(
        'shared_office365',
        'ReplyToV3',
        { messageId: "@triggerOutputs()?['body/id']", 'replyParameters/Body': '<p>Thank you.</p>' },
        { Keep: ['Succeeded'] },
      ),
    },
  },
);

/** Starts when a message row is added and adds an error log row naming it. */
const watchRows = flow(rowTrigger('rcc_message', "contains(rcc_subject,'watch')"), {
  Log: log("@triggerOutputs()?['body/rcc_subject']"),
});

const request = { type: 'Request', kind: 'Skills', inputs: { schema: { type: 'object', properties: {} } } };
const respond = (statusCode: number, body: unknown, runAfter: object = {}) => ({
  type: 'Response',
  kind: 'Http',
  runAfter,
  inputs: { statusCode, body },
});

/** Passes a text through the service and answers with what it says. */
const ask = flow(request, {
  Ask: call('shared_rcc-5fretailcallcenter', 'Echo', { 'body/text': "@triggerBody()?['text']" }),
  Answer: respond(200, { said: "@body('Ask')?['text']" }, { Ask: ['Succeeded'] }),
});

const mute = flow(request, {
  Never: { type: 'If', runAfter: {}, expression: { equals: [1, 2] }, actions: { Answer: respond(200, {}) } },
});

const silent = flow(request, { Note: { type: 'Compose', runAfter: {}, inputs: 'x' } });

/** The connector document of the service the flows call. */
export const ECHO_DOCUMENT = {
  swagger: '2.0',
  info: { title: 'Echo', version: '1' },
  paths: {
    '/v1/echo': {
      post: {
        operationId: 'Echo',
        parameters: [
          { name: 'body', in: 'body', schema: { type: 'object', properties: { text: { type: 'string' } } } },
        ],
        responses: { 200: { description: 'The text' } },
      },
    },
  },
} as unknown as SwaggerDocument;

const OPERATIONS = join(__dirname, '..', '..', 'flows', 'operations.json');

const FLOWS = { TakeMail: takeMail, WatchRows: watchRows, Ask: ask, Mute: mute, Silent: silent };

/** Writes flows by their names, and the catalogue of public connectors, to a fresh folder. */
export function writeFlows(flows: Readonly<Record<string, string>> = FLOWS): string {
  const folder = mkdtempSync(join(tmpdir(), 'flows-'));
  Object.entries(flows).forEach(([name, text], index) => {
    writeFileSync(join(folder, `${name}-00000000-0000-4000-8000-00000000000${index + 1}.json`), text);
  });
  writeFileSync(join(folder, 'operations.json'), readFileSync(OPERATIONS));
  return folder;
}
