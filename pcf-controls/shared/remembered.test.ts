import { remembered } from './remembered';

it('What was made is kept while its parts are the same, and made again when one is another, missing or new', () => {
  const keep = remembered<object>();
  const part = {};
  const first = keep([part, 1], () => ({}));
  expect(keep([part, 1], () => ({}))).toBe(first);
  const others = [[{}, 1], [part], [part, 1, undefined], [part, 2]];
  const made = others.map((parts) => keep(parts, () => ({})));
  expect(new Set([first, ...made]).size).toBe(others.length + 1);
});

it('Also nothing is kept, and a failure is not', () => {
  const keep = remembered<undefined>();
  const make = jest.fn(() => undefined);
  keep(['a'], make);
  keep(['a'], make);
  expect(make).toHaveBeenCalledTimes(1);
  const fails = () => {
    throw new Error('no');
  };
  expect(() => keep(['b'], fails)).toThrow('no');
  keep(['b'], make);
  expect(make).toHaveBeenCalledTimes(2);
});
