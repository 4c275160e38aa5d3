import type { EvaluationCase } from './evaluation-case';
import type { Reader } from './reader';

/** One number of an evaluation, with what it rests on. */
export interface Figure {
  /** Stable name with dots, such as `intent.curekart.accuracy`; thresholds refer to it. */
  name: string;
  /** In plain words, for the report. */
  meaning: string;
  value: number;
  /** How many messages, numbers or statements were judged. */
  n: number;
  /** 95 % interval: Wilson for shares, bootstrap otherwise; null for plain counts. */
  interval: readonly [number, number] | null;
}

/** A table of the report, for example per intent. */
export interface ResultTable {
  title: string;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** A picture of the report as SVG text, which names itself for those who cannot see it. */
export interface Picture {
  /** File name without ending. */
  name: string;
  title: string;
  svg: string;
}

/** One message that was read otherwise than a careful person reads it. */
export interface ReadingError {
  id: string;
  /** What was judged, such as `intent`. */
  what: string;
  wanted: string;
  got: string;
  text: string;
}

export interface MeasureResult {
  title: string;
  /** What was judged, on what, in two or three sentences. */
  about: string;
  figures: readonly Figure[];
  tables?: readonly ResultTable[];
  pictures?: readonly Picture[];
  /** What could not be measured here, and why. */
  skipped?: readonly string[];
  /** Only of cases that may be looked at: the part `dev` and a shop's own file. */
  errors?: readonly ReadingError[];
}

/** Written cases that are judged together. */
export interface CaseSet {
  /** Short name for figures: the name of a part, or `own` for a shop's own file. */
  name: string;
  title: string;
  cases: readonly EvaluationCase[];
  /** Whether single errors may be listed; of the others only totals are shown. */
  isOpen: boolean;
}

/** What a measure works with. */
export interface EvaluationContext {
  /** The folder with the labelled messages of other people (`…/data/intent`), or null when there is none. */
  labelledFolder: string | null;
  /** The folder of the written cases. */
  caseFolder: string;
  /** The written cases to judge: the parts, or a shop's own file alone. Sets without a case are left out. */
  caseSets: readonly CaseSet[];
  /** Who reads the messages. */
  reader: Reader;
  /** Told about long work: what, how much of how many. */
  progress: (what: string, done: number, of: number) => void;
}

/** One part of the evaluation. */
export interface Measure {
  /** Short name for the command line, such as `intent`. */
  name: string;
  meaning: string;
  run(context: EvaluationContext): Promise<MeasureResult>;
}
