import { type ExpressionContext } from '../../../flows/expressions/context';
import { ExpressionError } from '../../../flows/expressions/expression-error';
import { type ActionPlan } from '../plan/action-plan';
import { type FlowRun } from './flow-run';
import { type ActionResult, type Frame } from './scope';

/** What expressions can see from one frame: its own results, those of the frames around it, and of ended loops. */
export class RunContext implements ExpressionContext {
  constructor(
    private readonly run: FlowRun,
    private readonly frame: Frame,
  ) {}

  now(): Date {
    return this.run.host.clock.now();
  }

  random(): number {
    return this.run.host.random();
  }

  parameter(name: string): unknown {
    return this.run.parameter(name);
  }

  variable(name: string): unknown {
    return this.run.variables.read(name);
  }

  triggerOutputs(): unknown {
    return this.run.triggerOutputs;
  }

  trigger(): unknown {
    const { trigger } = this.run.flow;
    const { startTime, runId } = this.run.record;
    return {
      name: trigger.name,
      startTime,
      endTime: startTime,
      trackingId: runId,
      code: 'OK',
      status: 'Succeeded',
      inputs: { parameters: trigger.parameters },
      outputs: this.run.triggerOutputs,
    };
  }

  workflow(): unknown {
    return this.run.workflow();
  }

  action(name: string): ActionResult {
    const plan = this.plan(name);
    const found = this.find(plan.key) ?? this.lastIteration(plan);
    if (!found) throw notYet(plan.name);
    return found;
  }

  outputsOf(name: string): unknown {
    const key = name.toLowerCase();
    const own = this.find(key);
    if (own) return own.outputs;
    const plan = this.plan(name);
    const outer = plan.loops.findIndex((loop) => this.find(loop)?.iterations);
    if (outer < 0) throw notYet(plan.name);
    return this.collect(this.find(plan.loops[outer]!)!, plan, outer, (result) => result.outputs ?? null);
  }

  result(name: string): unknown[] {
    const plan = this.plan(name);
    const own = this.action(name);
    if (plan.blocks.length === 0) throw new ExpressionError(`'result' needs a container, and '${plan.name}' is none.`);
    const frames = own.iterations ?? [this.frameOf(plan.key) ?? this.frame];
    const inside = plan.blocks.flatMap((block) => block.actions);
    return frames.flatMap((frame) =>
      inside.flatMap((action) => {
        const result = frame.results.get(action.key);
        return result ? [this.resultItem(result)] : [];
      }),
    );
  }

  item(): unknown {
    for (let frame: Frame | undefined = this.frame; frame; frame = frame.parent) {
      if (frame.position?.hasItem) return frame.position.item;
    }
    throw new ExpressionError("'item' is only known inside a loop over items.");
  }

  items(loop: string): unknown {
    const position = this.position('items', loop);
    if (!position.hasItem) throw new ExpressionError(`'${loop}' is no loop over items.`);
    return position.item;
  }

  iterationIndex(loop: string): number {
    return this.position('iterationIndexes', loop).index;
  }

  private position(owner: string, loop: string): NonNullable<Frame['position']> {
    const key = loop.toLowerCase();
    for (let frame: Frame | undefined = this.frame; frame; frame = frame.parent) {
      if (frame.position?.loop === key) return frame.position;
    }
    throw new ExpressionError(`'${owner}' refers to '${loop}', which is no loop around this action.`);
  }

  private plan(name: string): ActionPlan {
    const plan = this.run.flow.actionsByName.get(name.toLowerCase());
    if (!plan) throw new ExpressionError(`There is no action '${name}' in the flow.`);
    return plan;
  }

  private find(key: string): ActionResult | undefined {
    return this.frameOf(key)?.results.get(key);
  }

  private frameOf(key: string): Frame | undefined {
    for (let frame: Frame | undefined = this.frame; frame; frame = frame.parent) {
      if (frame.results.has(key)) return frame;
    }
    return undefined;
  }

  /**
   * The values of an action over the iterations of an ended loop, nested loops flattened; of an Until, the last one.
   * Widely used in flows, though documented nowhere.
   */
  private collect(
    loop: ActionResult,
    plan: ActionPlan,
    depth: number,
    read: (result: ActionResult) => unknown,
  ): unknown {
    const isUntil = this.run.flow.actionsByName.get(plan.loops[depth]!)?.type === 'Until';
    const valuesIn = (frame: Frame): unknown[] => {
      const own = frame.results.get(plan.key);
      if (own) return [read(own)];
      const inner = frame.results.get(plan.loops[depth + 1] ?? '');
      if (!inner?.iterations) return [];
      const values = this.collect(inner, plan, depth + 1, read);
      return Array.isArray(values) ? (values as unknown[]) : [values];
    };
    const iterations = loop.iterations ?? [];
    if (!isUntil) return iterations.flatMap(valuesIn);
    const last = iterations.at(-1);
    return (last && valuesIn(last)[0]) ?? null;
  }

  private lastIteration(plan: ActionPlan): ActionResult | undefined {
    const outer = plan.loops.findIndex((loop) => this.find(loop)?.iterations);
    if (outer < 0) return undefined;
    const found = this.collect(this.find(plan.loops[outer]!)!, plan, outer, (result) => result);
    return (Array.isArray(found) ? found.at(-1) : found) as ActionResult | undefined;
  }

  private resultItem(result: ActionResult): Record<string, unknown> {
    return {
      name: result.name,
      inputs: result.inputs ?? null,
      outputs: result.outputs ?? null,
      startTime: result.startTime,
      endTime: result.endTime ?? null,
      trackingId: result.trackingId,
      clientTrackingId: this.run.record.runId,
      code: result.code ?? null,
      status: result.status,
      ...(result.error ? { error: result.error } : {}),
    };
  }
}

function notYet(name: string): ExpressionError {
  return new ExpressionError(`The action '${name}' has not run, so it has no result to refer to.`);
}
