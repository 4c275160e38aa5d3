import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { fromZone, toZone } from './flow-time';
import { findZone, windowsNameOf, windowsZones } from './windows-zones';

test('every Windows zone has a zone the run time knows', () => {
  expect(windowsZones().size).toBeGreaterThan(135);
  const unknown = [...windowsZones().values()].filter((iana) => !IANAZone.isValidZone(iana));
  expect(unknown).toEqual([]);
});

test('a UTC time converted to any zone and back is the same, but for the hours clocks repeat', () => {
  const zones = [...windowsZones().keys()];
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: Date.UTC(2037, 0, 1) }), (id, wall) => {
      const zone = findZone(id);
      const utc = { wall, fraction: 0, utc: true };
      const back = fromZone(toZone(utc, zone), zone);
      const repeated = toZone(back, zone).wall === toZone(utc, zone).wall;
      expect(repeated).toBe(true);
    }),
  );
});

test.each([
  ['Europe/Berlin', 'W. Europe Standard Time'],
  ['europe/berlin', 'W. Europe Standard Time'],
  ['Asia/Kolkata', 'India Standard Time'],
  ['Etc/UTC', 'UTC'],
  ['Europe/Monaco', undefined],
  ['Nowhere', undefined],
])('the Windows name of %s is %s', (iana, windows) => expect(windowsNameOf(iana)).toBe(windows));
