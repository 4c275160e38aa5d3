import fc from 'fast-check';
import { createRememberedKeys } from './remembered-keys';

describe('remembered keys', () => {
  it('are known until their time is over, whatever happens in between', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), set: fc.boolean(), passed: fc.nat(40) })),
        (steps) => {
          let at = 0;
          const keys = createRememberedKeys<number>(() => new Date(at), 100);
          const model = new Map<string, { value: number; at: number }>();
          steps.forEach(({ key, set, passed }, value) => {
            at += passed;
            if (set) {
              keys.set(key, value);
              model.set(key, { value, at });
            }
            const known = model.get(key);
            expect(keys.get(key)).toBe(known && known.at + 100 > at ? known.value : undefined);
          });
        },
      ),
    ));
});
