import { createDataset } from '../mocks';
import { instantOf, mappedColumn, numberOf, textOf } from './mapped-column';

const AT = new Date('2026-03-01T10:00:00Z');

async function loaded(value: unknown) {
  const dataset = createDataset({
    entity: 'ticket',
    columns: [
      { name: 'new_urgency', alias: 'priority', dataType: 'SingleLine.Text' },
      { name: 'title', dataType: 'SingleLine.Text' },
    ],
    rows: [{ new_urgency: value as string }],
  });
  await dataset.settled();
  const record = dataset.records[dataset.sortedRecordIds[0] ?? ''];
  if (!record) throw new Error('there is no record');
  return { dataset, record };
}

it('a column is found by what a maker mapped, whatever its name', async () => {
  const { dataset } = await loaded('x');
  expect(mappedColumn(dataset, 'priority')).toBe('new_urgency');
  expect(mappedColumn(dataset, 'status')).toBeUndefined();
});

it('a column that is not mapped has no value of any kind', async () => {
  const { record } = await loaded('x');
  for (const of of [textOf, numberOf, instantOf]) expect(of(record, undefined)).toBeUndefined();
});

it.each<[unknown, string | undefined, number | undefined, Date | undefined]>([
  [null, undefined, undefined, undefined],
  ['', undefined, undefined, undefined],
  ['soon', 'soon', undefined, undefined],
  ['727000001', '727000001', 727000001, undefined],
  [AT.toISOString(), AT.toISOString(), undefined, AT],
])('the value %j is the text %j, the number %j, the instant %j', async (value, text, number, instant) => {
  const { record } = await loaded(value);
  expect([textOf(record, 'new_urgency'), numberOf(record, 'new_urgency')]).toEqual([text, number]);
  // A number in a text is a year to some readers of dates; nobody maps it to an instant.
  if (number === undefined) expect(instantOf(record, 'new_urgency')).toEqual(instant);
});

it('a date or a number may come as itself', async () => {
  const { record } = await loaded(null);
  const giving = (value: unknown) => ({ ...record, getValue: () => value }) as typeof record;
  expect(instantOf(giving(AT), 'x')).toEqual(AT);
  expect(numberOf(giving(0), 'x')).toBe(0);
  expect(numberOf(giving(NaN), 'x')).toBeUndefined();
  expect(textOf(giving(5), 'x')).toBeUndefined();
});
