import { readFlowsOptions, USAGE, UsageError } from './flows-options';

const problem = (...argv: string[]): string => {
  try {
    readFlowsOptions(argv);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'none';
};

describe('the command line of flows', () => {
  it.each([[['--help']], [['run', '-h']]])('shows the help for %j', (argv) => {
    expect(readFlowsOptions(argv)).toBeNull();
  });

  it('takes a flow with everything that may be said about its run', () => {
    const argv =
      'run F --trigger t.json --fault f.json --clock 2026-03-29T00:30:00Z --seed 7 --set a=1=2 --set b= --json';
    expect(readFlowsOptions(argv.split(' '))).toMatchObject({
      command: 'run',
      subjects: ['F'],
      trigger: 't.json',
      fault: 'f.json',
      clock: new Date('2026-03-29T00:30:00Z'),
      seed: 7,
      values: { a: '1=2', b: '' },
      json: true,
      standalone: false,
    });
  });

  it('takes a time without a zone as UTC', () => {
    expect(readFlowsOptions(['run', 'F', '--clock', '2026-01-02T03:04:05'])!.clock).toEqual(
      new Date('2026-01-02T03:04:05Z'),
    );
  });

  it.each([
    [[], 'Name a command: list, validate, run, trace, mailbox.'],
    [['lint'], "There is no command 'lint'."],
    [['run'], 'run takes one flow: a file or a name.'],
    [['run', 'a', 'b'], 'run takes one flow: a file or a name.'],
    [['trace'], 'trace takes one run: its id, or "last".'],
    [['list', 'a'], 'list takes no names.'],
    [['list', '--trigger', 'a'], 'list does not take --trigger.'],
    [['validate', '--clock', '2026-01-01'], 'validate does not take --clock.'],
    [['run', 'F', '--mocks', 'm'], '--mocks needs --standalone.'],
    [['run', 'F', '--strict'], '--strict needs --standalone.'],
    [['run', 'F', '--clock', 'noon'], "--clock must be an ISO time such as 2026-03-29T00:30:00Z, not 'noon'."],
    [['run', 'F', '--seed', 'x'], "--seed must be a whole number, not 'x'."],
    [['run', 'F', '--set', 'x'], "--set wants NAME=VALUE, not 'x'."],
    [['run', 'F', '--nonsense'], "Unknown option '--nonsense'"],
  ])('refuses %j with a reason', (argv, message) => expect(problem(...argv)).toBe(message));

  it('describes every option in its help', () => {
    for (const name of [
      'standalone',
      'stand-ins',
      'strict',
      'json',
      'all',
      'trigger',
      'fault',
      'mocks',
      'save-mocks',
      'clock',
      'seed',
      'set',
      'action',
      'data',
      'spanish',
    ]) {
      expect(USAGE).toContain(`--${name}`);
    }
  });
});
