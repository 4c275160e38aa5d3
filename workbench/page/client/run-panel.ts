import { byId } from './element.js';
import type { ActionView, FlowOutline, Overview, RunSummary, RunView } from './page-data.js';
import { RunTimeline } from './run-timeline.js';
import { drawStageBar } from './stage-bar.js';
import { statusMark } from './status-mark.js';
import { counted, duration, exactMoment } from './words.js';

/** The run in view: its head, the stages and the actions. */
export class RunPanel {
  private run: RunView | null = null;
  private timeline: RunTimeline | null = null;

  constructor(private readonly overview: Overview) {}

  get runId(): string | null {
    return this.run?.run_id ?? null;
  }

  show(run: RunView): void {
    this.run = run;
    this.timeline = new RunTimeline(byId<HTMLOListElement>('actions'), run.run_id, this.outline);
    this.timeline.drawAll(run);
    this.drawHead();
  }

  clear(): void {
    this.run = null;
    this.timeline = null;
    byId('run').hidden = true;
    byId('run-nothing').hidden = false;
  }

  action(action: ActionView): void {
    if (!this.run) return;
    const same = (other: ActionView) =>
      other.name === action.name && other.repetition.join() === action.repetition.join();
    this.run.actions = [...this.run.actions.filter((other) => !same(other)), action];
    this.timeline?.draw(action);
    drawStageBar(byId('stages'), this.run, this.outline);
  }

  ended(summary: RunSummary): void {
    if (!this.run) return;
    this.run = { ...summary, actions: this.run.actions };
    this.drawHead();
  }

  private drawHead(): void {
    if (!this.run) return;
    const { run } = this;
    byId('run').hidden = false;
    byId('run-nothing').hidden = true;
    byId('run-flow').textContent = run.flow;
    byId('run-status').replaceChildren(statusMark(run.status));
    const took = run.duration_ms == null ? 'running' : duration(run.duration_ms);
    const trigger = this.outline.trigger.replace(/_/g, ' ');
    const triggered = trigger ? `Started by “${trigger}” ` : 'Started ';
    byId('run-line').textContent =
      `${triggered}at ${exactMoment(run.started_at)}, ${took}, ${counted(run.counted_actions, 'counted action')}`;
    byId('run-error').textContent = run.error ?? '';
    drawStageBar(byId('stages'), run, this.outline);
  }

  private get outline(): FlowOutline {
    const found = this.overview.flows.find(({ flow_id }) => flow_id === this.run?.flow_id);
    return found ?? { flow_id: '', name: this.run?.flow ?? '', trigger: '', actions: [] };
  }
}
