import { type Flow } from './flow';
import { type OperationTable } from '../../flows/operations/operation-table';
import { type Clock, type ConditionRecord, type Connectors, type RunObserver, type RunRecord } from './types';

/** The platform's limit of actions in five minutes; a run that reaches it is taken for a runaway. */
export const DEFAULT_MAX_ACTIONS = 100_000;

/** The platform's longest life of a run (documented). */
export const DEFAULT_MAX_DURATION_MS = 30 * 86_400_000;

/** What a flow runs on. */
export interface RunHost {
  connectors: Connectors;
  operations: OperationTable;
  clock: Clock;
  /** Uniform in [0, 1); seed it for repeatable runs. */
  random: () => number;
  /** Values of environment variables by schema name; one that is missing has its default value. */
  parameters?: Readonly<Record<string, unknown>>;
  /** A flow by its GUID (lower case), for `Workflow` actions. */
  childFlows: (id: string) => Flow | undefined;
  observer?: RunObserver;
  /** Most actions in one run before it is stopped; 100,000 when left out. */
  maxActions?: number;
  /** Longest life of a run in milliseconds; 30 days when left out, after which what is under way times out. */
  maxDurationMs?: number;
  /** What `workflow()` says about the surroundings. */
  environment?: { name: string; location: string };
}

/** What starts one run. */
export interface RunTrigger {
  outputs: { headers?: Record<string, string>; body?: unknown };
  /** The trigger's conditions, all of them met, for the record. */
  conditions?: readonly ConditionRecord[];
  /** Chosen by the engine when left out. */
  runId?: string;
  parentRunId?: string;
  /** Told when a Response action answers; the run goes on after it. */
  onResponse?: (response: NonNullable<RunRecord['response']>) => void;
}
