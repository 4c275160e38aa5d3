import { createDataset, type Values } from '../../mocks';
import { columnsOf, readMetricRow } from './metric-row';

const settings = {
  scopes: new Map([[727000000, 'intent' as const]]),
  channels: new Map([[727000000, 'email' as const]]),
};
async function read(columns: { name: string; alias?: string }[], values: Values) {
  const dataset = createDataset({
    entity: 'metric',
    columns: columns.map((column) => ({ dataType: 'SingleLine.Text', ...column })),
    rows: [values],
  });
  await dataset.settled();
  const [record] = Object.values(dataset.records);
  if (!record) throw new Error('there is one');
  const found = columnsOf(dataset, 'rcc_');
  return { found, row: readMetricRow(record, found, settings) };
}
const values = { d: '2026-03-01', s: 727000000, rcc_messages: 4, i: { value: 3, label: 'Returns' } };
const mapped = [
  { name: 'd', alias: 'date' },
  { name: 's', alias: 'scope' },
  { name: 'i', alias: 'intent' },
];

it('columns are found by their mapping, and those that are not mapped by our name', async () => {
  const { found, row } = await read([...mapped, { name: 'rcc_messages' }], values);
  expect(found).toEqual({ date: 'd', scope: 's', intent: 'i', messages: 'rcc_messages' });
  expect(row).toMatchObject({ scope: 'intent', intent: 3, intentName: 'Returns', counts: { messages: 4 } });
});

it('a count that is empty or not there is not known, and no zero', async () => {
  const { row } = await read([...mapped, { name: 'rcc_messages' }], { ...values, rcc_messages: null });
  expect(row?.counts).toEqual({});
});

it('a row without a day, or of a scope nobody knows, is left out', async () => {
  expect((await read(mapped, { ...values, d: null })).row).toBeUndefined();
  expect((await read(mapped, { ...values, s: 5 })).row).toBeUndefined();
});
