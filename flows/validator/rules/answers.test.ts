import { foreach, messagesOf, scope, until } from '../fixtures/flow-text.fixture';

const answer = (kind: string) => ({ type: 'Response', kind, runAfter: {}, inputs: { statusCode: 200 } });
const stop = { type: 'Terminate', runAfter: {}, inputs: { runStatus: 'Failed' } };
const request = (kind: string) => ({ type: 'Request', kind });

describe('F013', () => {
  it.each([
    [
      'Terminate in a Foreach',
      { L: foreach({ S: scope({ Stop: stop }) }) },
      "'Stop' is of type Terminate, which may not stand in a loop, but 'L' is around it.",
    ],
    [
      'Response in an Until',
      { U: until('@true', { Answer: answer('Http') }) },
      "'Answer' is of type Response, which may not stand in a loop, but 'U' is around it.",
    ],
  ])('refuses %s', (_what, actions, message) => expect(messagesOf('F013', { actions })).toEqual([message]));

  it('refuses an answer when nobody asked', () => {
    const trigger = { type: 'Recurrence', recurrence: { frequency: 'Day', interval: 1 } };
    expect(messagesOf('F013', { trigger, actions: { Answer: answer('Http') } })).toEqual([
      "'Answer' answers a caller, but 'manual' is of type Recurrence and has none.",
    ]);
  });

  it.each([
    ['Skills', ['Skills']],
    ['VirtualAgent', ['VirtualAgent']],
    ['PowerPages', ['PowerPages']],
    ['Http', ['Http']],
    ['Button', ['PowerApp', 'Http']],
    ['PowerApp', ['PowerApp', 'Http']],
    ['PowerAppV2', ['PowerApp', 'Http']],
  ])('lets a trigger of kind %s be answered in its kinds only', (kind, fitting) => {
    const kinds = ['Http', 'PowerApp', 'VirtualAgent', 'Skills', 'PowerPages'];
    const silent = kinds.filter(
      (each) => messagesOf('F013', { trigger: request(kind), actions: { A: answer(each) } }).length === 0,
    );
    expect(silent.sort()).toEqual([...fitting].sort());
  });
});
