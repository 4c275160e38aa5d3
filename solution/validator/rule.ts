import type { Severity } from './finding';
import type { Solution } from './parts/solution';

/** A finding before its rule's code and severity are added; a rule may lower the severity of a single one. */
export interface Detail {
  file: string;
  /** From 1; 0 and undefined: the file as a whole. */
  line?: number;
  message: string;
  fix: string;
  severity?: Severity;
  /** What is missing, such as `view {…}`: of all places that miss the same thing only the first is reported. */
  missing?: string;
}

/** One rule of the validator. */
export interface Rule {
  /** Stable: users name it in their settings and their talk. */
  code: string;
  severity: Severity;
  /** The documentation line: what the rule asks and why. */
  title: string;
  check(solution: Solution): Iterable<Detail>;
}
