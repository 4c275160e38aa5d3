import type { FlowOutline, RunView } from './page-data.js';

export type StageState = 'waiting' | 'running' | 'done' | 'skipped' | 'failed';

export interface Stage {
  label: string;
  state: StageState;
}

/** What a message goes through, each told by the connector operations that do it. */
const EMAIL = [
  { label: 'Read and looked up', operations: ['CreateTicket'] },
  { label: 'Ticket kept', operations: ['UpdateRecord', 'UpdateOnlyRecord'] },
  { label: 'Drafted and checked', operations: ['DraftReply'] },
  { label: 'Mail sent', operations: ['ReplyToV3', 'SendEmailV2'] },
] as const;

const CHAT = [
  { label: 'Understood and answered', operations: ['AnswerChat'] },
  { label: 'Ticket kept', operations: ['UpdateRecord', 'CreateRecord'] },
] as const;

/**
 * How far a message is, from the actions of its run so far. A stage is done when one of its actions succeeded,
 * failed when all that ran failed, skipped when the run ended without it.
 */
export function stages(run: RunView, outline: FlowOutline): Stage[] {
  const operation = new Map(outline.actions.map((action) => [action.name, action.operation]));
  const ended = run.status !== 'Running';
  const middle = run.channel === 'chat' ? CHAT : EMAIL;
  const inner = middle.map(({ label, operations }): Stage => {
    const states = run.actions
      .filter(({ name, status }) => status !== 'Skipped' && isOneOf(operations, operation.get(name)))
      .map(({ status }) => status);
    if (states.includes('Succeeded')) return { label, state: 'done' };
    if (states.includes('Running')) return { label, state: 'running' };
    if (states.length > 0) return { label, state: 'failed' };
    return { label, state: ended ? 'skipped' : 'waiting' };
  });
  const last: StageState = !ended ? 'waiting' : run.status === 'Succeeded' ? 'done' : 'failed';
  return [{ label: 'Received', state: 'done' }, ...inner, { label: 'Recorded', state: last }];
}

const isOneOf = (operations: readonly string[], operation: string | null | undefined): boolean =>
  operation != null && operations.includes(operation);
