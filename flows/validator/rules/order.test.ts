import { compose, condition, findingsFor, foreach, messagesOf, scope, until } from '../fixtures/flow-text.fixture';

describe('F001', () => {
  const missing = (actions: Record<string, unknown>): string[] =>
    findingsFor({ actions })
      .filter(({ code }) => code === 'F001')
      .map(({ message, fix }) => `${message} ${fix}`);

  it('compares names without case', () => expect(missing({ A: compose(1), B: compose(2, 'a') })).toEqual([]));
  it('suggests the neighbour that was probably meant', () =>
    expect(missing({ Greeting: compose(1), B: compose(2, 'Greting') })).toEqual([
      "'B' runs after 'Greting', but there is no such action. Write 'Greeting' if that is what is meant; else name one of its neighbours, or remove the entry.",
    ]));
  it('says when the action stands in another block', () =>
    expect(missing({ A: scope({ Inner: compose(1) }), B: compose(2, 'Inner') })).toEqual([
      "'B' runs after 'Inner', but 'Inner' stands in another block. Name one of its neighbours, or remove the entry.",
    ]));
});

describe('F002', () => {
  it.each([
    ['itself', { A: compose(1, 'A'), B: compose(2) }, ["'A' waits for itself: it never starts."]],
    [
      'two rings and what hangs on them',
      {
        R: compose(0),
        A: compose(1, 'B', 'R'),
        B: compose(2, 'A'),
        C: compose(3, 'D'),
        D: compose(4, 'C'),
        E: compose(5, 'A', 'D'),
      },
      [
        "'A' waits for 'B', that for 'A': none of them ever starts.",
        "'C' waits for 'D', that for 'C': none of them ever starts.",
      ],
    ],
    [
      'a block without a start',
      { S: scope({ A: compose(1, 'B'), B: compose(2, 'A') }) },
      ["'A' waits for 'B', that for 'A': none of them ever starts, and the block has no action to start with."],
    ],
  ])('finds %s', (_what, actions, messages) => expect(messagesOf('F002', { actions })).toEqual(messages));

  it('finds a ring of ten thousand actions at once, and names the first of them', () => {
    const actions = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [`A${i}`, compose(i, `A${(i + 1) % 10_000}`)]),
    );
    const [finding, ...others] = findingsFor({ actions }).filter(({ code }) => code === 'F002');
    expect(others).toEqual([]);
    expect(finding!.message).toMatch(/^'A0' waits for 'A1', that for 'A2', .* and so on, that for 'A0'/);
  });
});

describe('F007', () => {
  const use = "@outputs('X')";
  it.each([
    ['a predecessor', { X: compose(1), U: compose(use, 'X') }],
    ['a predecessor by way of others', { X: compose(1), A: compose(2, 'X'), B: compose(3, 'A'), U: compose(use, 'B') }],
    ['an action inside of a predecessor', { S: scope({ X: compose(1) }), U: compose(use, 'S') }],
    ['a predecessor of a container around it', { X: compose(1), S: scope({ T: scope({ U: compose(use) }) }, 'X') }],
    ['a container around it', { X: foreach({ U: compose("@actions('X')") }) }],
    ['what an Until does, in its test', { U: until("@equals(outputs('X'), 1)", { X: compose(1) }) }],
    ['the name with blanks', { Say_hello: compose(1), U: compose("@outputs('say hello')", 'Say_hello') }],
  ])('accepts %s', (_what, actions) => expect(findingsFor({ actions })).toEqual([]));

  it.each([
    ['itself', { X: compose(use) }, "'X' uses its own result, which exists only after it."],
    ['a successor', { U: compose(use), X: compose(1, 'U') }, "'U' uses 'X', which runs only after it."],
    [
      'a neighbour that runs in parallel',
      { U: compose(use), X: compose(1) },
      "'U' uses 'X', but nothing makes that run first.",
    ],
    [
      'an action in a parallel container',
      { U: compose(use), S: scope({ X: compose(1) }) },
      "'U' uses 'X', but nothing makes 'S' around it run first.",
    ],
    [
      'the other branch',
      { C: condition({ X: compose(1) }, { U: compose(use) }) },
      "'U' uses 'X', which stands in another branch of 'C'; only one of the two runs.",
    ],
    [
      'what stands inside of it',
      { U: { ...foreach({ X: compose(1) }), foreach: use } },
      "'U' uses 'X', which stands inside of it and starts after it.",
    ],
    [
      'a later action of the same loop',
      { L: foreach({ U: compose(use), X: compose(1, 'U') }) },
      "'U' uses 'X', which runs only after it.",
    ],
  ])('refuses %s', (_what, actions, message) => expect(messagesOf('F007', { actions })).toEqual([message]));

  it('refuses actions in the trigger, which runs first', () => {
    const trigger = { type: 'Request', kind: 'Http', conditions: [{ expression: "@equals(outputs('X'), 1)" }] };
    expect(messagesOf('F007', { trigger, actions: { X: compose(1) } })).toEqual([
      "The trigger uses 'X', but it runs before every action.",
    ]);
  });

  it('leaves rings to F002', () => {
    const actions = { X: compose(1, 'U'), U: compose(use, 'X') };
    expect(messagesOf('F007', { actions })).toEqual([]);
  });
});
