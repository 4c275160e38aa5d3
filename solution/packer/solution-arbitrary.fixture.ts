import * as fc from 'fast-check';
import { type Parts } from './solution-source.fixture';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/).map((word) => `rcc_${word}`);
const names = (one: fc.Arbitrary<string>, maxLength = 3) =>
  fc.uniqueArray(one, { maxLength, selector: (each) => each.toLowerCase() });
const words = fc.stringMatching(/^[!-~áñ€]([ -~áñ€\n]{0,10}[!-~áñ€])?$/);

/** Solutions with any number of components of every kind, in names and texts of every sort. */
export const parts: fc.Arbitrary<Parts> = fc.record({
  managed: fc.constantFrom('0', '1', '2'),
  tables: fc
    .uniqueArray(
      fc.record({
        name,
        forms: fc.array(fc.record({ type: fc.constantFrom('main', 'quick', 'card'), hasTwin: fc.boolean() }), { maxLength: 3 }), // prettier-ignore
        views: fc.nat(2),
        charts: fc.nat(2),
        hasRibbon: fc.boolean(),
      }),
      { maxLength: 3, selector: (each) => each.name.toLowerCase() },
    ),
  // Names of roles are free text, and two may be equal.
  roles: fc.array(words, { maxLength: 3 }),
  flows: names(name.map((each) => each.slice(4))),
  choices: names(name),
  relationships: fc.array(fc.constantFrom('Contact', 'SystemUser', 'rcc_Case'), { maxLength: 4 }),
  webResources: fc.uniqueArray(fc.record({ name: fc.tuple(name, name).map(([a, b]) => `${a}/scripts/${b}.js`), content: words }), { maxLength: 3, selector: (each) => each.name.toLowerCase() }), // prettier-ignore
  controls: names(name.map((each) => `${each}.Grid`)),
  apps: names(name, 2),
  connectors: names(name, 2),
  dashboards: fc.nat(2),
  variables: names(name),
  bots: names(name, 2),
  label: words,
}); // prettier-ignore
