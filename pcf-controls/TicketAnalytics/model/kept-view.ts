import { fieldsOf, parseJson, textsIn } from '../../shared/json';
import type { Choice } from './period';

/** How a manager left the charts; it is the same when they come back from the tickets behind a mark. */
export interface KeptView {
  readonly choice: Choice;
  readonly isCompared: boolean;
  /** The charts that are shown as a table, by id. */
  readonly tables: readonly string[];
}

const FIRST: KeptView = { choice: { last: 28 }, isCompared: false, tables: [] };
/** Under this name the host keeps it, for as long as the session lasts. */
const NAME = 'view';

const isDay = (value: unknown): value is number => Number.isInteger(value);

function choiceIn(value: unknown): Choice {
  const { last, from, to } = fieldsOf(value);
  if (isDay(last) && last > 0) return { last };
  return isDay(from) && isDay(to) && from <= to ? { from, to } : FIRST.choice;
}

/** @param state what the host kept; whatever in it is no view counts for nothing */
export function readKeptView(state: ComponentFramework.Dictionary | undefined): KeptView {
  const fields = fieldsOf(parseJson(String(state?.[NAME] ?? null)));
  return {
    choice: choiceIn(fields.choice),
    isCompared: fields.isCompared === true,
    tables: textsIn(fields, 'tables'),
  };
}

/** What `readKeptView` reads. */
export const keptState = (view: KeptView): ComponentFramework.Dictionary => ({ [NAME]: JSON.stringify(view) });
