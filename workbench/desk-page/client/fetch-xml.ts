import type { RowQuery } from '../../../pcf-controls/mocks/row-source';

type Filter = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;
type Condition = ComponentFramework.PropertyHelper.DataSetApi.ConditionExpression;
type SortStatus = ComponentFramework.PropertyHelper.DataSetApi.SortStatus;

const DESCENDING = 1;
const OR = 1;
/** The platform's numbers of the operators a control may filter by, in the words of FetchXML. */
const OPERATORS: Readonly<Partial<Record<Condition['conditionOperator'], string>>> = {
  0: 'eq',
  1: 'ne',
  2: 'gt',
  3: 'lt',
  4: 'ge',
  5: 'le',
  6: 'like',
  8: 'in',
  12: 'null',
  25: 'on',
  26: 'on-or-before',
  27: 'on-or-after',
  49: 'like',
};
const CONTAINS = 49;

/** What is asked beside the view's own query. */
export interface Asked extends Pick<RowQuery, 'sorting' | 'filter' | 'columns' | 'pageSize'> {
  /** From 1. */
  readonly page: number;
  /** Who looks, for conditions such as "my tickets": the tables know only the user of the flows. */
  readonly userId: string;
}

const parse = (xml: string): Document => new DOMParser().parseFromString(xml, 'text/xml');
const add = (parent: Element, name: string, attributes: Readonly<Record<string, string>>): Element => {
  const element = parent.ownerDocument.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return parent.appendChild(element);
};

/** The order a view's query gives its rows. */
export const sortingOf = (view: string): SortStatus[] =>
  [...parse(view).querySelectorAll('fetch > entity > order')].map((order) => ({
    name: order.getAttribute('attribute') ?? '',
    sortDirection: order.getAttribute('descending') === 'true' ? DESCENDING : 0,
  }));

/**
 * A view's query with a page, columns, order and filter in it, as the platform puts them there.
 * @param view FetchXML of the view
 * @throws Error for an operator no control of ours uses
 */
export function fetchXmlOf(view: string, { sorting, filter, columns, pageSize, page, userId }: Asked): string {
  const query = parse(view);
  const fetch = query.documentElement;
  const entity = fetch.querySelector('entity') as Element;
  const paging = { count: String(pageSize), page: String(page), returntotalrecordcount: 'true' };
  for (const [key, value] of Object.entries(paging)) fetch.setAttribute(key, value);
  for (const own of [...entity.children].filter(({ tagName }) => /^(attribute|order)$/.test(tagName))) own.remove();
  for (const { name } of columns) add(entity, 'attribute', { name });
  for (const { name, sortDirection } of sorting)
    add(entity, 'order', { attribute: name, descending: String(sortDirection === DESCENDING) });
  for (const mine of entity.querySelectorAll('condition[operator="eq-userid"]')) {
    mine.setAttribute('operator', 'eq');
    mine.setAttribute('value', userId);
  }
  if (filter) addFilter(entity, filter);
  return new XMLSerializer().serializeToString(fetch);
}

function addFilter(parent: Element, { conditions, filters = [], filterOperator }: Filter): void {
  if (conditions.length + filters.length === 0) return;
  const filter = add(parent, 'filter', { type: filterOperator === OR ? 'or' : 'and' });
  for (const condition of conditions) addCondition(filter, condition);
  for (const inner of filters) addFilter(filter, inner);
}

function addCondition(parent: Element, { attributeName, conditionOperator, value }: Condition): void {
  const operator = OPERATORS[conditionOperator];
  if (operator === undefined) throw new Error(`Condition operator ${conditionOperator} is not carried out here.`);
  const condition = add(parent, 'condition', { attribute: attributeName, operator });
  if (operator === 'null') return;
  if (Array.isArray(value)) for (const one of value) add(condition, 'value', {}).textContent = one;
  else condition.setAttribute('value', conditionOperator === CONTAINS ? `%${value}%` : value);
}
