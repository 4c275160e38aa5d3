import { setMaxListeners } from 'node:events';
import { toPlainJson } from '../../../flows/expressions/json-text';
import { type Flow, type TriggerPlan } from '../flow';
import { type ActionPlan, type BlockPlan } from '../plan/action-plan';
import { DEFAULT_MAX_ACTIONS, DEFAULT_MAX_DURATION_MS, type RunHost, type RunTrigger } from '../run-host';
import { type ActionRecord, type ActionStatus, type FlowError, type RunRecord, type TriggerRecord } from '../types';
import { parameterValue } from '../parameter-value';
import { RunContext } from './run-context';
import { Frame, type LoopPosition, type Scope } from './scope';
import { SKIPPED, skippedWith, TERMINATED } from './skip-reasons';
import { Variables } from './variables';

/** What the portal shows in place of secured data. */
export const HIDDEN = 'Content not shown due to security configuration.';

/** A caller waits no longer for a Response (documented limit of a synchronous request). */
const RESPONSE_DEADLINE_MS = 120_000;

/** An action under way. */
export interface Execution {
  plan: ActionPlan;
  frame: Frame;
  startTime: string;
  /** Set when its outcome is settled, so that a late one is ignored. */
  ended: boolean;
}

/** The state of one run. */
export class FlowRun {
  readonly variables = new Variables();
  readonly record: RunRecord;
  readonly root: Frame;
  readonly running = new Set<Execution>();
  /** Settles when the run is over, whatever is still under way. */
  readonly ended: Promise<void>;
  readonly triggerOutputs: Record<string, unknown>;
  private readonly controller = new AbortController();
  private readonly startedAt: number;
  private readonly maxActions: number;
  private readonly maxDurationMs: number;
  private resolveEnded!: () => void;
  private started = 0;
  private tracking = 0;

  constructor(
    readonly flow: Flow,
    readonly host: RunHost,
    private readonly trigger: RunTrigger,
  ) {
    const now = host.clock.now();
    // Every action under way listens for the run's end.
    setMaxListeners(0, this.controller.signal);
    this.startedAt = now.getTime();
    this.maxActions = host.maxActions ?? DEFAULT_MAX_ACTIONS;
    this.maxDurationMs = host.maxDurationMs ?? DEFAULT_MAX_DURATION_MS;
    this.triggerOutputs = { ...trigger.outputs };
    this.ended = new Promise((resolve) => (this.resolveEnded = resolve));
    this.record = {
      runId: trigger.runId ?? newRunId(now, host.random),
      flowId: flow.id,
      flowName: flow.name,
      ...(trigger.parentRunId === undefined ? {} : { parentRunId: trigger.parentRunId }),
      trigger: triggerRecord(flow.trigger, trigger, now.toISOString()),
      status: 'Running',
      startTime: now.toISOString(),
      actions: [],
      billableActions: 0,
    };
    this.root = this.frame([]);
  }

