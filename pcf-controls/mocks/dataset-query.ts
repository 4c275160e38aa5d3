import type { DatasetRecord } from './dataset-record';

type Api = ComponentFramework.PropertyHelper.DataSetApi.SortStatus;
type Column = ComponentFramework.PropertyHelper.DataSetApi.Column;
type Condition = ComponentFramework.PropertyHelper.DataSetApi.ConditionExpression;
type Filter = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;

type Test = (raw: unknown, shown: string, wanted: string | string[]) => boolean;

/** A value as something that can be put in an order: instants and choices as numbers, texts without regard to case. */
function comparable(value: unknown): number | string {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'object' && value !== null) {
    const reference = value as { id?: string | { guid: string } };
    return (typeof reference.id === 'object' ? reference.id.guid : (reference.id ?? '')).toLowerCase();
  }
  return String(value ?? '').toLowerCase();
}

/** What was asked for, as the same kind of thing as the value it is compared with. */
function wantedAs(value: unknown, wanted: string): number | string {
  if (value instanceof Date) return new Date(wanted).getTime();
  if (typeof value === 'boolean') return Number(wanted === 'true' || wanted === '1');
  return typeof value === 'number' ? Number(wanted) : wanted.toLowerCase().replace(/[{}]/g, '');
}

const isEmpty = (raw: unknown) => raw === null || raw === undefined || raw === '';
const first = (wanted: string | string[]) => (Array.isArray(wanted) ? (wanted[0] ?? '') : wanted);
const compared =
  (holds: (order: number) => boolean): Test =>
  (raw, _shown, wanted) => {
    if (isEmpty(raw)) return false;
    const [is, asked] = [comparable(raw), wantedAs(raw, first(wanted))];
    return holds(is < asked ? -1 : is > asked ? 1 : 0);
  };
const day = (raw: unknown) => new Date(raw as string).toISOString().slice(0, 10);
const onDay =
  (holds: (is: string, asked: string) => boolean): Test =>
  (raw, _shown, wanted) =>
    !isEmpty(raw) && holds(day(raw), first(wanted).slice(0, 10));

/** `%` stands for any text, as in SQL. */
function like(shown: string, pattern: string): boolean {
  const parts = pattern.split('%').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`, 'i').test(shown);
}

/** The operators by their number in the platform's enumeration. */
const TESTS: Readonly<Partial<Record<Condition['conditionOperator'], Test>>> = {
  0: compared((order) => order === 0),
  1: (raw, shown, wanted) => !compared((order) => order === 0)(raw, shown, wanted),
  2: compared((order) => order > 0),
  3: compared((order) => order < 0),
  4: compared((order) => order >= 0),
  5: compared((order) => order <= 0),
  6: (raw, shown, wanted) => like(typeof raw === 'string' ? raw : shown, first(wanted)),
  8: (raw, shown, wanted) => [wanted].flat().some((one) => compared((order) => order === 0)(raw, shown, one)),
  12: (raw) => isEmpty(raw),
  25: onDay((is, asked) => is === asked),
  26: onDay((is, asked) => is <= asked),
  27: onDay((is, asked) => is >= asked),
  49: (raw, shown, wanted) =>
    (typeof raw === 'string' ? raw : shown).toLowerCase().includes(first(wanted).toLowerCase()),
};

/**
 * Whether a row passes a filter.
 * @throws Error for an operator that is not imitated here, so that no test passes by accident
 */
export function passes(record: DatasetRecord, filter: Filter | undefined): boolean {
  if (filter === undefined) return true;
  const results = [
    ...filter.conditions.map((condition) => holds(record, condition)),
    ...(filter.filters ?? []).map((inner) => passes(record, inner)),
  ];
  if (results.length === 0) return true;
  return filter.filterOperator === 1 ? results.some(Boolean) : results.every(Boolean);
}

function holds(record: DatasetRecord, { attributeName, conditionOperator, value }: Condition): boolean {
  const test = TESTS[conditionOperator];
  if (!test) throw new Error(`Condition operator ${conditionOperator} is not imitated; see dataset-query.ts.`);
  return test(record.getValue(attributeName), record.getFormattedValue(attributeName), value);
}

/** The rows in the order asked for. Choices go by their label, as Dataverse orders them; empty values come first. */
export function inOrder(
  records: readonly DatasetRecord[],
  sorting: readonly Api[],
  columns: readonly Column[],
): readonly DatasetRecord[] {
  const orders = sorting.filter(({ sortDirection }) => sortDirection !== -1);
  if (orders.length === 0) return records;
  const labelled = new Set(
    columns.filter(({ dataType }) => /^OptionSet|^Lookup/.test(dataType)).map(({ name }) => name),
  );
  const keyOf = (record: DatasetRecord, name: string) => {
    if (labelled.has(name)) return record.getFormattedValue(name).toLowerCase();
    const raw: unknown = record.getValue(name);
    return isEmpty(raw) ? undefined : comparable(raw);
  };
  const order = (a: ReturnType<typeof keyOf>, b: ReturnType<typeof keyOf>) =>
    a === b ? 0 : a === undefined ? -1 : b === undefined ? 1 : a < b ? -1 : 1;
  return records
    .map((record) => ({ record, keys: orders.map(({ name }) => keyOf(record, name)) }))
    .sort((a, b) => {
      for (const [index, { sortDirection }] of orders.entries()) {
        const difference = order(a.keys[index], b.keys[index]);
        if (difference !== 0) return sortDirection === 1 ? -difference : difference;
      }
      return 0;
    })
    .map(({ record }) => record);
}
