import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import type { IncomingMail } from '../../workbench/outlook/mail';
import { agent } from '../desk/desk-ticket';
import { DIRECTION, MESSAGE_STATUS, TICKET_STATUS } from '../desk/desk-words';
import { type ChatTurn, type MailCase, openProduct, type TestProduct } from '../product/open-product';
import { ALL_REACHABLE, brokenChatPromises, brokenMailPromises, type Reachable } from './broken-promises';
import { connectorActionsOf } from './connector-actions';
import { BROKEN, CALL_FAULTS, createFaultSwitch, type NamedFault, type Strike } from './fault-switch';

const faults = createFaultSwitch();
const struck = new Set<string>();
let product: TestProduct;
let order = 29_999;

/** An order in transit of a customer nobody has written for yet. */
function nextOrder(): { order: number; email: string } {
  do order += 1;
  while (order % 10 > 4);
  return { order, email: `customer${order}@example.com` };
}

/** What a lasting fault of one action makes impossible. */
const UNREACHABLE: Record<string, Partial<Reachable>> = {
  Report_flow_error: { errorReport: false },
  Create_error_log_row: { errorLog: false },
  Queue_for_a_person: { queue: false },
  Hand_over_inbound_message: { queue: false },
};

const reachable = (action: string, { isLasting }: NamedFault): Reachable => ({
  ...ALL_REACHABLE,
  ...(isLasting ? UNREACHABLE[action] : {}),
});

/** What must hold of a mail whose fault is over and that was delivered a second time. */
function brokenAfterwards(first: MailCase, second: MailCase): string[] {
  const rows = product.rows('rcc_message');
  const customer = first.inbound?.rcc_fromaddress ?? second.inbound?.rcc_fromaddress;
  const tickets = product.rows('rcc_ticket').filter((row) => row.rcc_customeremail === customer);
  const inbound = rows.filter((row) => row.rcc_internetmessageid === second.messageId);
  const count = (type: string) => second.events.filter((event) => event.type === type).length;
  return [
    ...brokenMailPromises(second, product.rows('rcc_errorlog')),
    ...(tickets.length === 1 ? [] : [`${tickets.length} tickets`]),
    ...(inbound.length === 1 ? [] : [`${inbound.length} inbound rows`]),
    ...(count('ticket.created') <= 1 ? [] : ['ticket.created is recorded twice']),
    ...(count('reply.claimed') <= 1 ? [] : ['reply.claimed is recorded twice']),
    ...(first.sent.length === 1 &&
    first.ticket?.statuscode === TICKET_STATUS.answered &&
    second.ticket?.statuscode !== TICKET_STATUS.answered
      ? ['the answered ticket is no longer answered']
      : []),
  ].map((text) => `second delivery: ${text}`);
}

async function callsOf(strikes: readonly Strike[], run: () => Promise<unknown>): Promise<string[]> {
  faults.set(strikes);
  await run();
  const called = [...faults.called()];
  faults.set([]);
  return called;
}

type Written = Partial<IncomingMail> & Pick<IncomingMail, 'body'>;
type Addressed = Written & { from: string; internetMessageId: string };

interface MailScenario {
  name: string;
  /** Goes wrong in every case, besides the fault under test. */
  always?: Strike[];
  /** What happened before, while nothing failed. */
  before?: (mail: Addressed, order: number) => Promise<unknown>;
  mail: (order: number) => Written;
}

const question = (number: number) => ({ subject: 'My order', body: `Where is order ${number}?` });
const complaint = (number: number) => ({ subject: 'Payment', body: `I was charged twice for order ${number}!` });

/** The row of a mail whose runs all died in the middle of their work. */
const takenIn = ({ from, internetMessageId }: Addressed, attempts: number) =>
  product.create('rcc_messages', {
    rcc_subject: 'My order',
    rcc_direction: DIRECTION.inbound,
    rcc_status: MESSAGE_STATUS.queued,
    rcc_fromaddress: from,
    rcc_internetmessageid: internetMessageId,
    rcc_attempts: attempts,
  });

