import { comparison } from './measurement';
import { tableOf } from './result-table';

describe('a comparison with a baseline', () => {
  it('says throughput, cost of one, and how many times the cost of the baseline that is', () => {
    expect(comparison('messages', 500, 'words', 10_000)).toEqual([
      { name: 'messages per second', value: 500, unit: '1/s' },
      { name: 'time of one', value: 2_000, unit: 'µs' },
      { name: 'baseline: words', value: 10_000, unit: '1/s' },
      { name: 'times the cost of the baseline', value: 20, unit: '×' },
    ]);
  });
});

it('A table lines up names and figures', () => {
  const figures = [
    { name: 'messages per second', value: 1234.5, unit: '1/s' },
    { name: 'share', value: 12.345, unit: '%' },
    { name: 'failed runs', value: 0, unit: '' },
  ];
  expect(tableOf({ bench: 'day', about: 'a day', figures })).toBe(
    [
      'day: a day',
      '  messages per second  1,235 1/s',
      '  share                 12.3 %',
      '  failed runs              0',
      '',
    ].join('\n'),
  );
});
