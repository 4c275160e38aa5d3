import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Evaluation, figuresOf } from '../evaluate';
import { reportMarkdown } from './markdown';

/** The figures for machines: stable names, no text of any message. */
export function reportJson({ model, reader, parts, thresholds }: Evaluation, notes: readonly string[]): object {
  return {
    model,
    reader,
    notes,
    figures: figuresOf({ parts }),
    thresholds: thresholds.map(({ name, threshold, figure, short, shortOfAim }) => ({
      name,
      ...threshold,
      value: figure?.value ?? null,
      reached: figure === undefined ? null : short === 0,
      short_of_aim: figure === undefined ? null : shortOfAim,
    })),
    skipped: parts.flatMap(({ skipped = [] }) => skipped),
  };
}

/**
 * Writes `report.md`, `report.json` and the pictures. The same evaluation gives the same files.
 * @param notes what else a reader must know, for example where recorded answers are from
 * @returns the path of the report for people
 */
export function writeReport(evaluation: Evaluation, notes: readonly string[], folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'report.md');
  writeFileSync(path, reportMarkdown(evaluation, notes));
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(reportJson(evaluation, notes), null, 2)}\n`);
  for (const { pictures = [] } of evaluation.parts)
    for (const { name, svg } of pictures) writeFileSync(join(folder, `${name}.svg`), svg);
  return path;
}
