import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { frame } from '../../connector/document-frame';
import { assemble } from '../source/assemble';
import { child, descendants, attribute, textAt } from '../xml/element';
import { readXml } from '../xml/read-xml';

const files = assemble('connector');
const read = (path: string) => readXml(files.get(path)!, path);
const connector = read('Connectors/rcc_retailcallcenter.xml');
const { properties } = JSON.parse(readFileSync('connector/apiProperties.json', 'utf8')) as {
  properties: { iconBrandColor: string };
};

/** Size, colour type (2: three colours, none of them transparency) and first pixel of a PNG (RFC 2083). */
function factsOfPng(bytes: Buffer) {
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  // Of the first line, every filter leaves the first pixel as it is.
  const first = inflateSync(Buffer.concat(data)).subarray(1, 4);
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    colourType: bytes[25],
    first: `#${first.toString('hex')}`,
  };
}

test('the connector says the same of itself in the solution, in its document and in its properties', () => {
  expect(textAt(connector, 'displayname')).toBe(frame.info.title);
  expect(textAt(connector, 'description')).toBe(frame.info.description);
  expect(textAt(connector, 'iconbrandcolor')).toBe(properties.iconBrandColor);
});

test('every side file the connector names comes with it', () => {
  const named = [...descendants(connector)]
    .flatMap((element) => element.children.filter((text): text is string => typeof text === 'string'))
    .filter((text) => text.startsWith('/Connector/'))
    .map((path) => path.replace('/Connector/', 'Connectors/'));
  expect(named).toHaveLength(4);
  expect([...files.keys()].filter((path) => path.startsWith('Connectors/') && !path.endsWith('.xml'))).toEqual(
    named.sort(),
  );
});

test('the connector the core names in its connection reference is this one', () => {
  const core = readXml(readFileSync('solution/core/src/Other/Customizations.xml'), 'Customizations.xml');
  const ids = [...descendants(core, 'customconnectorid')].map((each) => textAt(each, 'connectorid'));
  const [root] = [...descendants(read('Other/Solution.xml'), 'RootComponent')];
  expect(ids).toEqual([textAt(connector, 'connectorid')]);
  expect(attribute(root!, 'id')).toBe(`{${ids[0]!}}`);
  expect(attribute(root!, 'schemaName')).toBe(textAt(connector, 'name'));
});

test('the host comes from the connection, so that one package serves every environment', () => {
  const text = Buffer.from(files.get('Connectors/rcc_retailcallcenter_policytemplateinstances.json')!).toString();
  const [policy] = JSON.parse(text) as { templateId: string; parameters: Record<string, string> }[];
  expect(policy!.templateId).toBe('dynamichosturl');
  expect(Object.values(policy!.parameters)).toEqual(["https://@connectionParameters('host')"]);
});

test('the icon is a square without transparency on the colour of the connector', () => {
  const icon = factsOfPng(Buffer.from(files.get('Connectors/rcc_retailcallcenter_iconblob.Png')!));
  expect(icon).toEqual({ width: 230, height: 230, colourType: 2, first: properties.iconBrandColor });
});

test('the manifest names the solution in both languages', () => {
  const names = [...descendants(child(read('Other/Solution.xml'), 'SolutionManifest', 'LocalizedNames'))];
  expect(names.map((each) => attribute(each, 'languagecode'))).toEqual(['1033', '3082']);
});
