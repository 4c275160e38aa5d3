import { type FlowNumber } from './numbers';

/** One step into a value: `['key']`, `[0]` or `.key`; a leading `?` makes a missing value null instead of an error. */
export interface Dereference {
  optional: boolean;
  key: Expression;
}

export interface Literal {
  kind: 'literal';
  value: string | FlowNumber | boolean | null;
  /** Offset of its first character in the expression's text. */
  position: number;
}

export interface Call {
  kind: 'call';
  /** As written; names compare without case. */
  name: string;
  arguments: Expression[];
  path: Dereference[];
  /** Offset of the name in the expression's text. */
  position: number;
}

/** The tree of one expression. */
export type Expression = Literal | Call;
