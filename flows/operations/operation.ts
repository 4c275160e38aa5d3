import { setOwn } from '../expressions/json-text';
import { isFlowObject } from '../expressions/value-types';
import { sameValue } from '../expressions/same-value';
import { ANYTHING, type OperationOutput, type OutputShape, shapeOfOutputs } from './output-shape';

/** One key that `inputs.parameters` of an action may have, as exported: `messageId`, `emailMessage/To`, `item/*`. */
export interface OperationParameter {
  /** A name that ends in `/*` is open: any key below the prefix, or a whole object under the prefix. */
  name: string;
  in: 'path' | 'query' | 'header' | 'body';
  /** The maker has to give it: it has no default, and the platform does not fill it. */
  required: boolean;
  enum?: readonly unknown[];
  /** JSON type; any when missing. */
  type?: string;
  /** `email`, `html`, `binary`, `date-time`, `date-no-tz` (a date and time without zone or offset) … */
  format?: string;
  /** Filled by the platform, though exports may carry it. */
  internal?: boolean;
  default?: unknown;
  /** The designer fills it from a list, so that a literal is an id. */
  picker?: boolean;
}

/** What is known of an operation besides its parameters. */
export interface OperationDetails {
  kind?: 'action' | 'trigger';
  summary?: string;
  method?: string;
  /** Path of the request below the connector's base, parameters as `{name}`. */
  path?: string;
  deprecated?: boolean;
  /** Operation id to use instead of a deprecated one. */
  successor?: string;
  /** A `batch` trigger answers a list, which `splitOn` turns into one run per element. */
  triggerMode?: 'single' | 'batch' | 'webhook';
  /** The answer comes in pages, the next one behind a link. */
  pageable?: boolean;
  /** Types of actions and triggers that call it in exported flows. */
  exportedTypes?: readonly string[];
  /** Declared parts of the answer; left out when nothing is declared, empty when there is no body. */
  outputs?: readonly OperationOutput[];
  /** The answer may have parts that `outputs` does not list. */
  outputsIncomplete?: boolean;
}

/** An action's parameters do not fit the operation; the action fails with `BadRequest`. */
export class ParameterError extends Error {
  override name = 'ParameterError';

  constructor(
    readonly parameter: string,
    message: string,
  ) {
    super(message);
  }
}

/** A connector operation with what it takes, able to turn an action's flat keys into the request's arguments. */
export class Operation {
  readonly kind: 'action' | 'trigger';
  readonly summary: string;
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly deprecated: boolean;
  readonly successor: string | undefined;
  readonly triggerMode: OperationDetails['triggerMode'];
  readonly pageable: boolean;
  readonly exportedTypes: readonly string[];
  /** What is declared of the answer’s body. */
  readonly outputs: readonly OperationOutput[];
  private readonly outputsIncomplete: boolean;
  private shape: OutputShape | undefined;
  private readonly named = new Map<string, OperationParameter>();
  private readonly open: string[] = [];
  /** Objects that named parameters lie in; a whole object may be given instead of its members. */
  private readonly parents = new Set<string>();
  private readonly required: OperationParameter[];
  private readonly segments = new Map<string, string[]>();

  constructor(
    readonly operationId: string,
    readonly parameters: readonly OperationParameter[],
    details: OperationDetails = {},
  ) {
    this.kind = details.kind ?? 'action';
    this.summary = details.summary ?? operationId;
    this.method = details.method;
    this.path = details.path;
    this.deprecated = details.deprecated ?? false;
    this.successor = details.successor;
    this.triggerMode = details.triggerMode;
    this.pageable = details.pageable ?? false;
    this.exportedTypes = details.exportedTypes ?? [];
    this.outputsIncomplete = details.outputsIncomplete ?? false;
    this.outputs = details.outputs ?? [{ path: '.', type: 'any' }];
    for (const parameter of parameters) {
      const { name } = parameter;
      if (name.endsWith('/*')) this.open.push(name.slice(0, -1));
      else this.named.set(name, parameter);
      if (parameter.in !== 'body') continue;
      for (let slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
        this.parents.add(name.slice(0, slash));
      }
    }
    this.required = parameters.filter((parameter) => parameter.required && !parameter.name.endsWith('/*'));
  }

