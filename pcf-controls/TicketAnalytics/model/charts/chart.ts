import type { Axis } from '../axis';
import type { Table } from '../csv';
import type { Day } from '../day';
import type { Drill } from '../drill';
import type { Columns } from '../metric-row';
import type { Column } from '../measures';
import type { Metrics } from '../metrics';
import { type Period, periodBefore } from '../period';
import type { Speech } from '../speech';

/** What charts are made of. */
export interface Basis {
  readonly metrics: Metrics;
  readonly columns: Columns;
  readonly period: Period;
  /** The period before is shown beside it. */
  readonly isCompared: boolean;
  readonly speech: Speech;
}

/** What every chart has. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What it says, in a sentence or two. */
  readonly summary: string;
  /** Columns without which there is nothing to show. */
  readonly missing: readonly Column[];
  readonly hasData: boolean;
  readonly table: Table;
}

/** A value for each day; nothing where nobody knows. */
export type Values = readonly (number | undefined)[];

export interface Series {
  readonly label: string;
  /** Place among the colours and textures. */
  readonly tone: number;
  readonly values: Values;
}

/** What stands at a place of a chart. */
export interface Reading {
  readonly title: string;
  readonly entries: readonly { readonly label: string; readonly value: string; readonly tone?: number }[];
}

/** A chart along the days of the period. */
export interface DayChart extends Chart {
  readonly kind: 'days';
  readonly days: readonly Day[];
  readonly axis: Axis;
  /** On top of each other, the first at the bottom. */
  readonly stacks: readonly Series[];
  readonly lines: readonly (Series & { readonly isBefore?: boolean })[];
  readonly band?: { readonly label: string; readonly low: Values; readonly high: Values } | undefined;
  /** How many a value rests on: small bars below. */
  readonly counts?: Series | undefined;
  readonly target?: { readonly value: number; readonly label: string } | undefined;
  read(index: number): Reading;
  /** @param stack place among the stacks; nothing when all of them are meant */
  drill(index: number, stack?: number): Drill;
}

/** The needed columns that are not there. */
export const missingOf = (columns: Columns, needs: readonly Column[]): Column[] =>
  needs.filter((column) => columns[column] === undefined);

/** The days of the period before that stand beside those of the period. */
export const dayBefore = (period: Period, index: number): Day => periodBefore(period).from + index;

/** @param format of what is known */
export const shown = (value: number | undefined, speech: Speech, format: (value: number) => string): string =>
  value === undefined ? speech.say('NoData') : format(value);

/** A number to so many digits, so that a table does not show what nobody measured. */
export const rounded = (value: number | undefined, digits: number): number | undefined =>
  value === undefined ? undefined : Number(value.toFixed(digits));
