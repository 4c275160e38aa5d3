import type { ActionRecord, RunRecord } from '../flow-engine/types';
import type { Desk, StoredEvent, TableRow } from './desk';
import type { RunMessage } from './run-view';
import type { Fault, NewMessage } from './client/page-data';

/** The product as the tests of the page know it: one answered mail, whatever is sent. */
export const TICKET_ID = '11111111-2222-4333-8444-555555555555';
export const MESSAGE_ID = '<abc@example.com>';

const at = (second: number): string => new Date(Date.UTC(2026, 2, 1, 9, 30, second)).toISOString();

export const ticketRow: TableRow = {
  rcc_ticketid: TICKET_ID,
  rcc_ticketnumber: 'TKT-000001',
  rcc_title: 'Where is order 12345?',
  statuscode: 727000001,
  rcc_channel: 727000000,
  rcc_customeremail: 'customer@example.com',
  rcc_intent: 727000000,
  rcc_confidence: 0.96,
  rcc_priority: 727000001,
  rcc_sentiment: 727000001,
  rcc_team: 727000000,
  rcc_requireshumanreview: false,
  rcc_reviewreasons: '',
  rcc_firstresponsedue: at(0),
  createdon: at(1),
};

const message = (key: string, outbound: boolean, body: string): TableRow => ({
  rcc_internetmessageid: key,
  rcc_subject: 'Where is order 12345?',
  rcc_direction: outbound ? 727000001 : 727000000,
  rcc_channel: 727000000,
  rcc_author: outbound ? 727000002 : 727000000,
  rcc_status: outbound ? 727000002 : 727000000,
  rcc_body: body,
  rcc_fromaddress: outbound ? null : 'customer@example.com',
  rcc_toaddress: outbound ? 'customer@example.com' : null,
  rcc_conversationid: 'conversation-1',
  _rcc_ticket_value: TICKET_ID,
  rcc_senton: at(outbound ? 3 : 0),
  createdon: at(outbound ? 3 : 0),
});

const event = (sequence: number, type: string, payload: Record<string, unknown>): StoredEvent => ({
  id: `00000000-0000-4000-8000-00000000000${sequence}`,
  sequence,
  type,
  recordedAt: at(sequence),
  payload: { message_id: MESSAGE_ID, ...payload },
});

export const storedEvents: StoredEvent[] = [
  event(4, 'message.replied', { ticket_id: TICKET_ID, reason: 'answered' }),
  event(3, 'reply.drafted', {
    can_send: true,
    held_reasons: [],
    facts: [
      {
        id: 'parcels.0.status',
        label: 'Parcel',
        value: 'out for delivery',
        kind: 'status',
        source: 'fedex',
        as_of: null,
      },
    ],
    check: { passed: true, statements: 2, unsupported: [] },
  }),
  event(2, 'context.looked_up', {
    sources: [{ vendor: 'fedex', origin: 'sandbox', ok: true, duration_ms: 12 }],
    degraded: [{ part: 'payment', vendor: 'stripe', code: 'RCC_VENDOR_DOWN', message: 'Stripe did not answer.' }],
  }),
  event(1, 'message.triaged', { intent: 'order_tracking' }),
];

export const runAction = (name: string, status: ActionRecord['status'] = 'Succeeded'): ActionRecord => ({
  name,
  type: 'Compose',
  repetition: [],
  status,
  code: 'OK',
  inputs: { asked: name },
  outputs: { body: '<b>given</b>' },
  startTime: at(1),
  endTime: at(2),
  tries: [],
});

export const mailRun = (runId = 'run-1'): RunRecord => ({
  runId,
  flowId: 'flow-1',
  flowName: 'Email Ingestion',
  trigger: {
    name: 'When_a_new_email_arrives_(V3)',
    outputs: { body: 'Content not shown due to security configuration.' },
  },
  status: 'Succeeded',
  startTime: at(0),
  endTime: at(3),
  actions: [runAction('Triage_message')],
  billableActions: 1,
});

/** The message every run of the tests was started by. */
export const mailMessage: RunMessage = {
  channel: 'email',
  messageId: MESSAGE_ID,
  conversationId: 'conversation-1',
  title: 'Where is order 12345?',
  from: 'customer@example.com',
};

export interface TestDesk extends Desk {
  sent: NewMessage[];
  faults: Record<string, Fault>;
}

export function testDesk(): TestDesk {
  const messages = [
    message(MESSAGE_ID, false, 'Where is order 12345?'),
    message(`reply:${MESSAGE_ID}`, true, '<p>Your parcel is <b>out for delivery</b>.</p>'),
  ];
  const desk: TestDesk = {
    mailbox: 'support@shop.example',
    proxyUrl: 'http://127.0.0.1:5000',
    dataFolder: '.data',
    flows: [{ flow_id: 'flow-1', name: 'Email Ingestion', trigger: 'When_a_new_email_arrives_(V3)', actions: [] }],
    sent: [],
    faults: {},
    send: (sent) => {
      desk.sent.push(sent);
      return Promise.resolve({ run_id: 'run-1', message_id: MESSAGE_ID, conversation_id: 'conversation-1' });
    },
    rows: (set, { filter }) => {
      if (set === 'rcc_messages') return Promise.resolve(messages);
      return Promise.resolve(!filter || filter.includes(TICKET_ID) ? [ticketRow] : []);
    },
    events: () => Promise.resolve(storedEvents),
    vendors: () => [
      {
        id: 'fedex',
        name: 'FedEx',
        asked: 'where a parcel is',
        origin: 'sandbox',
        address: 'http://127.0.0.1:1',
        fault: desk.faults.fedex ?? 'none',
      },
      {
        id: 'openai',
        name: 'Azure OpenAI',
        asked: 'what a message is about',
        origin: 'off',
        address: null,
        fault: 'none',
      },
    ],
    setFault: (vendor, fault) => {
      desk.faults[vendor] = fault;
    },
  };
  return desk;
}
