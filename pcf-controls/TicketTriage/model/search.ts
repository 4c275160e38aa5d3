import type { Choices } from './choices';
import type { TicketColumn, ViewColumns } from './columns';
import type { ChoiceColumn } from './ticket';

type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;
type Condition = ComponentFramework.PropertyHelper.DataSetApi.ConditionExpression;

/** The platform's numbers of the operators. */
const EQUAL = 0;
const LESS = 3;
const LIKE = 6;
const IN = 8;
const EMPTY = 12;
const AND = 0;
const OR = 1;

/** What a text is looked for in. */
const SEARCHED = ['number', 'title', 'customerName', 'customerEmail', 'orderNumber'] as const;

export const MARKS = ['mine', 'nobody', 'review', 'late'] as const;
/** A filter that is on or off: my tickets, nobody's, those to be reviewed, those that are late. */
export type Mark = (typeof MARKS)[number];

/** What an agent asked to see; the server finds it. */
export interface Query {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The words that pass, by column; a column that is left out passes all. */
  readonly words: Readonly<Partial<Record<ChoiceColumn, readonly string[]>>>;
}

export const EVERYTHING: Query = { text: '', marks: [], words: {} };

export const isEverything = ({ text, marks, words }: Query): boolean =>
  text.trim() === '' && marks.length === 0 && Object.values(words).every((some) => some.length === 0);

/** Turns a mark on or off. */
export const withMark = (query: Query, mark: Mark): Query => ({
  ...query,
  marks: query.marks.includes(mark) ? query.marks.filter((one) => one !== mark) : [...query.marks, mark],
});

/** Sets the words of a column that pass; none passes all. */
export const withWords = (query: Query, column: ChoiceColumn, words: readonly string[]): Query => ({
  ...query,
  words: { ...query.words, [column]: words },
});

/** What a mark needs the view to have. */
const NEEDED: Readonly<Record<Mark, readonly TicketColumn[]>> = {
  mine: ['agent'],
  nobody: ['agent'],
  review: ['requiresReview'],
  late: ['resolutionDue'],
};

/** Whether the view has what a mark needs. */
export const canMark = (mark: Mark, { inView }: Pick<ViewColumns, 'inView'>): boolean =>
  NEEDED[mark].every((column) => inView[column] !== undefined);

/**
 * The filter of a query for the dataset of a view. Columns the view does not have are left out.
 * @param given what the host filters by already; it stays
 * @param user the id of the agent who looks
 */
export function filterOf(
  query: Query,
  { inView }: Pick<ViewColumns, 'inView'>,
  choices: Choices,
  { given, user, now }: { given?: FilterExpression; user: string; now: Date },
): FilterExpression {
  const conditions: Condition[] = [];
  const filters: FilterExpression[] = given && hasContent(given) ? [given] : [];
  const condition = (
    column: TicketColumn,
    conditionOperator: Condition['conditionOperator'],
    value: string | string[],
  ): Condition[] => {
    const attributeName = inView[column];
    return attributeName === undefined ? [] : [{ attributeName, conditionOperator, value }];
  };
  const anyOf = (some: readonly Condition[], groups: FilterExpression[] = []) => {
    if (some.length + groups.length > 0) filters.push({ filterOperator: OR, conditions: [...some], filters: groups });
  };

  // Brackets mean something in a pattern; in what people paste, such as [TKT-000123], they are only around it.
  const text = query.text.replace(/[[\]]/g, '').trim();
  if (text !== '') anyOf(SEARCHED.flatMap((column) => condition(column, LIKE, `%${text}%`)));
  for (const column of Object.keys(query.words) as ChoiceColumn[]) {
    const wanted = query.words[column] ?? [];
    const values = wanted.flatMap(
      (word) => (choices[column].value as (word: string) => number | undefined)(word) ?? [],
    );
    if (values.length > 0) conditions.push(...condition(column, IN, values.map(String)));
  }
  if (query.marks.includes('mine')) conditions.push(...condition('agent', EQUAL, user));
  if (query.marks.includes('nobody')) conditions.push(...condition('agent', EMPTY, ''));
  if (query.marks.includes('review')) conditions.push(...condition('requiresReview', EQUAL, '1'));
  if (query.marks.includes('late')) {
    const at = now.toISOString();
    const unanswered = [...condition('firstRespondedOn', EMPTY, ''), ...condition('firstResponseDue', LESS, at)];
    anyOf(
      condition('resolutionDue', LESS, at),
      unanswered.length === 2 ? [{ filterOperator: AND, conditions: unanswered }] : [],
    );
  }
  return { filterOperator: AND, conditions, filters };
}

const hasContent = ({ conditions, filters }: FilterExpression): boolean =>
  (conditions?.length ?? 0) > 0 || (filters ?? []).some(hasContent);
