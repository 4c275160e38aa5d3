import type { Values } from '../dataset-record';
import { CHANNEL, INTENT, type Intent, PRIORITY, type Priority, SENTIMENT, STATUS, TEAM } from './choices';
import { draw, oneOf } from './draw';
import { ORDER_SITUATIONS, orderContext, type OrderSituation } from './order-contexts';
import { AGENTS, customerAt } from './people';

const MINUTE = 60_000;

/** The view of tickets: each column with the property-set it is mapped to. */
export const TICKET_COLUMNS = [
  ['rcc_ticketnumber', 'number', 'SingleLine.Text', 'Number'],
  ['rcc_title', 'title', 'SingleLine.Text', 'Title'],
  ['rcc_customername', 'customerName', 'SingleLine.Text', 'Customer'],
  ['rcc_customeremail', 'customerEmail', 'SingleLine.Email', 'Customer e-mail'],
  ['rcc_channel', 'channel', 'OptionSet', 'Channel'],
  ['rcc_priority', 'priority', 'OptionSet', 'Priority'],
  ['statuscode', 'status', 'OptionSet', 'Status'],
  ['rcc_statusversion', 'statusVersion', 'Whole.None', 'Status version'],
  ['rcc_intent', 'intent', 'OptionSet', 'Intent'],
  ['rcc_confidence', 'confidence', 'Decimal', 'Confidence'],
  ['rcc_sentiment', 'sentiment', 'OptionSet', 'Sentiment'],
  ['rcc_language', 'language', 'SingleLine.Text', 'Language'],
  ['rcc_team', 'team', 'OptionSet', 'Team'],
  ['rcc_assignedagent', 'agent', 'Lookup.Simple', 'Assigned agent'],
  ['rcc_firstresponsedue', 'firstResponseDue', 'DateAndTime.DateAndTime', 'First response due'],
  ['rcc_resolutiondue', 'resolutionDue', 'DateAndTime.DateAndTime', 'Resolution due'],
  ['rcc_firstrespondedon', 'firstRespondedOn', 'DateAndTime.DateAndTime', 'First responded on'],
  ['rcc_slapausedsince', 'slaPausedSince', 'DateAndTime.DateAndTime', 'SLA paused since'],
  ['rcc_snoozeduntil', 'snoozedUntil', 'DateAndTime.DateAndTime', 'Snoozed until'],
  ['rcc_requireshumanreview', 'requiresReview', 'TwoOptions', 'Requires human review'],
  ['rcc_reviewreasons', 'reviewReasons', 'SingleLine.Text', 'Review reasons'],
  ['rcc_ordernumber', 'orderNumber', 'SingleLine.Text', 'Order number'],
  ['rcc_trackingstate', 'trackingState', 'SingleLine.Text', 'Tracking state'],
  ['rcc_draftreply', 'draftReply', 'Multiple', 'Draft reply'],
  ['rcc_draftfacts', 'draftFacts', 'Multiple', 'Draft facts'],
  ['rcc_ordercontext', 'orderContext', 'Multiple', 'Order context'],
  ['rcc_openedby', 'openedBy', 'Lookup.Simple', 'Opened by'],
  ['rcc_openedon', 'openedOn', 'DateAndTime.DateAndTime', 'Opened on'],
  ['createdon', 'createdOn', 'DateAndTime.DateAndTime', 'Created on'],
  ['rcc_lastcustomeractivityon', 'lastCustomerActivityOn', 'DateAndTime.DateAndTime', 'Last customer activity'],
  ['rcc_lastagentactivityon', 'lastAgentActivityOn', 'DateAndTime.DateAndTime', 'Last agent activity'],
].map(([name = '', alias = '', dataType = '', displayName = '']) => ({
  name,
  alias,
  dataType,
  displayName,
  isPrimary: name === 'rcc_title',
}));

/** Minutes until the first response and until the resolution are due. */
const POLICY: Readonly<Record<Priority, readonly [number, number]>> = {
  low: [480, 4320],
  normal: [240, 1440],
  high: [60, 480],
  critical: [30, 240],
};

const ASKS: Readonly<Record<Intent, { team: keyof typeof TEAM; titles: readonly string[]; text: string }>> = {
  order_tracking: {
    team: 'orders',
    titles: ['Where is my order?', 'No news about my parcel for three days', 'When will my order arrive?'],
    text: 'I ordered last week and the tracking page has not moved since. Where is my parcel, and when will it be here?',
  },
  returns: {
    team: 'returns',
    titles: ['I would like to return the shoes', 'Wrong size, can I exchange it?', 'Return label does not open'],
    text: 'The shoes are too small. I would like to send them back and have the next size instead.',
  },
  product_information: {
    team: 'products',
    titles: ['Is the rain jacket machine washable?', 'Does the throw come in grey?', 'Size chart for the linen shirt'],
    text: 'Before I order: can the rain jacket go into the washing machine, and does it need to be waterproofed after?',
  },
  delivery_issue: {
    team: 'delivery',
    titles: [
      'Parcel marked delivered, but nothing is here',
      'Box arrived open and one cup is broken',
      'Delivered to a neighbour I do not know',
    ],
    text: 'The carrier says it was delivered on Tuesday at 14:05. I was at home and nobody came. Please find out what happened.',
  },
  payment_issue: {
    team: 'payments',
    titles: ['I was charged twice', 'Refund has not arrived after ten days', 'Card declined, but the money is gone'],
    text: 'My card statement shows the same amount two times for one order. Please refund one of them.',
  },
  general_complaint: {
    team: 'care',
    titles: ['Third time I am writing about this', 'Very disappointed with your service'],
    text: 'I have written three times and still have no answer that helps. This is not how I expect to be treated.',
  },
  other: {
    team: 'care',
    titles: ['Question about my account', 'Thank you!'],
    text: 'Thank you for the quick help last time.',
  },
};

