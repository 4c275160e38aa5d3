import type { ActionRecord, RunObserver, RunRecord } from '../flow-engine/types';
import type { ActionDetail, ActionView, RunNews, RunSummary, RunView } from './client/page-data';
import { actionView, runningAction, type RunMessage, runSummary } from './run-view';

interface Kept {
  run: RunRecord;
  /** Begun and not ended, by name and repetition. */
  begun: Map<string, ActionView>;
}

const keyOf = ({ name, repetition }: Pick<ActionRecord, 'name' | 'repetition'>): string =>
  [name, ...repetition].join('/');

/** The newest runs, and their news for whoever listens. */
export class RunLog implements RunObserver {
  private readonly kept = new Map<string, Kept>();
  private readonly listeners = new Set<(news: RunNews) => void>();

  /**
   * @param messageOf the message a run was started by, or null when there was none
   * @param limit how many runs are kept in memory
   */
  constructor(
    private readonly messageOf: (run: RunRecord) => RunMessage | null,
    private readonly limit = 200,
  ) {}

  /** Adds a run of an earlier start. */
  remember(run: RunRecord): void {
    if (!this.kept.has(run.runId)) this.keep(run);
  }

  runStarted(run: RunRecord): void {
    this.keep(run);
    this.tell({ kind: 'run_started', run: this.summary(run) });
  }

  actionStarted(run: RunRecord, action: Pick<ActionRecord, 'name' | 'type' | 'repetition'>): void {
    const view = runningAction(action);
    this.kept.get(run.runId)?.begun.set(keyOf(action), view);
    this.tell({ kind: 'action', run_id: run.runId, action: view });
  }

  actionEnded(run: RunRecord, action: ActionRecord): void {
    this.kept.get(run.runId)?.begun.delete(keyOf(action));
    this.tell({ kind: 'action', run_id: run.runId, action: actionView(action) });
  }

  runEnded(run: RunRecord): void {
    this.kept.get(run.runId)?.begun.clear();
    this.tell({ kind: 'run_ended', run: this.summary(run) });
  }

  /** Newest first. */
  summaries(limit: number): RunSummary[] {
    return [...this.kept.values()]
      .map(({ run }) => this.summary(run))
      .sort((left, right) => right.started_at.localeCompare(left.started_at))
      .slice(0, limit);
  }

  view(runId: string): RunView | null {
    const kept = this.kept.get(runId);
    if (!kept) return null;
    return { ...this.summary(kept.run), actions: [...kept.run.actions.map(actionView), ...kept.begun.values()] };
  }

  detail(runId: string, name: string, repetition: number[]): ActionDetail | null {
    const action = this.kept.get(runId)?.run.actions.find((one) => keyOf(one) === keyOf({ name, repetition }));
    return action ? { inputs: action.inputs ?? null, outputs: action.outputs ?? null } : null;
  }

  /** The newest run of a message. */
  runOfMessage(messageId: string): RunSummary | null {
    return this.summaries(this.limit).find(({ message_id }) => message_id === messageId) ?? null;
  }

  /** @returns ends the listening */
  listen(listener: (news: RunNews) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private summary(run: RunRecord): RunSummary {
    return runSummary(run, this.messageOf(run));
  }

  private keep(run: RunRecord): void {
    this.kept.set(run.runId, { run, begun: new Map() });
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.limit && oldest !== undefined) this.kept.delete(oldest);
  }

  private tell(news: RunNews): void {
    for (const listener of this.listeners) listener(news);
  }
}
