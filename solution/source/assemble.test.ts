import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { children, textAt, textOf } from '../xml/element';
import { readXml } from '../xml/read-xml';
import { assemble } from './assemble';
import { builtControls } from './built-controls';
import { connectorSideFiles } from './connector-side-files';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'assemble-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const pathsOf = (files: Iterable<[string, Uint8Array]>) => [...files].map(([path]) => path).sort();

describe('the assembled core solution', () => {
  const files = assemble('core');
  const paths = [...files.keys()];

  it('holds every flow with its description, and every control with its manifest and bundle', () => {
    const flows = paths.filter((path) => /^Workflows\/[^/]+\.json$/.test(path));
    expect(flows.length).toBeGreaterThanOrEqual(15);
    expect(paths.filter((path) => path.startsWith('Workflows/') && path.endsWith('.data.xml'))).toEqual(
      flows.map((flow) => `${flow}.data.xml`),
    );
    for (const control of ['OrderContext', 'TicketAnalytics', 'TicketTriage']) {
      const below = paths.filter((path) => path.startsWith(`Controls/rcc_RetailCallCenter.${control}/`));
      for (const file of ['ControlManifest.xml', 'ControlManifest.xml.data.xml', 'bundle.js']) {
        expect(below).toContain(`Controls/rcc_RetailCallCenter.${control}/${file}`);
      }
      expect(below.filter((path) => path.includes('LICENSE'))).toEqual([]);
    }
  });

  it('has the version of the product, in four parts', () => {
    const manifest = readXml(files.get('Other/Solution.xml')!, 'Solution.xml');
    const { version } = jest.requireActual<{ version: string }>('../../package.json');
    expect(textAt(manifest, 'SolutionManifest', 'Version')).toBe(`${version}.0`);
  });

  it('is in the order of the paths', () => expect(paths).toEqual([...paths].sort()));
});

describe('built controls', () => {
  const built = (name: string) => ({
    [`${name}/ControlManifest.Input.xml`]: '<manifest/>',
    [`out/controls/${name}/ControlManifest.xml`]: '<manifest/>',
    [`out/controls/${name}/bundle.js`]: '1',
    [`out/controls/${name}/bundle.js.LICENSE.txt`]: 'MIT',
    [`out/controls/${name}/strings/${name}.1033.resx`]: '<root/>',
  });

  it('are all taken with what they need, and described to the platform', () => {
    write({ ...built('Queue'), ...built('Chart'), 'shared/words.ts': '' });
    const files = builtControls(folder);
    const queue = 'Controls/rcc_RetailCallCenter.Queue';
    expect(pathsOf(files).filter((path) => path.startsWith(queue))).toEqual(
      ['ControlManifest.xml', 'ControlManifest.xml.data.xml', 'bundle.js', 'strings/Queue.1033.resx'].map(
        (file) => `${queue}/${file}`,
      ),
    );
    const data = readXml(new Map(files).get(`${queue}/ControlManifest.xml.data.xml`)!, 'data.xml');
    expect(children(data).map(textOf)).toEqual([
      'rcc_RetailCallCenter.Queue',
      '/Controls/rcc_RetailCallCenter.Queue/ControlManifest.xml',
    ]);
  });

  it('are asked for by the command that makes them when one is missing', () => {
    write(built('Queue'));
    rmSync(join(folder, 'out/controls/Queue/bundle.js'));
    expect(() => builtControls(folder)).toThrow('Queue is not built: bundle.js is missing. Run npm run controls.');
  });
});

describe('what stands beside the connector', () => {
  const properties = { connectionParameters: { host: { type: 'string' } }, policyTemplateInstances: [] };
  const room = {
    'apiProperties.json': JSON.stringify({ properties }),
    'apiDefinition.swagger.json': '{"swagger":"2.0"}',
    'icon.png': 'PNG',
  };

  it('is the document and the icon by their bytes, parameters and policies out of the properties', () => {
    write(room);
    const files = Object.fromEntries(
      connectorSideFiles(folder).map(([path, content]) => [
        path.replace('Connectors/rcc_retailcallcenter_', ''),
        Buffer.from(content).toString(),
      ]),
    );
    expect(files).toEqual({
      'openapidefinition.json': '{"swagger":"2.0"}',
      'connectionparameters.json': '{\n  "host": {\n    "type": "string"\n  }\n}\n',
      'policytemplateinstances.json': '[]\n',
      'iconblob.Png': 'PNG',
    });
  });

  it.each(Object.keys(room))('is refused by name when %s is missing', (file) => {
    write(room);
    rmSync(join(folder, file));
    expect(() => connectorSideFiles(folder)).toThrow(`connector/${file} is missing: restore it.`);
  });
});
