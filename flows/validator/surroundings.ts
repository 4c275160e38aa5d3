import { type OperationTable } from '../operations/operation-table';
import { type FlowDocument } from '../file/flow-document';

/** What the rules need to know of a solution's table. */
export interface SolutionTable {
  logicalName: string;
  entitySetName: string;
  /** Logical names of its columns, lookups included; empty when they are not known. */
  columns: ReadonlySet<string>;
  /** Single-valued navigation properties (schema names, case-sensitive) with the logical names of their targets. */
  lookups: ReadonlyMap<string, readonly string[]>;
  /** Columns that name one row: of the primary key and of each alternate key; missing when they are not known. */
  keys?: readonly (readonly string[])[];
}

/** The solution a flow belongs to. */
export interface SolutionMetadata {
  tables: readonly SolutionTable[];
  /** Schema names of the environment variable definitions. */
  environmentVariables: ReadonlySet<string>;
  /** Logical names of the connection references. */
  connectionReferences: ReadonlySet<string>;
}

/** What a flow is held against besides itself. */
export interface Surroundings {
  operations: OperationTable;
  /** Logical names of our own custom connectors: an operation they lack is an error, elsewhere a warning. */
  ownConnectors: ReadonlySet<string>;
  /** Missing when a flow is validated on its own; rules that need it then stay silent. */
  solution?: SolutionMetadata;
  /** Flows of the same solution by GUID in lower case, the flow itself included; missing as above. */
  flows?: ReadonlyMap<string, FlowDocument>;
}