/** An agent has had the ticket and has resolved it. */
const resolveByAgent = async (ticket: PresentedRow | undefined): Promise<void> => {
  const { systemuserid } = await product.create('systemusers', {
    fullname: 'Kim',
    internalemailaddress: 'kim@shop.example',
  });
  await product.update('rcc_tickets', String(ticket?.rcc_ticketid), {
    ...agent(String(systemuserid)),
    statuscode: TICKET_STATUS.resolved,
    rcc_statusversion: Number(ticket?.rcc_statusversion) + 1,
  });
  await product.idle();
};

const MAILS: MailScenario[] = [
  { name: 'A question that can be answered', mail: question },
  { name: 'A complaint for a person', mail: complaint },
  { name: 'A mail the service fails on', always: [{ action: 'Create_ticket', rule: BROKEN }], mail: question },
  { name: 'A mail whose headers cannot be read', always: [{ action: 'Get_headers', rule: BROKEN }], mail: question },
  {
    name: 'A mail on a ticket that waits for the customer',
    before: async ({ from }, number) => {
      const messageId = `<first-${number}@example.com>`;
      const { ticket } = await product.mail({ from, ...complaint(number), internetMessageId: messageId });
      await product.update('rcc_tickets', String(ticket?.rcc_ticketid), { statuscode: TICKET_STATUS.waiting });
    },
    mail: (number) => ({ ...question(number), headers: { 'In-Reply-To': `<first-${number}@example.com>` } }),
  },
  {
    name: 'A mail on a ticket that its agent has resolved',
    before: async ({ from }, number) => {
      const messageId = `<first-${number}@example.com>`;
      const { ticket } = await product.mail({ from, ...complaint(number), internetMessageId: messageId });
      await resolveByAgent(ticket);
    },
    mail: (number) => ({ ...question(number), headers: { 'In-Reply-To': `<first-${number}@example.com>` } }),
  },
  {
    name: 'A further question on an answered ticket',
    before: ({ from }, number) =>
      product.mail({ from, ...question(number), internetMessageId: `<first-${number}@example.com>` }),
    mail: (number) => ({ ...question(number), headers: { 'In-Reply-To': `<first-${number}@example.com>` } }),
  },
  { name: 'A mail whose earlier run died', before: (given) => takenIn(given, 1), mail: question },
  { name: 'A mail that failed three times', before: (given) => takenIn(given, 3), mail: question },
  {
    name: 'A mail whose claim is answered too late',
    always: [{ action: 'Claim_mail', rule: { attempt: 1, fault: { kind: 'answerLostAfterEffect' } } }],
    mail: question,
  },
];

/** Every situation begins with empty tables: what is asked of all rows would take ever longer. */
function withProductOfItsOwn(): void {
  beforeAll(async () => {
    // What follows for the agent and after a resolution has tests of its own.
    product = await openProduct({
      off: ['Ticket Assignment', 'Ticket Resolution'],
      wrapConnector: faults.wrapConnector,
    });
  });
  afterAll(() => product.close());
}

describe.each(MAILS)('$name', ({ always = [], before, mail }) => {
  withProductOfItsOwn();
  /** A new mail with what happened before it. */
  const write = async () => {
    const { order: number, email: from } = nextOrder();
    const given = { from, ...mail(number), internetMessageId: `<question-${number}@example.com>` };
    await before?.(given, number);
    return given;
  };

  it.each(CALL_FAULTS)(
    'ends answered or queued, mailed at most once, when any one of its calls $name',
    async (fault) => {
      const probe = await write();
      const actions = await callsOf(always, () => product.mail(probe));
      const broken: Record<string, string[]> = {};
      for (const action of actions) {
        struck.add(action);
        const given = await write();
        faults.set([{ action, rule: fault.rule }, ...always]);
        const first = await product.mail(given);
        const found = brokenMailPromises(first, product.rows('rcc_errorlog'), reachable(action, fault));
        faults.set([]);
        const second = await product.mail(given);
        found.push(...brokenAfterwards(first, second));
        if (found.length > 0) broken[action] = found;
      }
      expect(broken).toEqual({});
    },
    120_000,
  );
});

