import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { projectFile } from '../../proxy/src/project-file';
import type { Figure } from './measure';

/** What a figure must reach, or stay below; beyond it the work has become worse. */
export interface Threshold {
  at_least?: number;
  at_most?: number;
  /** What is wanted, where that is not reached yet. The report shows how much is missing; only the rest fails. */
  aim?: number;
}
export type Thresholds = Readonly<Record<string, Threshold>>;

const isThresholds = new Ajv({ allErrors: true }).compile<Thresholds>({
  type: 'object',
  additionalProperties: {
    type: 'object',
    additionalProperties: false,
    anyOf: [{ required: ['at_least'] }, { required: ['at_most'] }],
    properties: { at_least: { type: 'number' }, at_most: { type: 'number' }, aim: { type: 'number' } },
  },
});

/** @throws Error naming the file and the figure at fault */
export function readThresholds(path: string): Thresholds {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (isThresholds(value)) return value;
  const problems = (isThresholds.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  throw new Error(`${path}: ${problems.join('; ')}. A threshold is {"at_least": 0.9} or {"at_most": 0.05}.`);
}

/** A figure held against its threshold. */
export interface Held {
  name: string;
  threshold: Threshold;
  /** Not there when the figure was not measured this time. */
  figure: Figure | undefined;
  /** How far it is from what it must be; 0 when it is reached. */
  short: number;
  /** How far it is from the aim; 0 when it is reached, or when there is none. */
  shortOfAim: number;
}

/** Holds every threshold against its figure. */
export function holdAgainst(figures: readonly Figure[], thresholds: Thresholds): Held[] {
  return Object.entries(thresholds).map(([name, threshold]) => {
    const figure = figures.find((one) => one.name === name);
    const { at_least = -Infinity, at_most = Infinity, aim } = threshold;
    if (figure === undefined) return { name, threshold, figure, short: 0, shortOfAim: 0 };
    const short = Math.max(0, at_least - figure.value, figure.value - at_most);
    const missing = threshold.at_most === undefined ? (aim ?? 0) - figure.value : figure.value - (aim ?? Infinity);
    return { name, threshold, figure, short, shortOfAim: Math.max(0, missing) };
  });
}

/** The same in words, for the command line and the report. */
export function sayThreshold({ at_least, at_most, aim }: Threshold): string {
  const parts = [
    at_least !== undefined && `at least ${at_least}`,
    at_most !== undefined && `at most ${at_most}`,
    aim !== undefined && `aim ${aim}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** What the product’s own figures must reach. @param recording answers of a language model may have theirs beside them */
export function thresholdFile(recording?: string): string {
  const beside = recording === undefined ? undefined : join(dirname(recording), 'thresholds.json');
  return beside !== undefined && existsSync(beside) ? beside : projectFile('test/evaluation/thresholds.json');
}
