import { Suggester } from './suggest';

const names = ['Send_reply', 'Send_replies', 'Count', 'x'];

it.each([
  ['Send_repyl', 'Send_reply'],
  ['send_reply', 'Send_reply'],
  ['Sendreplies', 'Send_replies'],
  ['Coutn', 'Count'],
  ['Something_else', undefined],
  ['X', 'x'],
  ['y', undefined],
  ['', undefined],
])('%j is near %j', (name, expected) => expect(new Suggester(names).nearest(name)).toBe(expected));

it('gives up on names no platform takes, and after a hundred', () => {
  expect(new Suggester(['x'.repeat(200)]).nearest('x'.repeat(199))).toBeUndefined();
  const suggester = new Suggester(names);
  for (let i = 0; i < 100; i += 1) suggester.nearest('Coutn');
  expect(suggester.nearest('Coutn')).toBeUndefined();
});
