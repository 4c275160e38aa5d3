import type { World } from './world';

/** One thing to try: what the vendors do, what must come of it in words, and the exact answer. */
export interface ScenarioCase {
  /** What the stand-ins do. */
  sandbox: string;
  /** What must come of it. */
  expected: string;
  /** Exactly what the service answers, in the words of `answer`. */
  result: string;
  answer(world: World): Promise<string>;
}

/** One row of the catalogue. */
export interface ScenarioRow {
  number: number;
  title: string;
  cases: ScenarioCase[];
}
