import { join } from 'node:path';
import { readArguments, usage } from './arguments';
import { MEASURES } from './measures';

const read = (...argv: string[]) => readArguments(argv, MEASURES);

test('without arguments everything is measured offline', () => {
  expect(read()).toMatchObject({
    command: 'evaluate',
    model: 'offline',
    measures: MEASURES,
    output: join('.data', 'evaluation'),
    json: false,
  });
  expect(read('--help')).toBe('help');
});

test('measures are chosen by name; a recording is replayed', () => {
  expect(read('--only', 'sentiment, intent', '--model=azure', '--replay', 'a.jsonl')).toMatchObject({
    measures: MEASURES.filter(({ name }) => ['intent', 'sentiment'].includes(name)),
    model: 'azure',
    replay: 'a.jsonl',
  });
});

test('a review reads the events of a data folder', () => {
  expect(read('--review', '--data', 'd', '--since', '2026-03-01', '--add', 'a', '--add', 'b')).toEqual({
    command: 'review',
    bronze: join('d', 'Files', 'bronze'),
    since: '2026-03-01',
    output: undefined,
    add: ['a', 'b'],
  });
  expect(read('--review', '--bronze', 'b')).toMatchObject({ bronze: 'b', add: [] });
});

test.each([
  [['--model', 'gpt'], '--model is offline or azure'],
  [['--only', 'intent,luck'], "there is no measure 'luck'"],
  [['--record', 'a'], '--record and --replay go with --model azure'],
  [['--model', 'azure', '--record', 'a', '--replay', 'b'], '--record or --replay, not both'],
  [['--since', '2026-03-01'], '--since goes with --review only'],
  [['--review', '--errors'], '--errors does not go with --review'],
  [['--review', '--since', 'monday'], '--since is a day'],
  [['--review', '--since', '2026-02-31x'], '--since is a day'],
  [['--review', '--data', 'a', '--bronze', 'b'], 'not both'],
  [['--speed'], "Unknown option '--speed'"],
  [['a'], 'Unexpected argument'],
])('%j is refused with what to do', (argv, problem) => {
  expect((read(...argv) as { problem: string }).problem).toContain(problem);
});

test('the help names every measure', () => {
  for (const { name } of MEASURES) expect(usage(MEASURES)).toContain(`  ${name}`);
});
