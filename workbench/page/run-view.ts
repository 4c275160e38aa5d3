import type { ActionRecord, RunRecord, TryRecord } from '../flow-engine/types';
import type { ActionView, Channel, RunSummary, TryView } from './client/page-data';

const spent = (from: string, to: string): number => Math.max(0, Date.parse(to) - Date.parse(from));

const tryView = ({ startTime, endTime, statusCode, error }: TryRecord): TryView => ({
  status_code: statusCode ?? null,
  error: error?.message ?? null,
  duration_ms: spent(startTime, endTime),
});

/** An action for the list; inputs and outputs are asked for when it is opened. */
export function actionView(action: ActionRecord): ActionView {
  return {
    name: action.name,
    type: action.type,
    repetition: action.repetition,
    status: action.status,
    code: action.code,
    duration_ms: spent(action.startTime, action.endTime),
    error: action.error?.message ?? null,
    tries: action.tries.map(tryView),
  };
}

/** An action that has begun and not ended. */
export const runningAction = (action: Pick<ActionRecord, 'name' | 'type' | 'repetition'>): ActionView => ({
  ...action,
  status: 'Running',
  code: '',
  duration_ms: null,
  error: null,
  tries: [],
});

interface MessageInTrigger {
  channel: Channel | null;
  messageId: string | null;
  conversationId: string | null;
  title: string;
  from: string | null;
}

/** What a run was started by: a mail (its trigger's body) or a chat turn (the inputs of the Request trigger). */
function messageOf(run: RunRecord): MessageInTrigger {
  const body = (run.trigger.outputs.body ?? {}) as Record<string, unknown>;
  const text = (key: string): string | null => (typeof body[key] === 'string' ? body[key] : null);
  if (body.internetMessageId !== undefined) {
    return {
      channel: 'email',
      messageId: text('internetMessageId'),
      conversationId: text('conversationId'),
      title: text('subject') ?? '',
      from: text('from'),
    };
  }
  if (body.text_1 !== undefined && /chat/i.test(run.flowName)) {
    return {
      channel: 'chat',
      messageId: text('text_1'),
      conversationId: text('text'),
      title: text('text_2') ?? '',
      from: text('text_3'),
    };
  }
  return { channel: null, messageId: null, conversationId: null, title: '', from: null };
}

const TITLE_LENGTH = 120;

/** A run for the lists and the head of its view. */
export function runSummary(run: RunRecord): RunSummary {
  const { channel, messageId, conversationId, title, from } = messageOf(run);
  return {
    run_id: run.runId,
    flow: run.flowName,
    status: run.status,
    started_at: run.startTime,
    duration_ms: run.endTime === undefined ? null : spent(run.startTime, run.endTime),
    error: run.error?.message ?? null,
    counted_actions: run.billableActions,
    channel,
    message_id: messageId,
    conversation_id: conversationId,
    title: title.slice(0, TITLE_LENGTH),
    from,
  };
}
