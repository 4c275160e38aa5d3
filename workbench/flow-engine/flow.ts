import { type ActionPlan, type BlockPlan } from './plan/action-plan';
import { type Template } from '../../flows/expressions/template';

/** A flow's connection as its expressions name it. */
export interface ConnectionReference {
  /** The key connectors are looked up by: `api.logicalName`, else `api.name`. */
  connector: string;
  /** The connection reference of the solution, if the flow names one. */
  logicalName?: string;
}

/** A parameter of the definition; environment variables carry the variable's schema name. */
export interface FlowParameter {
  defaultValue: unknown;
  schemaName?: string;
}

/** A condition every start of a run must meet. */
export interface TriggerCondition {
  expression: string;
  template: Template;
}

export interface TriggerPlan {
  name: string;
  /** `Request`, `Recurrence`, `OpenApiConnectionNotification` and so on; see `plan/read-trigger.ts`. */
  type: string;
  kind?: string;
  /** Connector and operation of a connector trigger. */
  connector?: string;
  operationId?: string;
  /** As written; the platform that raises the trigger reads them. */
  parameters: Record<string, unknown>;
  /** The schedule of a Recurrence or polling trigger, as written. */
  recurrence?: Record<string, unknown>;
  /** At most so many runs at a time; any number when left out. */
  concurrentRuns?: number;
  /** Starts that may wait for a run to end; more are turned away. */
  maximumWaitingRuns?: number;
  splitOn?: Template;
  conditions: TriggerCondition[];
  secureInputs: boolean;
  secureOutputs: boolean;
}

/** A flow ready to run: everything that can be read once has been. */
export interface Flow {
  /** GUID in lower case. */
  id: string;
  name: string;
  connections: ReadonlyMap<string, ConnectionReference>;
  parameters: ReadonlyMap<string, FlowParameter>;
  trigger: TriggerPlan;
  actions: BlockPlan;
  /** A Response answers asynchronously, so that the caller is not held to 120 seconds. */
  respondsLater: boolean;
  /** Every action of the flow by its name in lower case. */
  actionsByName: ReadonlyMap<string, ActionPlan>;
}
