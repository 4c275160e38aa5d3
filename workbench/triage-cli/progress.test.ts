import { progressOn } from './progress';

const stream = (isTTY: boolean) => {
  const written: string[] = [];
  return { written, target: { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream };
};

test('a terminal sees the share done; a file sees nothing', () => {
  const terminal = stream(true);
  const progress = progressOn(terminal.target, 200);
  progress.show(50, 3);
  progress.clear();
  expect(terminal.written).toEqual(['\r25 %  3 messages', '\r\u001b[K']);
  const file = stream(false);
  const silent = progressOn(file.target, 200);
  silent.show(50, 3);
  silent.clear();
  expect(file.written).toEqual([]);
});
