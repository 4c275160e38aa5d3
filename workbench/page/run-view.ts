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

/** The message a run was started by. The run's own record does not hold it: the flows mark it as secured. */
export interface RunMessage {
  channel: Channel;
  messageId: string;
  conversationId: string;
  /** Subject or text. */
  title: string;
  from: string | null;
}

const TITLE_LENGTH = 120;

/** A run for the lists and the head of its view. */
export function runSummary(run: RunRecord, message: RunMessage | null): RunSummary {
  return {
    run_id: run.runId,
    flow_id: run.flowId,
    flow: run.flowName,
    status: run.status,
    started_at: run.startTime,
    duration_ms: run.endTime === undefined ? null : spent(run.startTime, run.endTime),
    error: run.error?.message ?? null,
    counted_actions: run.billableActions,
    channel: message?.channel ?? null,
    message_id: message?.messageId ?? null,
    conversation_id: message?.conversationId ?? null,
    title: (message?.title ?? '').slice(0, TITLE_LENGTH),
    from: message?.from ?? null,
  };
}