  get isOver(): boolean {
    return this.controller.signal.aborted;
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get rootScope(): Scope {
    return { run: this, frame: this.root, signal: this.signal };
  }

  frame(repetition: number[], parent?: Frame, position?: LoopPosition): Frame {
    const frame = new Frame(repetition, parent, position);
    frame.context = new RunContext(this, frame);
    return frame;
  }

  /** Counts an action about to start; ends the run and returns false when there are too many. */
  admit(): boolean {
    if (this.timeLeft() < 0) {
      this.timeOut();
      return false;
    }
    this.started += 1;
    if (this.started <= this.maxActions) return true;
    this.end('Failed', {
      code: 'ActionLimitExceeded',
      message: `The run was stopped after ${this.maxActions} actions.`,
    });
    return false;
  }

  /** Milliseconds until the run has lasted as long as a run may. */
  timeLeft(): number {
    return this.startedAt + this.maxDurationMs - this.host.clock.now().getTime();
  }

  timeOut(): void {
    const message = `The run was stopped after ${this.maxDurationMs / 86_400_000} days.`;
    this.end('TimedOut', { code: 'RunTimedOut', message });
  }

  nextTrackingId(): string {
    return `${this.record.runId}-${(this.tracking += 1)}`;
  }

  /** The value of a parameter of the definition. @throws {ExpressionError} when it is not declared */
  parameter(name: string): unknown {
    return parameterValue(this.flow, name, this.host.parameters);
  }

  workflow(): unknown {
    const { name: environmentName, location } = this.host.environment ?? { name: 'local', location: 'local' };
    const { id, name } = this.flow;
    const { runId } = this.record;
    return {
      id: `/workflows/${id}`,
      name: id,
      type: 'Microsoft.Logic/workflows',
      location,
      tags: { flowDisplayName: name, environmentName, logicAppName: id },
      run: { id: `/workflows/${id}/runs/${runId}`, name: runId, type: 'Microsoft.Logic/workflows/runs' },
    };
  }

  /** Answers the caller; false when somebody already has, or the caller no longer waits. */
  respond(response: NonNullable<RunRecord['response']>, isHidden: boolean): boolean {
    if (this.record.response) return false;
    const waited = this.host.clock.now().getTime() - this.startedAt;
    if (waited > RESPONSE_DEADLINE_MS && !this.flow.respondsLater) return false;
    this.record.response = isHidden ? { statusCode: response.statusCode, headers: {}, body: HIDDEN } : response;
    this.trigger.onResponse?.(response);
    return true;
  }

  /** Ends the run as a Terminate action says. */
  terminate(plan: ActionPlan, status: ActionStatus, error: FlowError | undefined): void {
    this.end(status, error && plan.hideInputs ? { ...error, message: HIDDEN } : error);
  }

  /** Ends the run: what is under way is cancelled, what has not started is skipped. */
  end(status: ActionStatus, error?: FlowError): void {
    if (this.isOver) return;
    this.controller.abort(new Error('The run has ended.'));
    this.cancelRunning(() => true);
    this.skipRest(this.flow.actions, this.root, undefined);
    this.record.status = status;
    this.record.endTime = this.host.clock.now().toISOString();
    if (error) this.record.error = error;
    this.host.observer?.runEnded?.(this.record);
    this.resolveEnded();
  }

  /** Marks actions under way as cancelled. */
  cancelRunning(affected: (execution: Execution) => boolean): void {
    const endTime = this.host.clock.now().toISOString();
    for (const execution of [...this.running].filter(affected)) {
      execution.ended = true;
      this.running.delete(execution);
      const { plan, frame, startTime } = execution;
      const outcome = { status: 'Cancelled' as const, code: 'ActionCancelled', startTime, endTime };
      const trackingId = this.nextTrackingId();
      frame.results.set(plan.key, { name: plan.name, inputs: null, outputs: null, trackingId, ...outcome });
      this.record.billableActions += 1;
      this.keep(execution, { ...outcome, trackingId, tries: [] });
    }
  }

  /** Records what a container that has ended never came to as skipped. */
  skipInside(plan: ActionPlan, frame: Frame, status: ActionStatus): void {
    // The actions of a loop have their results in its iterations.
    if (plan.blocks.length === 0 || isLoop(plan)) return;
    const reason = skippedWith(plan.name, status);
    for (const block of plan.blocks) this.skipRest(block, frame, reason);
  }

  /**
   * Records every action of a block that has no result yet as skipped, with everything inside it.
   * @param reason why; undefined when the run has ended
   */
  private skipRest(block: BlockPlan, frame: Frame, reason: FlowError | undefined): void {
    for (const plan of block.actions) {
      if (!frame.results.has(plan.key)) this.skip(plan, frame, reason);
      else if (!isLoop(plan)) for (const inner of plan.blocks) this.skipRest(inner, frame, reason);
    }
  }

  /**
   * Records an action, and everything inside it, as skipped.
   * @param reason why; undefined when the run has ended
   */
  skip(plan: ActionPlan, frame: Frame, reason: FlowError | undefined): void {
    const at = this.host.clock.now().toISOString();
    const trackingId = this.nextTrackingId();
    const code = reason ? SKIPPED : TERMINATED;
    const outcome = {
      status: 'Skipped' as const,
      code,
      startTime: at,
      endTime: at,
      trackingId,
      ...(reason ? { error: reason } : {}),
    };
    frame.results.set(plan.key, { name: plan.name, inputs: null, outputs: null, ...outcome });
    this.keep({ plan, frame }, { ...outcome, tries: [] });
    const inside = reason && skippedWith(plan.name, 'Skipped');
    for (const inner of plan.blocks) for (const nested of inner.actions) this.skip(nested, frame, inside);
  }

  /** Adds an action's record; hidden data never gets into it, not even by an error's words. */
  keep(
    { plan, frame }: Pick<Execution, 'plan' | 'frame'>,
    outcome: Omit<ActionRecord, 'name' | 'type' | 'parents' | 'repetition'>,
  ): void {
    const { inputs, outputs, ...rest } = outcome;
    const record: ActionRecord = {
      name: plan.name,
      type: plan.type,
      parents: plan.parents,
      repetition: frame.repetition,
      ...rest,
    };
    if (inputs !== undefined) record.inputs = plan.hideInputs ? HIDDEN : toPlainJson(inputs);
    if (outputs !== undefined) record.outputs = plan.hideOutputs ? HIDDEN : toPlainJson(outputs);
    if ((plan.hideInputs || plan.hideOutputs) && rest.status !== 'Skipped') hideMessages(record);
    this.record.actions.push(record);
    this.host.observer?.actionEnded?.(this.record, record);
  }
}

function isLoop({ type }: ActionPlan): boolean {
  return type === 'Foreach' || type === 'Until';
}

function hideMessages(record: ActionRecord): void {
  const hidden = <T extends { error?: FlowError }>(each: T): T =>
    each.error ? { ...each, error: { ...each.error, message: HIDDEN } } : each;
  Object.assign(record, hidden(record));
  record.tries = record.tries.map(hidden);
}

/** What the run's page shows of the trigger. */
function triggerRecord(plan: TriggerPlan, trigger: RunTrigger, startTime: string): TriggerRecord {
  return {
    name: plan.name,
    type: plan.type,
    status: 'Succeeded',
    code: 'OK',
    startTime,
    endTime: startTime,
    ...(trigger.conditions ? { conditions: [...trigger.conditions] } : {}),
    inputs: plan.secureInputs ? HIDDEN : { parameters: plan.parameters },
    outputs: plan.secureOutputs ? { body: HIDDEN } : (toPlainJson(trigger.outputs) as TriggerRecord['outputs']),
  };
}

/** Like the platform's: sorts by time, ends in random digits. */
function newRunId(now: Date, random: () => number): string {
  const digits = Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('');
  return `${now.toISOString().replace(/\D/g, '')}-${digits}`.toUpperCase();
}
