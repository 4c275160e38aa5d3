import type { EvaluationContext, Figure, Measure, MeasureResult } from './measure';
import { type Held, holdAgainst, type Thresholds } from './thresholds';

export interface MeasuredPart extends MeasureResult {
  name: string;
}

/** What one run of the evaluation found. */
export interface Evaluation {
  /** Model and version, as they stand in every triage. */
  model: string;
  reader: EvaluationContext['reader']['kind'];
  parts: readonly MeasuredPart[];
  thresholds: readonly Held[];
}

export const figuresOf = ({ parts }: Pick<Evaluation, 'parts'>): Figure[] => parts.flatMap(({ figures }) => figures);

/** The thresholds that were measured and are not reached. */
export const shortfalls = ({ thresholds }: Evaluation): Held[] => thresholds.filter(({ short }) => short > 0);

/** Runs the measures one after the other and holds their figures against the thresholds. */
export async function evaluate(
  context: EvaluationContext,
  measures: readonly Measure[],
  thresholds: Thresholds,
): Promise<Evaluation> {
  const parts: MeasuredPart[] = [];
  for (const measure of measures) parts.push({ name: measure.name, ...(await measure.run(context)) });
  const { reader } = context;
  return {
    model: reader.model(),
    reader: reader.kind,
    parts,
    thresholds: holdAgainst(figuresOf({ parts }), thresholds),
  };
}
