import type { ActionView, FlowOutline, RunStatus, RunView } from './client/page-data';
import { stages } from './client/stages';

const action = (name: string, operation: string | null) => ({
  name,
  type: 'OpenApiConnection',
  parent: null,
  branch: null,
  operation,
  connector: null,
});

const outline: FlowOutline = {
  flow_id: 'flow-1',
  name: 'Email Ingestion',
  trigger: 'mail',
  actions: [action('Take_in', 'CreateTicket'), action('Save', 'UpdateRecord'), action('Reply', 'ReplyToV3')],
};

const run = (status: RunStatus, actions: Record<string, RunStatus>, channel: 'email' | 'chat' = 'email'): RunView => ({
  run_id: 'r',
  flow_id: 'flow-1',
  flow: outline.name,
  status,
  started_at: '2026-03-01T09:30:00Z',
  duration_ms: null,
  error: null,
  counted_actions: 0,
  channel,
  message_id: null,
  conversation_id: null,
  title: '',
  from: null,
  actions: Object.entries(actions).map(([name, state]): ActionView => ({
    name,
    type: '',
    repetition: [],
    status: state,
    code: '',
    duration_ms: null,
    error: null,
    tries: [],
  })),
});

const states = (view: RunView) => stages(view, outline).map(({ state }) => state);

it('moves on as the actions do', () => {
  expect(states(run('Running', { Take_in: 'Running' }))).toEqual([
    'done',
    'running',
    'waiting',
    'waiting',
    'waiting',
    'waiting',
  ]);
});

it('shows what was not needed once the run has ended, and what failed', () => {
  const ended = run('Succeeded', { Take_in: 'Succeeded', Save: 'Failed', Reply: 'Succeeded' });
  expect(states(ended)).toEqual(['done', 'done', 'failed', 'skipped', 'done', 'done']);
});

it('takes a skipped action for one that did not run', () => {
  expect(states(run('Failed', { Take_in: 'Skipped' }))).toEqual([
    'done',
    'skipped',
    'skipped',
    'skipped',
    'skipped',
    'failed',
  ]);
});

it('has the stages of a chat for a chat', () => {
  expect(stages(run('Succeeded', {}, 'chat'), outline).map(({ label }) => label)).toContain('Understood and answered');
});
