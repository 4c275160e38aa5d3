import fc from 'fast-check';
import { lookupState } from './lookup';

const ASKED = new Date('2026-03-02T15:00:05.900Z');
const after = (seconds: number) => new Date(ASKED.getTime() + seconds * 1000);
const nothing = { fetchedAt: undefined, answeredFor: undefined };

it.each([
  [0, 'waiting'],
  [299, 'waiting'],
  [300, 'overdue'],
  [3600, 'overdue'],
  [3601, 'none'],
] as const)('%d seconds after it was asked for, it is %s', (seconds, state) => {
  expect(lookupState({ requestedOn: ASKED, ...nothing }, after(seconds), 5)).toBe(state);
});

it('a patience longer than an hour is kept to', () => {
  expect(lookupState({ requestedOn: ASKED, ...nothing }, after(4000), 90)).toBe('waiting');
});

it('facts collected since are the answer, older ones are not', () => {
  const state = (fetchedAt: Date) =>
    lookupState({ requestedOn: ASKED, fetchedAt, answeredFor: undefined }, after(9), 5);
  expect(state(after(2))).toBe('none');
  expect(state(after(-2))).toBe('waiting');
});

it('an answer to this request is one, also without newer facts and with the whole seconds of a column', () => {
  const state = (answeredFor: Date) =>
    lookupState({ requestedOn: ASKED, fetchedAt: after(-9999), answeredFor }, after(9), 5);
  expect(state(new Date('2026-03-02T15:00:05Z'))).toBe('none');
  expect(state(new Date('2026-03-02T15:00:04Z'))).toBe('waiting');
});

it('nothing is waited for when nobody asked', () => {
  fc.assert(
    fc.property(fc.option(fc.date({ noInvalidDate: true }), { nil: undefined }), (fetchedAt) => {
      expect(lookupState({ requestedOn: undefined, fetchedAt, answeredFor: undefined }, ASKED, 5)).toBe('none');
    }),
  );
});
