import { type ActionView, type ExpressionContext } from '../../../flows/expressions/context';
import { type FlowRun } from './flow-run';

/** An action's outcome as later actions see it. */
export interface ActionResult extends ActionView {
  /** The results of a loop's iterations, in order. */
  iterations?: Frame[];
}

/** The iteration a frame belongs to. */
export interface LoopPosition {
  /** The loop's key. */
  loop: string;
  item: unknown;
  index: number;
  /** True in a Foreach, whose item `item()` gives. */
  hasItem: boolean;
}

/** The results of one pass through a block: the flow's own, or one iteration of a loop. */
export class Frame {
  readonly results = new Map<string, ActionResult>();
  /** Set by the run when the frame is made. */
  context!: ExpressionContext;

  constructor(
    readonly repetition: number[],
    readonly parent?: Frame,
    readonly position?: LoopPosition,
  ) {}
}

/** Where an action runs. */
export interface Scope {
  run: FlowRun;
  frame: Frame;
  /** Aborted when the run, or a container with a time limit, has ended. */
  signal: AbortSignal;
}