describe('An automatic reply', () => {
  withProductOfItsOwn();
  it.each(CALL_FAULTS)(
    'is answered by nobody when any one of its calls $name',
    async (fault) => {
      const mail = { body: 'I am away.', headers: { 'Auto-Submitted': 'auto-replied' } };
      const actions = await callsOf([], () => product.mail({ from: nextOrder().email, ...mail }));
      const broken: Record<string, unknown> = {};
      for (const action of actions) {
        struck.add(action);
        faults.set([{ action, rule: fault.rule }]);
        const { sent, ticket } = await product.mail({ from: nextOrder().email, ...mail });
        faults.set([]);
        if (sent.length > 0 || ticket?.statuscode === TICKET_STATUS.new) broken[action] = { sent, ticket };
      }
      expect(broken).toEqual({});
    },
    60_000,
  );
});

describe('A chat turn', () => {
  withProductOfItsOwn();
  const SCENARIOS: {
    name: string;
    /** Said before the fault, in the same conversation. */
    before?: string;
    /** Whether an agent has resolved the ticket since. */
    isResolved?: boolean;
    always: Strike[];
    text: (number: number) => string;
  }[] = [
    { name: 'that can be answered', always: [], text: (number) => `Where is order ${number}?` },
    { name: 'for a person', always: [], text: () => 'I want to talk to a person' },
    {
      name: 'that turns critical after the hand-over',
      before: 'I want to talk to a person',
      always: [],
      text: (number) => `Order ${number} caught fire and burned my hand!`,
    },
    {
      name: 'on a ticket that its agent has resolved',
      before: 'I want to talk to a person',
      isResolved: true,
      always: [],
      text: () => 'It is broken again',
    },
    { name: 'the service fails on', always: [{ action: 'Answer_chat', rule: BROKEN }], text: () => 'Hello?' },
  ];
  it.each(SCENARIOS.flatMap((scenario) => CALL_FAULTS.map((fault) => ({ ...scenario, fault, way: fault.name }))))(
    '$name is answered or queued, once, when any one of its calls $way',
    async ({ before, isResolved, always, text, fault }) => {
      /** A new conversation, with what is said and done before the fault. */
      const begin = async (email: string): Promise<Pick<ChatTurn, 'conversation'>> => {
        if (before === undefined) return {};
        const { conversation, ticket } = await product.chat({ text: before, email });
        if (isResolved) await resolveByAgent(ticket);
        return { conversation };
      };
      const probe = nextOrder();
      const begun = await begin(probe.email);
      const said = { ...begun, text: text(probe.order), email: probe.email };
      const actions = await callsOf(always, () => product.chat(said));
      const broken: Record<string, string[]> = {};
      for (const action of actions) {
        struck.add(action);
        const { order: number, email } = nextOrder();
        const turn: ChatTurn = { ...(await begin(email)), text: text(number), email };
        faults.set([{ action, rule: fault.rule }, ...always]);
        const first = await product.chat(turn);
        const found = brokenChatPromises(first, product.rows('rcc_errorlog'), reachable(action, fault));
        faults.set([]);
        const second = await product.chat({ ...turn, conversation: first.conversation, message: first.message });
        const tickets = product.rows('rcc_ticket').filter((row) => row.rcc_conversationid === first.conversation);
        const lines = product.rows('rcc_message').filter((row) => row.rcc_conversationid === first.conversation);
        const again = brokenChatPromises(second, product.rows('rcc_errorlog'));
        // What the service could not take is queued under a ticket of its own: only the service knows the conversation's.
        const own = tickets.filter((row) => row.rcc_reviewreasons !== 'processing_failed' || tickets.length === 1);
        if (own.length !== 1) again.push(`${tickets.length} tickets`);
        if (lines.length !== (before === undefined ? 2 : 4)) again.push(`${lines.length} lines`);
        found.push(...again.map((problem) => `second call: ${problem}`));
        if (found.length > 0) broken[action] = found;
      }
      expect(broken).toEqual({});
    },
    60_000,
  );
});

it.each(['Email Ingestion', 'Chat Processing', 'Log Flow Error'])('Every connector call of %s was struck', (flow) => {
  expect([...connectorActionsOf(flow)].filter((name) => !struck.has(name))).toEqual([]);
});