const WITH_ORDER: readonly Intent[] = ['order_tracking', 'returns', 'delivery_issue', 'payment_issue'];
const INTENTS: readonly Intent[] = [
  ...(Object.keys(INTENT) as Intent[]),
  'order_tracking',
  'order_tracking',
  'delivery_issue',
];
const STATUSES = [
  'unassigned',
  'unassigned',
  'assigned',
  'assigned',
  'in_progress',
  'in_progress',
  'waiting',
  'escalated',
  'answered',
  'new',
] as const;
const PRIORITIES: readonly Priority[] = ['low', 'normal', 'normal', 'normal', 'high', 'high', 'critical'];
const REASONS = ['low_confidence', 'high_priority_negative', 'money', 'several_requests'];

const TRACKING = {
  on_its_way: 'in_transit',
  late: 'delayed',
  two_parcels: 'in_transit',
  charged_twice: 'out_for_delivery',
  carrier_away: 'unknown',
  many_lines: 'in_transit',
} satisfies Record<OrderSituation, string>;

/** The text of the message that began a ticket. */
export const askedIn = (index: number): string => ASKS[intentAt(index)].text;
const intentAt = (index: number) => oneOf(INTENTS, index, 1);

/** A ticket of the desk by its place in the queue, with times that end before now. @param now milliseconds */
export function ticketAt(index: number, now: number): Values {
  const intent = intentAt(index);
  const { team, titles } = ASKS[intent];
  const priority = oneOf(PRIORITIES, index, 2);
  const status = oneOf(STATUSES, index, 3);
  const customer = customerAt(index * 7);
  const [response, resolution] = POLICY[priority];
  const isAnswered = ['in_progress', 'waiting', 'answered', 'escalated'].includes(status);
  // Some clocks have run out: the first response of those nobody answered, else the resolution.
  const created = now - Math.round((0.02 + draw(index, 4) * 1.15) * (isAnswered ? resolution : response)) * MINUTE;
  const hasAgent = ['assigned', 'in_progress', 'waiting', 'escalated'].includes(status);
  const confidence = Math.round((0.45 + draw(index, 5) * 0.55) * 100) / 100;
  const needsReview = confidence < 0.6 || intent === 'payment_issue';
  const order = WITH_ORDER.includes(intent) ? `ORD-${10_000 + Math.floor(draw(index, 6) * 80_000)}` : null;
  const situation = oneOf(ORDER_SITUATIONS.slice(0, 5), index, 7);
  const context = () => (order ? orderContext(situation, order, customer.name, now) : undefined);
  const at = (minutes: number) => new Date(created + minutes * MINUTE);
  const isOpenElsewhere = draw(index, 8) < 0.04;
  return {
    rcc_ticketnumber: `TKT-${String(index + 1).padStart(6, '0')}`,
    rcc_title: oneOf(titles, index, 9),
    rcc_customername: customer.name,
    rcc_customeremail: customer.email,
    rcc_channel: oneOf([CHANNEL.email, CHANNEL.email, CHANNEL.chat, CHANNEL.app], index, 10),
    rcc_priority: PRIORITY[priority],
    statuscode: STATUS[status],
    rcc_statusversion: 1 + Math.floor(draw(index, 11) * 4),
    rcc_intent: INTENT[intent],
    rcc_confidence: confidence,
    rcc_sentiment: intent === 'other' ? SENTIMENT.positive : oneOf([SENTIMENT.neutral, SENTIMENT.negative], index, 12),
    rcc_language: oneOf(['en', 'en', 'en', 'es', 'fr', 'de'], index, 13),
    rcc_team: TEAM[team],
    rcc_assignedagent: hasAgent ? oneOf(AGENTS, index, 14) : null,
    rcc_firstresponsedue: at(response),
    rcc_resolutiondue: at(resolution),
    rcc_firstrespondedon: isAnswered ? at(response * 0.04) : null,
    rcc_slapausedsince: status === 'waiting' ? at(response * 0.045) : null,
    rcc_snoozeduntil: draw(index, 15) < 0.03 ? new Date(now + 120 * MINUTE) : null,
    rcc_requireshumanreview: needsReview,
    rcc_reviewreasons: needsReview ? oneOf(REASONS, index, 16) : null,
    rcc_ordernumber: order,
    rcc_trackingstate: intent === 'order_tracking' ? TRACKING[situation] : null,
    rcc_draftreply: order && !isAnswered ? draftOf(customer.name, order) : null,
    // Long texts are made only for rows that are looked at.
    get rcc_draftfacts() {
      return order ? JSON.stringify(context()?.facts) : null;
    },
    get rcc_ordercontext() {
      return order ? JSON.stringify(context()) : null;
    },
    rcc_openedby: isOpenElsewhere ? (AGENTS[1] ?? null) : null,
    rcc_openedon: isOpenElsewhere ? new Date(now - 2 * MINUTE) : null,
    createdon: at(0),
    rcc_lastcustomeractivityon: at(0),
    rcc_lastagentactivityon: isAnswered ? at(response * 0.04) : null,
  };
}

const draftOf = (name: string, order: string) =>
  `Hello ${name.split(' ')[0] ?? ''},\n\nthank you for your message about order ${order}. I have looked it up for you.\n\nKind regards\nRetail Support`;
