/** The outcome of an action as expressions see it. */
export interface ActionView {
  name: string;
  inputs: unknown;
  outputs: unknown;
  startTime: string;
  endTime?: string;
  trackingId: string;
  code?: string;
  status: string;
  error?: { code: string; message: string };
}

/** What an expression can refer to outside its own text. All look-ups throw `ExpressionError` when the name is unknown. */
export interface ExpressionContext {
  now(): Date;
  /** Uniform in [0, 1). */
  random(): number;
  parameter(name: string): unknown;
  variable(name: string): unknown;
  /** `{ headers, body }` of the trigger. */
  triggerOutputs(): unknown;
  trigger(): unknown;
  workflow(): unknown;
  action(name: string): ActionView;
  /** Several outcomes when the action sits in a Foreach that has ended. */
  outputsOf(name: string): unknown;
  result(container: string): unknown[];
  item(): unknown;
  items(loop: string): unknown;
  iterationIndex(loop: string): number;
}
