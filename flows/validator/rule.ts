import { type FlowDocument } from '../file/flow-document';
import { type Severity } from './finding';
import { type Surroundings } from './surroundings';

/** A finding before its rule's code and severity are added; a rule may lower or raise the severity of a single one. */
export interface Detail {
  pointer: string;
  message: string;
  fix: string;
  severity?: Severity;
}

/** One rule of the validator. */
export interface Rule {
  /** Stable: users name it in their settings and their talk. */
  code: string;
  severity: Severity;
  /** The documentation line: what the rule asks and why. */
  title: string;
  check(flow: FlowDocument, around: Surroundings): Iterable<Detail>;
}
