/** The engine's seams: what it runs on (clock, connectors) and what it leaves behind (records). */

export interface SleepOptions {
  /**
   * For what comes back for ever, such as a schedule: a virtual clock does not jump to this sleeper for its own sake, it
   * wakes it on its way to another one. The real clock wakes it by the time of day, also after the machine has slept.
   */
  background?: boolean;
}

/** Time as a flow sees it. On a virtual clock a sleep costs nothing once every run waits. */
export interface Clock {
  now(): Date;
  /** @throws the signal's reason when aborted */
  sleep(ms: number, signal?: AbortSignal, options?: SleepOptions): Promise<void>;
  /** Marks work in flight, so that a virtual clock does not jump meanwhile; call the result when it is done. */
  hold(): () => void;
}

/** One connector call, un-flattened: a body parameter is one object under its name (`item`, `body`, `emailMessage`). */
export interface ConnectorRequest {
  operationId: string;
  arguments: Record<string, unknown>;
  runId: string;
  actionName: string;
  /** 1 for the first try. */
  attempt: number;
  signal: AbortSignal;
  /** `paginationPolicy.minimumItemCount`: follow next links until so many rows are there, and give no next link then. */
  minimumItemCount?: number;
  /**
   * Lets a virtual clock run on while the call waits for time or for people (a delay, an approval). Everything else
   * a connector awaits holds the clock, because the engine does so for the length of the call.
   */
  idle?<T>(wait: Promise<T>): Promise<T>;
}

export interface ConnectorResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: unknown;
}

/** A connector or its stand-in. An operation it does not know is an error naming it, never a success. */
export interface Connector {
  /** @throws {ConnectionError} when no answer came (dropped connection, time-out, refused) */
  call(request: ConnectorRequest): Promise<ConnectorResponse>;
}

/** No answer came; the effect may or may not have happened. */
export class ConnectionError extends Error {
  override name = 'ConnectionError';
}

/** No answer came in time; the platform reports it as 504 instead of 502. */
export class ConnectionTimeout extends ConnectionError {
  override name = 'ConnectionTimeout';
}

/** Connectors by `api.logicalName` when the reference has one (our own connector), else by `api.name`. */
export type Connectors = Pick<ReadonlyMap<string, Connector>, 'get'>;

export type ActionStatus = 'Succeeded' | 'Failed' | 'Skipped' | 'TimedOut' | 'Cancelled';

export interface FlowError {
  code: string;
  message: string;
}

export interface TryRecord {
  startTime: string;
  endTime: string;
  statusCode?: number;
  error?: FlowError;
}

/** One action, or one repetition of it inside loops. */
export interface ActionRecord {
  name: string;
  type: string;
  /** Names of the containers around it, outermost first; missing in runs kept by earlier versions. */
  parents?: readonly string[];
  /** Indexes of the enclosing loops' iterations, outermost first; empty outside loops. */
  repetition: number[];
  status: ActionStatus;
  code: string;
  inputs?: unknown;
  outputs?: unknown;
  error?: FlowError;
  startTime: string;
  endTime: string;
  /** Unlike any other in the run; missing in runs kept by earlier versions. */
  trackingId?: string;
  tries: TryRecord[];
}

/** A condition of a trigger as written, and what came of it. */
export interface ConditionRecord {
  expression: string;
  met: boolean;
}

/** The trigger of a run; all but its name and outputs is missing in runs kept by earlier versions. */
export interface TriggerRecord {
  name: string;
  type?: string;
  status?: ActionStatus;
  code?: string;
  startTime?: string;
  endTime?: string;
  conditions?: ConditionRecord[];
  inputs?: unknown;
  outputs: { headers?: Record<string, string>; body?: unknown };
}

/** One run, like the portal's run page. */
export interface RunRecord {
  runId: string;
  flowId: string;
  flowName: string;
  /** The run whose child this run is. */
  parentRunId?: string;
  trigger: TriggerRecord;
  status: 'Running' | ActionStatus;
  startTime: string;
  endTime?: string;
  error?: FlowError;
  actions: ActionRecord[];
  /** The answer given to the caller by a Response action. */
  response?: { statusCode: number; headers: Record<string, string>; body: unknown };
  /** Executed actions the platform counts, retries included. */
  billableActions: number;
}

/** Told about a run while it happens; used by the page and by the run store. */
export interface RunObserver {
  runStarted?(run: RunRecord): void;
  actionStarted?(run: RunRecord, action: { name: string; type: string; repetition: number[] }): void;
  actionEnded?(run: RunRecord, action: ActionRecord): void;
  runEnded?(run: RunRecord): void;
}
