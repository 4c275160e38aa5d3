import { DOMParser, onWarningStopParsing, type Element } from '@xmldom/xmldom';
import { CODES, DataverseError } from '../dataverse-error';
import type {
  FetchAttribute,
  FetchCondition,
  FetchFilter,
  FetchLink,
  FetchOrder,
  FetchQuery,
  FetchSource,
  LinkType,
} from './fetch-query';

const LINK_TYPES = new Set<string>([
  'inner',
  'outer',
  'exists',
  'in',
  'matchfirstrowusingcrossapply',
  'any',
  'not any',
  'all',
  'not all',
] satisfies LinkType[]);

/** Attributes each element may carry; those that only concern how the platform's own pages show the query are passed over. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  fetch:
    'version mapping output-format distinct top count page paging-cookie no-lock returntotalrecordcount aggregate savedqueryid utc-offset latematerialize options useraworderby min-active-row-version datasource'.split(
      ' ',
    ),
  entity: 'name alias enableprefiltering prefilterparametername'.split(' '),
  attribute: 'name alias aggregate groupby distinct dategrouping usertimezone rowaggregate added-by build'.split(' '),
  'all-attributes': [],
  order: 'attribute alias descending entityname'.split(' '),
  filter: 'type isquickfindfields overridequickfindrecordlimitenabled overridequickfindrecordlimitdisabled hint'.split(
    ' ',
  ),
  condition: 'attribute entityname operator value valueof uiname uitype uihidden aggregate column alias'.split(' '),
  value: 'uiname uitype'.split(' '),
  'link-entity': 'name from to alias link-type visible intersect enableprefiltering prefilterparametername'.split(' '),
};

/** 400 for a query that cannot be read. */
export function fetchError(message: string): DataverseError {
  return new DataverseError(400, CODES.fetchXml, `Invalid FetchXML: ${message}`);
}

/** Parses without ever looking at a document type, so that no entity is expanded or fetched. */
function parseXml(xml: string): Element {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw fetchError('a document type is not allowed.');
  let root: Element | null;
  try {
    root = new DOMParser({ onError: onWarningStopParsing }).parseFromString(xml.trim(), 'text/xml').documentElement;
  } catch (error) {
    throw fetchError((error as Error).message.split('\n')[0]!);
  }
  if (root?.nodeName !== 'fetch') throw fetchError(`the root has to be <fetch>, not <${root?.nodeName}>.`);
  return root;
}

function childrenOf(element: Element, ...allowed: string[]): Element[] {
  const children: Element[] = [];
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 1) {
      if (!allowed.includes(child.nodeName)) {
        throw fetchError(`<${child.nodeName}> does not belong inside <${element.nodeName}>.`);
      }
      children.push(child as Element);
    } else if ((child.nodeType === 3 || child.nodeType === 4) && child.nodeValue?.trim()) {
      throw fetchError(`the text '${child.nodeValue.trim()}' does not belong inside <${element.nodeName}>.`);
    }
  }
  return children;
}

function checkAttributes(element: Element): void {
  const known = KNOWN[element.nodeName] ?? [];
  for (const { name } of Array.from(element.attributes)) {
    if (!known.includes(name) && !name.startsWith('xmlns'))
      throw fetchError(`<${element.nodeName}> has no attribute '${name}'.`);
  }
}

function optional(element: Element, name: string): string | undefined {
  return element.getAttribute(name)?.trim() || undefined;
}

function required(element: Element, name: string): string {
  const value = optional(element, name);
  if (value === undefined) throw fetchError(`<${element.nodeName}> needs the attribute '${name}'.`);
  return value;
}

function flag(element: Element, name: string): boolean {
  return /^(?:true|1)$/i.test(optional(element, name) ?? '');
}

function wholeNumber(element: Element, name: string): number | undefined {
  const text = optional(element, name);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text)) throw fetchError(`'${name}' has to be a whole number above 0, not '${text}'.`);
  return Number(text);
}

