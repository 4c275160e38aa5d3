import { createSharedQuestions } from './shared-questions';

const late = () => new Error('late');

test.each([
  ['less than half of its time is left: the next one begins anew', 501, 2],
  ['half of its time is left: the next one waits with it', 499, 1],
])('%s', async (_, passedMs, begun) => {
  let now = 1000;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  try {
    const questions = createSharedQuestions(1000);
    const answers: ((value: string) => void)[] = [];
    const ask = () => questions.ask('same', undefined, () => new Promise<string>((tell) => answers.push(tell)), late);
    const first = ask();
    now += passedMs;
    const second = ask();
    expect(answers).toHaveLength(begun);
    answers.forEach((tell, i) => tell(`answer ${i}`));
    expect(await Promise.all([first, second])).toEqual(['answer 0', `answer ${begun - 1}`]);
  } finally {
    clock.mockRestore();
  }
});
