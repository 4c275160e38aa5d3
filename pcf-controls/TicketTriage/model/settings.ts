import type { IInputs } from '../generated/ManifestTypes';
import { CHOICE_DEFAULTS, type Choices, readChoices } from './choices';
import {
  COLUMN_DEFAULTS,
  type ColumnNames,
  type MessageColumn,
  readMessageColumns,
  readTicketColumns,
  type TicketColumn,
} from './columns';

/** What the manifest writes beside each property, and what counts when a form leaves it empty. */
export const DEFAULTS = {
  pageSize: 250,
  nearingPercent: 20,
  refreshMinutes: 2,
  highConfidence: 0.85,
  lowConfidence: 0.6,
  ...COLUMN_DEFAULTS,
  ...CHOICE_DEFAULTS,
} as const;

type TextProperty = keyof typeof COLUMN_DEFAULTS | keyof typeof CHOICE_DEFAULTS;
type NumberProperty = Exclude<keyof typeof DEFAULTS, TextProperty>;

export type Grouping = 'none' | 'intent' | 'sla';

/** What a maker set. */
export interface Settings {
  /** Rows a page of the view brings. */
  readonly pageSize: number;
  readonly grouping: Grouping;
  /** A ticket is nearing when no more than this share of its time is left; 0 to 1. */
  readonly nearingShare: number;
  /** How often the first page is read again; 0 for never. */
  readonly refreshMinutes: number;
  /** From here a confidence is high, below `low` it is low; 0 to 1. */
  readonly confidence: { readonly high: number; readonly low: number };
  readonly ticketColumns: ColumnNames<TicketColumn>;
  readonly messageTable: string;
  readonly messageColumns: ColumnNames<MessageColumn>;
  readonly choices: Choices;
}

/** The texts a property-bag must be equal in for its settings to be equal. */
export const settingsKey = (parameters: IInputs): string =>
  JSON.stringify(
    [...(Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]), 'groupBy' as const].map((name) => parameters[name]?.raw),
  );

/**
 * Reads the input properties.
 * @throws Error that names the property and how it should look
 */
export function readSettings(parameters: IInputs): Settings {
  const text = (property: TextProperty) => parameters[property]?.raw?.trim() || DEFAULTS[property];
  const number = (property: NumberProperty, least: number, most: number) => {
    const value = parameters[property]?.raw ?? DEFAULTS[property];
    if (value >= least && value <= most) return value;
    throw new Error(`${property}: ${value} is not between ${least} and ${most}.`);
  };
  const confidence = { high: number('highConfidence', 0, 1), low: number('lowConfidence', 0, 1) };
  if (confidence.low > confidence.high) throw new Error('lowConfidence: must not be above highConfidence.');
  return {
    pageSize: number('pageSize', 1, 5000),
    grouping: parameters.groupBy?.raw ?? 'none',
    nearingShare: number('nearingPercent', 0, 100) / 100,
    refreshMinutes: number('refreshMinutes', 0, 1440),
    confidence,
    ticketColumns: readTicketColumns(text('ticketColumns')),
    messageTable: text('messageTable'),
    messageColumns: readMessageColumns(text('messageColumns')),
    choices: readChoices(text),
  };
}