  /**
   * Builds the arguments of a request: path, query and header parameters under their names (null ones left out), a body
   * parameter as one object under its name. Whole objects are copied only where longer keys are merged over them.
   * @throws {ParameterError} for an unknown key, a missing required parameter or a value outside a list
   */
  toArguments(given: Record<string, unknown>): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    // Shorter keys first, so that `item/x` is merged over `item`.
    const keys = Object.keys(given).sort((a, b) => this.segmentsOf(a).length - this.segmentsOf(b).length);
    for (const key of keys) {
      const value = given[key];
      const parameter = this.named.get(key);
      if (parameter) {
        checkEnum(this.operationId, parameter, value);
        if (parameter.in !== 'body' && (value === null || value === undefined)) continue;
      } else if (!this.allows(key)) throw this.unknown(key);
      place(result, parameter && parameter.in !== 'body' ? [key] : this.segmentsOf(key), value);
    }
    for (const parameter of this.required) {
      const value = parameter.in === 'body' ? valueAt(result, this.segmentsOf(parameter.name)) : result[parameter.name];
      if (value === undefined || value === null) {
        throw new ParameterError(
          parameter.name,
          `The operation '${this.operationId}' requires the parameter '${parameter.name}'${value === null ? ', which is null' : ''}.`,
        );
      }
    }
    return result;
  }

  /** The shape of the answer's body; of a batch trigger, of the whole batch. */
  get body(): OutputShape {
    return (this.shape ??= this.outputsIncomplete ? ANYTHING : shapeOfOutputs(this.outputs));
  }

  /** The parameter of exactly this name; none for a key in an open part or a whole object. */
  parameter(key: string): OperationParameter | undefined {
    return this.named.get(key);
  }

  /** True when parameters with longer names lie below the key, so that one object may stand for them. */
  isParent(key: string): boolean {
    return this.parents.has(key);
  }

  /** True for a key below an open prefix, where any name will do. */
  isOpen(key: string): boolean {
    return this.open.some((prefix) => key.startsWith(prefix));
  }

  private allows(key: string): boolean {
    return this.isParent(key) || this.isOpen(key);
  }

  private segmentsOf(key: string): string[] {
    let path = this.segments.get(key);
    if (!path) {
      path = key.split('/');
      this.segments.set(key, path);
    }
    return path;
  }

  private unknown(key: string): ParameterError {
    const names = this.parameters.map((parameter) => parameter.name).join(', ');
    return new ParameterError(
      key,
      `The operation '${this.operationId}' has no parameter '${key}'. It takes: ${names || 'none'}.`,
    );
  }
}

function checkEnum(operationId: string, parameter: OperationParameter, value: unknown): void {
  if (!parameter.enum || value === null || value === undefined) return;
  if (parameter.enum.some((allowed) => sameValue(allowed, value))) return;
  const shown = parameter.enum.slice(0, 8).join(', ') + (parameter.enum.length > 8 ? ', …' : '');
  throw new ParameterError(
    parameter.name,
    `The parameter '${parameter.name}' of '${operationId}' must be one of: ${shown}.`,
  );
}

/** Puts a value at a path of an object made here; a given object on the way is copied before it is changed. */
export function place(result: Record<string, unknown>, path: string[], value: unknown): void {
  let target = result;
  for (let i = 0; i < path.length - 1; i += 1) {
    const existing = target[path[i]!];
    const own = isFlowObject(existing) ? { ...existing } : {};
    setOwn(target, path[i]!, own);
    target = own;
  }
  setOwn(target, path.at(-1)!, value);
}

function valueAt(value: unknown, path: string[]): unknown {
  let current: unknown = value;
  for (const segment of path) {
    if (!isFlowObject(current)) return undefined;
    current = current[segment];
  }
  return current;
}