function refuseAggregates(element: Element): void {
  if (!flag(element, 'aggregate') && optional(element, 'aggregate') === undefined && !flag(element, 'groupby')) return;
  if (element.nodeName === 'fetch' && !flag(element, 'aggregate')) return;
  throw new DataverseError(400, CODES.fetchXml, 'Aggregate queries are not supported by List rows.');
}

function readAttribute(element: Element): FetchAttribute {
  refuseAggregates(element);
  return { name: required(element, 'name'), alias: optional(element, 'alias') };
}

function readOrder(element: Element): FetchOrder {
  return {
    attribute: required(element, 'attribute'),
    entityName: optional(element, 'entityname'),
    descending: flag(element, 'descending'),
  };
}

function readCondition(element: Element): FetchCondition {
  const values = childrenOf(element, 'value').map((value) => (checkAttributes(value), value.textContent ?? ''));
  // An empty value is a value, too: the empty text.
  if (element.hasAttribute('value')) values.unshift(element.getAttribute('value') ?? '');
  refuseAggregates(element);
  return {
    kind: 'condition',
    attribute: required(element, 'attribute'),
    entityName: optional(element, 'entityname'),
    operator: required(element, 'operator'),
    values,
    valueOf: optional(element, 'valueof'),
  };
}

function readFilter(element: Element): FetchFilter {
  const type = optional(element, 'type') ?? 'and';
  if (type !== 'and' && type !== 'or') throw fetchError(`a filter's type is and or or, not '${type}'.`);
  const parts = childrenOf(element, 'condition', 'filter', 'link-entity').map((child) => {
    checkAttributes(child);
    if (child.nodeName === 'condition') return readCondition(child);
    return child.nodeName === 'filter' ? readFilter(child) : readLink(child);
  });
  return { kind: 'filter', type, parts };
}

function readSource(element: Element): FetchSource {
  const children = childrenOf(element, 'attribute', 'all-attributes', 'order', 'filter', 'link-entity');
  for (const child of children) checkAttributes(child);
  const named = (name: string) => children.filter((child) => child.nodeName === name);
  return {
    table: required(element, 'name'),
    attributes: named('attribute').map(readAttribute),
    allAttributes: named('all-attributes').length > 0,
    orders: named('order').map(readOrder),
    filters: named('filter').map(readFilter),
    links: named('link-entity').map(readLink),
  };
}

function readLink(element: Element): FetchLink {
  const type = optional(element, 'link-type') ?? 'inner';
  if (!LINK_TYPES.has(type)) throw fetchError(`'${type}' is no link-type.`);
  return {
    kind: 'link',
    ...readSource(element),
    from: required(element, 'from'),
    to: required(element, 'to'),
    alias: optional(element, 'alias'),
    type: type as LinkType,
  };
}

/**
 * Reads a FetchXML query.
 * @throws {DataverseError} 400 naming what is wrong: broken XML, unknown elements and attributes, aggregates
 */
export function readFetch(xml: string): FetchQuery {
  const root = parseXml(xml);
  checkAttributes(root);
  refuseAggregates(root);
  const entities = childrenOf(root, 'entity', 'order');
  const [entity] = entities.filter(({ nodeName }) => nodeName === 'entity');
  if (entity === undefined || entities.length > 1) throw fetchError('<fetch> needs exactly one <entity>.');
  checkAttributes(entity);
  const query: FetchQuery = {
    ...readSource(entity),
    top: wholeNumber(root, 'top'),
    count: wholeNumber(root, 'count'),
    page: wholeNumber(root, 'page') ?? 1,
    distinct: flag(root, 'distinct'),
    counts: flag(root, 'returntotalrecordcount'),
    rawOrder: flag(root, 'useraworderby'),
  };
  if (query.top !== undefined && root.hasAttribute('page')) {
    throw fetchError("'top' and 'page' exclude each other.");
  }
  return query;
}
