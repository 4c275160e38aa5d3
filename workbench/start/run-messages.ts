import type { Connector, ConnectorRequest, RunRecord } from '../flow-engine/types';
import type { RunMessage } from '../page/run-view';

/** Connector by which the flows reach our service. */
const OWN_CONNECTOR = 'rcc_retailcallcenter';
/** Operations whose body says which message the run works on. */
const NAMING = new Set(['CreateTicket', 'AnswerChat']);
const MOST_KEPT = 2000;
const TITLE_LENGTH = 120;

/**
 * Which message each run works on. A run's record does not say so, because the flows mark mails as secured; but every
 * run names its message when it calls our service.
 */
export class RunMessages {
  private readonly messages = new Map<string, RunMessage>();
  private readonly runs = new Map<string, string>();
  private readonly expected = new Map<string, RunMessage>();
  private readonly waiting = new Map<string, (runId: string) => void>();

  /** Put between the flows and their connectors: listens, changes nothing. */
  readonly wrapConnector = (name: string, connector: Connector): Connector =>
    name !== OWN_CONNECTOR
      ? connector
      : {
          call: (request) => {
            this.learn(request);
            return connector.call(request);
          },
        };

  /** Tells what is known of a message before its run begins. */
  expect(message: RunMessage): void {
    this.expected.set(message.messageId, message);
  }

  /** Takes over what is known of runs of earlier starts, by run id. */
  remember(earlier: ReadonlyMap<string, RunMessage>): void {
    for (const [runId, message] of earlier) this.messages.set(runId, message);
  }

  messageOf(run: Pick<RunRecord, 'runId'>): RunMessage | null {
    return this.messages.get(run.runId) ?? null;
  }

  /** The run that takes up a message, as soon as there is one, or null when there is none in time. */
  runOf(messageId: string, patienceMs: number): Promise<string | null> {
    const known = this.runs.get(messageId);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.waiting.delete(messageId);
        resolve(null);
      }, patienceMs);
      this.waiting.set(messageId, (runId) => {
        clearTimeout(timer);
        resolve(runId);
      });
    });
  }

  private learn({ runId, operationId, arguments: { body } }: ConnectorRequest): void {
    if (!NAMING.has(operationId) || this.messages.has(runId) || typeof body !== 'object' || body === null) return;
    const said = body as Record<string, unknown>;
    const text = (name: string): string => (typeof said[name] === 'string' ? said[name] : '');
    const messageId = text('message_id');
    if (messageId === '') return;
    const expected = this.expected.get(messageId);
    this.messages.set(
      runId,
      expected ?? {
        channel: operationId === 'AnswerChat' ? 'chat' : 'email',
        messageId,
        conversationId: text('conversation_id'),
        title: (text('subject') || text('text')).slice(0, TITLE_LENGTH),
        from: text('customer_email') || text('requester_email') || null,
      },
    );
    this.runs.set(messageId, runId);
    this.forgetOldest();
    this.waiting.get(messageId)?.(runId);
    this.waiting.delete(messageId);
  }

  private forgetOldest(): void {
    for (const kept of [this.messages, this.runs, this.expected]) {
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    }
  }
}
