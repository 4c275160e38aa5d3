import { setMaxListeners } from 'node:events';
import { ExpressionError } from '../../../flows/expressions/expression-error';
import { toPlainJson } from '../../../flows/expressions/json-text';
import { type Flow } from '../flow';
import { type ActionPlan, type BlockPlan } from '../plan/action-plan';
import { DEFAULT_MAX_ACTIONS, type RunHost, type RunTrigger } from '../run-host';
import { type ActionStatus, type FlowError, type RunRecord } from '../types';
import { RunContext } from './run-context';
import { Frame, type LoopPosition, type Scope } from './scope';
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
    this.triggerOutputs = { ...trigger.outputs };
    this.ended = new Promise((resolve) => (this.resolveEnded = resolve));
    this.record = {
      runId: trigger.runId ?? newRunId(now, host.random),
      flowId: flow.id,
      flowName: flow.name,
      ...(trigger.parentRunId === undefined ? {} : { parentRunId: trigger.parentRunId }),
      trigger: {
        name: flow.trigger.name,
        outputs: flow.trigger.secureOutputs
          ? { body: HIDDEN }
          : (toPlainJson(trigger.outputs) as RunRecord['trigger']['outputs']),
      },
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
    this.started += 1;
    if (this.started <= this.maxActions) return true;
    this.end('Failed', {
      code: 'ActionLimitExceeded',
      message: `The run was stopped after ${this.maxActions} actions.`,
    });
    return false;
  }

  nextTrackingId(): string {
    return `${this.record.runId}-${(this.tracking += 1)}`;
  }

  /** The value of a parameter of the definition. @throws {ExpressionError} when it is not declared */
  parameter(name: string): unknown {
    const declared = this.flow.parameters.get(name);
    if (!declared) throw new ExpressionError(`The parameter '${name}' is not declared in the flow.`);
    const value = declared.schemaName === undefined ? undefined : this.host.parameters?.[declared.schemaName];
    return value ?? declared.defaultValue ?? null;
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
  respond(response: NonNullable<RunRecord['response']>): boolean {
    if (this.record.response) return false;
    if (this.host.clock.now().getTime() - this.startedAt > RESPONSE_DEADLINE_MS) return false;
    this.record.response = response;
    this.trigger.onResponse?.(response);
    return true;
  }

  /** Ends the run: what is under way is cancelled, what has not started is skipped. */
  end(status: ActionStatus, error?: FlowError): void {
    if (this.isOver) return;
    this.controller.abort(new Error('The run has ended.'));
    this.cancelRunning(() => true);
    this.skipRest(this.flow.actions, this.root);
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
      frame.results.set(plan.key, { name: plan.name, inputs: null, outputs: null, trackingId: '', ...outcome });
      this.record.billableActions += 1;
      this.keep(execution, { ...outcome, tries: [] });
    }
  }

  /** Records every action of a block that has no result yet as skipped, with everything inside it. */
  skipRest(block: BlockPlan, frame: Frame): void {
    for (const plan of block.actions) {
      const isLoop = plan.type === 'Foreach' || plan.type === 'Until';
      if (!frame.results.has(plan.key)) this.skip(plan, frame);
      else if (!isLoop) for (const inner of plan.blocks) this.skipRest(inner, frame);
    }
  }

  /** Records an action, and everything inside it, as skipped. */
  skip(plan: ActionPlan, frame: Frame, code = 'ActionSkipped'): void {
    const at = this.host.clock.now().toISOString();
    const outcome = { status: 'Skipped' as const, code, startTime: at, endTime: at };
    frame.results.set(plan.key, { name: plan.name, inputs: null, outputs: null, trackingId: '', ...outcome });
    this.keep({ plan, frame }, { ...outcome, tries: [] });
    for (const inner of plan.blocks) for (const nested of inner.actions) this.skip(nested, frame, code);
  }

  /** Adds an action's record; hidden data never gets into it. */
  keep(
    { plan, frame }: Pick<Execution, 'plan' | 'frame'>,
    outcome: Omit<RunRecord['actions'][number], 'name' | 'type' | 'repetition'>,
  ): void {
    const { inputs, outputs, ...rest } = outcome;
    const record: RunRecord['actions'][number] = {
      name: plan.name,
      type: plan.type,
      repetition: frame.repetition,
      ...rest,
    };
    if (inputs !== undefined) record.inputs = plan.hideInputs ? HIDDEN : toPlainJson(inputs);
    if (outputs !== undefined) record.outputs = plan.hideOutputs ? HIDDEN : toPlainJson(outputs);
    this.record.actions.push(record);
    this.host.observer?.actionEnded?.(this.record, record);
  }
}

/** Like the platform's: sorts by time, ends in random digits. */
function newRunId(now: Date, random: () => number): string {
  const digits = Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('');
  return `${now.toISOString().replace(/\D/g, '')}-${digits}`.toUpperCase();
}
