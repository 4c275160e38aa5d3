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

export interface TriggerPlan {
  name: string;
  /** `Request`, `Recurrence`, `OpenApiConnection`, `OpenApiConnectionNotification` or `OpenApiConnectionWebhook`. */
  type: string;
  kind?: string;
  /** Connector and operation of a connector trigger. */
  connector?: string;
  operationId?: string;
  /** As written; the platform that raises the trigger reads them. */
  parameters: Record<string, unknown>;
  /** The schedule of a Recurrence or polling trigger, as written. */
  recurrence?: Record<string, unknown>;
  /** Runs at the same time; further ones wait. Any number when undefined. */
  concurrentRuns?: number;
  splitOn?: Template;
  conditions: Template[];
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
  /** Every action of the flow by its name in lower case. */
  actionsByName: ReadonlyMap<string, ActionPlan>;
}
