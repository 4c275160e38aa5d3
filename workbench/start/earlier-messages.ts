import type { RunRecord } from '../flow-engine/types';
import type { Outlook } from '../outlook/outlook';
import type { RunMessage } from '../page/run-view';

/**
 * The messages that runs of earlier starts worked on, by run id: a mail is known from what its run sent, a chat turn
 * from the inputs of its flow. A run that sent nothing stays unknown.
 */
export function earlierMessages(
  runs: readonly RunRecord[],
  outlook: Pick<Outlook, 'inbox' | 'sent'>,
): Map<string, RunMessage> {
  const wanted = new Set(runs.map(({ runId }) => runId));
  const answered = new Map<string, string>();
  for (const { runId, answers } of outlook.sent()) {
    if (answers !== undefined && wanted.has(runId)) answered.set(answers, runId);
  }
  const messages = new Map<string, RunMessage>();
  for (const { id, internetMessageId, conversationId, subject, from } of outlook.inbox()) {
    const runId = answered.get(id);
    if (runId === undefined) continue;
    messages.set(runId, { channel: 'email', messageId: internetMessageId, conversationId, title: subject, from });
  }
  for (const run of runs) {
    const turn = chatTurnOf(run);
    if (turn) messages.set(run.runId, turn);
  }
  return messages;
}

function chatTurnOf(run: RunRecord): RunMessage | null {
  const body = run.trigger.outputs.body as Record<string, unknown> | string | null | undefined;
  if (!/chat/i.test(run.flowName) || typeof body !== 'object' || body === null) return null;
  const { text, text_1: id, text_2: said, text_3: from } = body;
  if (typeof text !== 'string' || typeof id !== 'string') return null;
  return {
    channel: 'chat',
    messageId: id,
    conversationId: text,
    title: typeof said === 'string' ? said : '',
    from: typeof from === 'string' ? from : null,
  };
}
