import fc from 'fast-check';
import { goodConnector, goodSolution } from './fixtures/good-solution.fixture';
import { validateSolution } from './validate-solution';

/** What nothing else asks for: the data file, which packing writes itself, and a variable that no flow reads. */
const OPTIONAL = [
  'Controls/shp_Shop.Gauge/ControlManifest.xml.data.xml',
  'environmentvariabledefinitions/shp_Hours/environmentvariabledefinition.xml',
];

describe('a file that is left out', () => {
  const files = [...goodSolution.keys()].filter((path) => !OPTIONAL.includes(path));

  it('is missed, whichever it is', () => {
    const unnoticed = files.filter((left) => {
      const rest = new Map([...goodSolution].filter(([path]) => path !== left));
      return validateSolution(rest, [goodConnector]).length === 0;
    });
    expect(unnoticed).toEqual([]);
  });

  it('is missed among others, too, but for bots, which nothing lists', () => {
    const listed = files.filter((path) => !/^bot/.test(path));
    fc.assert(
      fc.property(fc.subarray(listed, { minLength: 1 }), (left) => {
        const rest = new Map([...goodSolution].filter(([path]) => !left.includes(path)));
        expect(validateSolution(rest, [goodConnector])).not.toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is missed of the connector, whichever it is', () => {
    const unnoticed = [...goodConnector.keys()].filter((left) => {
      const rest = new Map([...goodConnector].filter(([path]) => path !== left));
      return validateSolution(rest).length === 0;
    });
    expect(unnoticed).toEqual([]);
  });

  it('may be one that nothing asks for', () => {
    const rest = new Map([...goodSolution].filter(([path]) => !OPTIONAL.includes(path)));
    expect(validateSolution(rest, [goodConnector])).toEqual([]);
  });
});

describe('a file whose bytes are spoilt', () => {
  it('stops nothing: the rest is still read', () => {
    const paths = [...goodSolution.keys()];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.string(), fc.nat(), (path, text, at) => {
        const content = Buffer.from(goodSolution.get(path)!).toString('utf8');
        const cut = at % (content.length + 1);
        const spoilt = new Map([
          ...goodSolution,
          [path, Buffer.from(content.slice(0, cut) + text + content.slice(cut + 3))],
        ]);
        expect(Array.isArray(validateSolution(spoilt, [goodConnector]))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
