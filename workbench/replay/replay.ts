import type { RunObserver } from '../flow-engine/types';
import type { Platform } from '../platform/platform';
import type { RunMessages } from '../start/run-messages';
import { chatOutcome, mailOutcome, type Outcome } from './outcome';
import { internetMessageId, type ReplayMessage } from './replay-message';

const CHAT_FLOW = 'Chat Processing';
const UNFINISHED: Outcome = { kind: 'unfinished', ticket: null, reply: null, mail: null };

/** Follows the runs of a replay: how long each took, and when a message's run has ended. */
export class RunWatch implements RunObserver {
  /** Milliseconds of real time of every run that a message started. */
  readonly times: number[] = [];
  private readonly started = new Map<string, number>();
  private readonly waiting = new Map<string, () => void>();

  constructor(private readonly messages: Pick<RunMessages, 'messageOf'>) {}

  runStarted: NonNullable<RunObserver['runStarted']> = (run) => {
    this.started.set(run.runId, performance.now());
  };

  runEnded: NonNullable<RunObserver['runEnded']> = (run) => {
    const start = this.started.get(run.runId);
    this.started.delete(run.runId);
    const message = this.messages.messageOf(run);
    if (message === null || start === undefined) return;
    this.times.push(performance.now() - start);
    this.waiting.get(message.messageId)?.();
    this.waiting.delete(message.messageId);
  };

  /** Settles when the run of a message has ended. */
  ended(messageId: string): Promise<void> {
    return new Promise((resolve) => this.waiting.set(messageId, resolve));
  }
}

export interface ReplayOptions {
  platform: Platform;
  watch: RunWatch;
  channel: 'email' | 'chat';
  concurrency: number;
  /** Told each outcome as it becomes known. */
  onOutcome: (message: ReplayMessage, outcome: Outcome) => void;
  signal?: AbortSignal;
}

/**
 * Sends messages through the flows, a few at a time, and finds out what came of each. A mail that is in the mailbox
 * already is not delivered again: its run has ended, or is delivered again by the platform.
 * @throws when a run could not be carried out at all, or the reason of `signal`
 */
export async function replay(messages: readonly ReplayMessage[], options: ReplayOptions): Promise<void> {
  const { platform, channel, concurrency, signal, onOutcome } = options;
  const handle = channel === 'chat' ? chatTurn : mail(new Set(delivered(platform)));
  let next = 0;
  const late: ReplayMessage[] = [];
  const work = async (): Promise<void> => {
    for (let message = messages[next++]; message !== undefined; message = messages[next++]) {
      signal?.throwIfAborted();
      const outcome = await handle(message, options);
      if (outcome === null) late.push(message);
      else onOutcome(message, outcome);
    }
  };
  // A run that fails before it names its message is found out when everything has ended.
  await Promise.all(Array.from({ length: concurrency }, work));
  await platform.idle();
  for (const message of late) {
    const outcome = await mailOutcome(platform, message);
    onOutcome(message, outcome ?? UNFINISHED);
  }
}

function* delivered(platform: Platform): Generator<string> {
  for (const { internetMessageId: id } of platform.outlook.inbox()) yield id;
}

const chatTurn = async ({ id, from, text, object }: ReplayMessage, { platform }: ReplayOptions): Promise<Outcome> => {
  const conversation = typeof object.conversation_id === 'string' ? object.conversation_id : `replay-${id}`;
  const body = { text: conversation, text_1: id, text_2: text, text_3: from };
  return chatOutcome(await platform.request(CHAT_FLOW, body));
};

const mail =
  (inMailbox: ReadonlySet<string>) =>
  async (message: ReplayMessage, { platform, watch }: ReplayOptions): Promise<Outcome | null> => {
    const key = internetMessageId(message);
    if (inMailbox.has(key)) return mailOutcome(platform, message);
    const ended = watch.ended(key);
    const { from, subject, text, object } = message;
    platform.deliverMail({
      from,
      subject,
      body: text,
      internetMessageId: key,
      isHtml: object.is_html === true,
      ...(typeof object.reply_to === 'string' && { replyTo: object.reply_to }),
      ...(isHeaders(object.headers) && { headers: object.headers }),
    });
    await Promise.race([ended, platform.idle()]);
    return mailOutcome(platform, message);
  };

const isHeaders = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
