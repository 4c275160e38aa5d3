import fc from 'fast-check';
import { pack } from '../packer/pack';
import { unpack } from '../packer/unpack';
import { assemble } from '../source/assemble';
import { goodConnector, goodSolution } from './fixtures/good-solution.fixture';
import { validateSolution } from './validate-solution';

const connector = assemble('connector');
const core = assemble('core');

describe('our own solutions', () => {
  it('keep every rule, the core after the connector', () => {
    expect(validateSolution(connector)).toEqual([]);
    expect(validateSolution(core, [connector])).toEqual([]);
  });

  it('need each other in that order: the core alone lacks the connector', () => {
    const missing = validateSolution(core);
    expect(new Set(missing.map(({ code }) => code))).toEqual(new Set(['S124', 'S131']));
    expect(missing.every(({ message }) => message.includes('neither here nor there before'))).toBe(true);
  });

  it('have no file that may go missing unnoticed, but for what packing writes itself', () => {
    const asked = [...core.keys()].filter((path) => !path.endsWith('/ControlManifest.xml.data.xml'));
    fc.assert(
      fc.property(fc.constantFrom(...asked), (left) => {
        const rest = new Map([...core].filter(([path]) => path !== left));
        expect(validateSolution(rest, [connector])).not.toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

describe('a package', () => {
  it.each(['unmanaged', 'managed'] as const)('that is %s keeps the rules its source keeps', (type) => {
    const unpacked = [goodConnector, goodSolution].map((files) => unpack(pack(files, type), 'Shop.zip'));
    expect(validateSolution(unpacked[0]!)).toEqual([]);
    expect(validateSolution(unpacked[1]!, [unpacked[0]!])).toEqual([]);
  });
});
