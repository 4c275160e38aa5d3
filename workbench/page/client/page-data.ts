/** What the page server and the page say to each other: plain JSON, types only. All instants are ISO 8601 in UTC. */

export type RunStatus = 'Running' | 'Succeeded' | 'Failed' | 'Skipped' | 'TimedOut' | 'Cancelled';

export type Channel = 'email' | 'chat' | 'app';

/** How a vendor sandbox misbehaves; `none` is well. */
export type Fault = 'none' | 'down' | 'slow' | 'garbage' | 'rate_limited';

export interface VendorView {
  id: string;
  name: string;
  /** What it is asked for. */
  asked: string;
  origin: 'live' | 'sandbox' | 'off';
  address: string | null;
  fault: Fault;
}

export interface Sample {
  id: string;
  group: 'documented' | 'more';
  title: string;
  /** What it shows, in one line. */
  shows: string;
  message: NewMessage;
}

export interface NewMessage {
  channel: 'email' | 'chat';
  /** Empty for a chat visitor who has not said who they are. */
  from: string;
  name?: string;
  subject?: string;
  text: string;
  /** A differing Reply-To address. */
  reply_to?: string;
  /** True for a mail written by a machine (RFC 3834). */
  automatic?: boolean;
  /** The conversation it goes on with; a new one when left out. */
  conversation_id?: string;
}

export interface Accepted {
  /** The run that takes the message up, or null when no flow's trigger took it. */
  run_id: string | null;
  message_id: string;
  conversation_id: string;
}

/** One action of a flow as it was exported. */
export interface OutlineAction {
  name: string;
  type: string;
  /** The enclosing scope, condition or loop. */
  parent: string | null;
  /** The branch of a condition or switch it lies in. */
  branch: string | null;
  /** The connector operation it calls, and the connector's name for a reader. */
  operation: string | null;
  connector: string | null;
}

export interface FlowOutline {
  flow_id: string;
  name: string;
  trigger: string;
  actions: OutlineAction[];
}

export interface Overview {
  mailbox: string;
  proxy: string;
  data: string;
  vendors: VendorView[];
  /** The faults a sandbox can be given. */
  faults: Fault[];
  samples: Sample[];
  flows: FlowOutline[];
}

export interface TryView {
  status_code: number | null;
  error: string | null;
  duration_ms: number;
}

export interface ActionView {
  name: string;
  type: string;
  repetition: number[];
  status: RunStatus;
  code: string;
  duration_ms: number | null;
  error: string | null;
  tries: TryView[];
}

export interface RunSummary {
  run_id: string;
  flow_id: string;
  flow: string;
  status: RunStatus;
  started_at: string;
  duration_ms: number | null;
  error: string | null;
  /** Executed actions the platform counts, retries included. */
  counted_actions: number;
  channel: Channel | null;
  message_id: string | null;
  conversation_id: string | null;
  /** Subject or first words of the message. */
  title: string;
  from: string | null;
}

export interface RunView extends RunSummary {
  actions: ActionView[];
}

/** Inputs and outputs of one action, asked for when it is opened. */
export interface ActionDetail {
  inputs: unknown;
  outputs: unknown;
}

/** Sent while runs happen. */
export type RunNews =
  | { kind: 'run_started'; run: RunSummary }
  | { kind: 'action'; run_id: string; action: ActionView }
  | { kind: 'run_ended'; run: RunSummary };

export interface TicketView {
  ticket_id: string;
  number: string;
  title: string;
  status: string;
  status_code: number;
  channel: string;
  customer_email: string | null;
  customer_name: string | null;
  intent: string | null;
  confidence: number | null;
  priority: string | null;
  sentiment: string | null;
  language: string | null;
  team: string | null;
  requires_human_review: boolean;
  review_reasons: string[];
  order_number: string | null;
  tracking_number: string | null;
  first_response_due: string | null;
  resolution_due: string | null;
  first_responded_at: string | null;
  created_at: string | null;
}

export interface FactView {
  label: string;
  value: string;
  kind: string;
  source: string;
}

export interface CheckView {
  passed: boolean;
  statements: number;
  unsupported: string[];
}

export interface SourceView {
  vendor: string;
  origin: string;
  ok: boolean;
  duration_ms: number;
}

export interface DegradedView {
  part: string;
  vendor: string;
  code: string;
  message: string;
}

export interface EventView {
  event_id: string;
  sequence: number;
  type: string;
  recorded_at: string;
  /** The whole event as stored. */
  event: unknown;
}

export interface ReplyView {
  /** `acknowledgement` says only that a person will answer. */
  kind: 'reply' | 'acknowledgement' | 'chat';
  subject: string | null;
  to: string | null;
  text: string;
  /** Where the HTML of the mail is shown from, or null when there is none. */
  html_url: string | null;
  sent_at: string | null;
}

/** One line of the conversation. */
export interface MessageView {
  direction: 'inbound' | 'outbound';
  author: string;
  status: string;
  subject: string;
  text: string;
  at: string | null;
}

export type Outcome = 'running' | 'answered' | 'handed_over' | 'asked' | 'ignored' | 'recorded' | 'failed';

/** Everything known about one message or ticket. */
export interface CaseView {
  outcome: Outcome;
  run_id: string | null;
  message: {
    from: string | null;
    subject: string;
    text: string;
    channel: string;
    conversation_id: string | null;
  } | null;
  reply: ReplyView | null;
  /** What was drafted and not sent: the agent finds it in the ticket. */
  held_draft: string | null;
  /** Why a draft was not sent by itself, as codes. */
  held_reasons: string[];
  ticket: TicketView | null;
  facts: FactView[];
  check: CheckView | null;
  sources: SourceView[];
  degraded: DegradedView[];
  events: EventView[];
  conversation: MessageView[];
}

export interface PageError {
  error: { code: string; message: string };
}
