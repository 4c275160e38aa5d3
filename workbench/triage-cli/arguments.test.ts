import { readArguments } from './arguments';

test('input and output are needed, the channel has a default', () => {
  expect(readArguments(['--in', 'a', '--out', 'b'])).toEqual({ input: 'a', output: 'b', channel: 'email' });
  expect(readArguments(['--in=a', '--out=b', '--channel', 'chat'])).toMatchObject({ channel: 'chat' });
  expect(readArguments(['--help'])).toBe('help');
});

test.each([
  [[], '--in is missing'],
  [['--in', 'a'], '--out is missing'],
  [['--in', 'a', '--out', 'b', '--channel', 'fax'], '--channel is one of email, chat, app'],
  [['--in', 'a', '--out', 'b', '--speed', '9'], "Unknown option '--speed'"],
  [['a', 'b'], "Unexpected argument 'a'"],
])('%j is refused with what to do', (argv, problem) => {
  const refused = readArguments(argv) as { problem: string };
  expect(refused.problem).toContain(problem);
});
