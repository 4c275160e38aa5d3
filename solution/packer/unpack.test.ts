import { type SolutionFiles } from '../source/solution-files';
import { differences } from './canonical';
import { pack, type Entries } from './pack';
import { idOf, SAMPLE, sourceOf } from './solution-source.fixture';
import { unpack } from './unpack';
import { joinSources } from './unpack-both';
import { readZip, writeZip } from './zip';

const text = (content: Uint8Array | undefined) => Buffer.from(content!).toString('utf8');
const bytes = (from: string) => Buffer.from(from);

/**
 * A package as an environment writes one: another order of entries, every content a stream of bytes, empty groups of
 * forms, ids in capitals, views added without their table, and a kind nobody here knows.
 */
const FOREIGN: Entries = new Map([
  ['[Content_Types].xml', bytes('<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/octet-stream" /><Default Extension="json" ContentType="application/octet-stream" /><Override PartName="/WebResources/zz_mainjsA1B2C3D4-0000-4000-8000-000000000061" ContentType="application/octet-stream" /></Types>')],
  ['Workflows/Nachfrage-A1B2C3D4-0000-4000-8000-000000000029.json', bytes('{"properties":{}}')],
  ['WebResources/zz_mainjsA1B2C3D4-0000-4000-8000-000000000061', bytes('var a = 1;')],
  ['solution.xml', bytes(`<ImportExportXml version="9.2.1" languagecode="1031"><SolutionManifest><UniqueName>Nachfrage</UniqueName><Version>2.1</Version><Managed>1</Managed><RootComponents>
    <RootComponent type="1" schemaName="contact" behavior="2" /><RootComponent type="1" schemaName="zz_order" behavior="0" />
    <RootComponent type="20" id="{A1B2C3D4-0000-4000-8000-000000000020}" behavior="0" /><RootComponent type="29" id="{a1b2c3d4-0000-4000-8000-000000000029}" behavior="0" />
    <RootComponent type="61" schemaName="zz_/js/main.js" behavior="0" /><RootComponent type="26" id="{a1b2c3d4-0000-4000-8000-000000000026}" behavior="0" />
    </RootComponents></SolutionManifest></ImportExportXml>`)],
  ['customizations.xml', bytes(`<ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <Entities>
      <Entity><Name LocalizedName="Bestellung" OriginalName="Order">zz_Order</Name><ObjectTypeCode>10042</ObjectTypeCode><EntityInfo><entity Name="zz_Order" unmodified="1"><LocalizedNames><LocalizedName description="Bestellung" languagecode="1031" /><LocalizedName description="Commande" languagecode="1036" /></LocalizedNames></entity></EntityInfo>
        <FormXml><forms type="main"><systemform unmodified="1"><formid>{A1B2C3D4-0000-4000-8000-000000000060}</formid><form>\u00a0 </form></systemform></forms><forms type="quick" /></FormXml><SavedQueries /><RibbonDiffXml><CustomActions /><Templates><RibbonTemplates Id="Mscrm.Templates" /></Templates></RibbonDiffXml></Entity>
      <Entity><Name LocalizedName="Kontakt" OriginalName="Contact">Contact</Name><SavedQueries><savedqueries><savedquery><savedqueryid>{a1b2c3d4-0000-4000-8000-000000000026}</savedqueryid></savedquery></savedqueries></SavedQueries></Entity>
    </Entities>
    <Roles><Role id="{A1B2C3D4-0000-4000-8000-000000000020}" name="Vertrieb: Ost / West?"><RolePrivileges /></Role></Roles>
    <Workflows><Workflow WorkflowId="{a1b2c3d4-0000-4000-8000-000000000029}" Name="Nachfrage"><JsonFileName>/Workflows/Nachfrage-A1B2C3D4-0000-4000-8000-000000000029.json</JsonFileName></Workflow></Workflows>
    <FieldSecurityProfiles><FieldSecurityProfile name="x" /></FieldSecurityProfiles>
    <EntityRelationships><EntityRelationship Name="zz_order_contact"><EntityRelationshipType>ManyToMany</EntityRelationshipType><FirstEntityName>zz_Order</FirstEntityName><SecondEntityName>Contact</SecondEntityName></EntityRelationship></EntityRelationships>
    <WebResources><WebResource><WebResourceId>{a1b2c3d4-0000-4000-8000-000000000061}</WebResourceId><Name>zz_/js/main.js</Name><FileName>/WebResources/zz_mainjsA1B2C3D4-0000-4000-8000-000000000061</FileName></WebResource></WebResources>
  </ImportExportXml>`)],
]); // prettier-ignore

describe('a package from an environment', () => {
  const files = unpack(FOREIGN, 'Nachfrage_managed.zip');

  it('becomes a file for each component, under names every system takes', () => {
    expect([...files.keys()]).toEqual([
      'Entities/Contact/Entity.xml',
      'Entities/Contact/SavedQueries/{a1b2c3d4-0000-4000-8000-000000000026}.xml',
      'Entities/zz_Order/Entity.xml',
      'Entities/zz_Order/FormXml/main/{A1B2C3D4-0000-4000-8000-000000000060}.xml',
      'Entities/zz_Order/RibbonDiff.xml',
      'Other/Customizations.xml',
      'Other/Relationships.xml',
      'Other/Relationships/zz_Order.xml',
      'Other/Solution.xml',
      'Roles/Vertrieb_ Ost _ West_.xml',
      'WebResources/zz_/js/main.js',
      'WebResources/zz_/js/main.js.data.xml',
      'Workflows/Nachfrage-A1B2C3D4-0000-4000-8000-000000000029.json',
      'Workflows/Nachfrage-A1B2C3D4-0000-4000-8000-000000000029.json.data.xml',
    ]);
    expect(text(files.get('Other/Customizations.xml'))).toContain('<FieldSecurityProfile name="x" />');
  });

  it('is packed again to the same in meaning', () => {
    const again = readZip(writeZip(pack(files, 'managed')), 'again.zip');
    expect(differences(FOREIGN, again)).toEqual([]);
  });

  it('cannot be packed as what it is not', () => {
    expect(() => pack(files, 'unmanaged')).toThrow(/Managed 1: this source is for managed packages/);
  });

  it('of a kind that is not known keeps its files, and is not packed by halves', () => {
    const files = unpack(new Map([...FOREIGN, ['CanvasApps/a.msapp', bytes('x')]]), 'a.zip');
    expect(text(files.get('CanvasApps/a.msapp'))).toBe('x');
    expect(() => pack(files, 'managed')).toThrow(/CanvasApps\/a\.msapp is in no folder that can be packed/);
  });
});

describe('the two packages of a solution', () => {
  const files = sourceOf(SAMPLE);
  const one = unpack(pack(files, 'unmanaged'), 'a.zip');
  const other = unpack(pack(files, 'managed'), 'a_managed.zip');
  const form = `Entities/rcc_Case/FormXml/main/${idOf(1, 0)}`;

  it('become one source, with a twin where a form differs and nowhere else', () => {
    const both = joinSources(one, other);
    expect([...both.keys()].filter((path) => path.endsWith('_managed.xml'))).toEqual([`${form}_managed.xml`]);
    expect(text(both.get('Other/Solution.xml'))).toContain('<Managed>2</Managed>');
  });

  it('keep a form that only the managed one has', () => {
    const fewer = new Map(one);
    fewer.delete(`${form}.xml`);
    const both = joinSources(fewer, other);
    expect([both.has(`${form}.xml`), both.has(`${form}_managed.xml`)]).toEqual([false, true]);
    expect(differences(pack(both, 'managed'), pack(other, 'managed'))).toEqual([]);
    expect(differences(pack(both, 'unmanaged'), pack(fewer, 'unmanaged'))).toEqual([]);
  });

  it('are refused when something else differs', () => {
    const changed: SolutionFiles = new Map([...other, ['OptionSets/rcc_priority.xml', bytes('<optionset />')]]);
    expect(() => joinSources(one, changed)).toThrow(/^OptionSets\/rcc_priority\.xml is not the same in both packages/);
    const less = new Map(other);
    less.delete(`${form}.xml`);
    expect(() => joinSources(one, less)).toThrow(/is not the same in both/);
  });
});

describe('packages that are no pair are refused', () => {
  const files = sourceOf(SAMPLE);
  const [one, other] = (['unmanaged', 'managed'] as const).map((type) => unpack(pack(files, type), 'a.zip'));
  const saying = (from: string, to: string): SolutionFiles =>
    new Map(other).set('Other/Solution.xml', bytes(text(other!.get('Other/Solution.xml')).replace(from, to)));
  it.each<[string, SolutionFiles, SolutionFiles, RegExp]>([
    ['both unmanaged', one!, one!, /^The package named with --managed is an unmanaged one/],
    ['both managed', other!, other!, /^The first package is a managed one/],
    ['of two solutions', one!, saying('>Sample<', '>Shop<'), /not of one solution and version: <UniqueName> is Sample in the first, Shop in/],
    ['of two versions', one!, saying('>1.0.0.0<', '>1.0.0.1<'), /<Version> is 1\.0\.0\.0 in the first, 1\.0\.0\.1 in/],
  ])('%s', (_fault, first, second, message) => expect(() => joinSources(first, second)).toThrow(message)); // prettier-ignore
});

describe('what is no package, or must not be written, is refused by name', () => {
  const withEntry = (path: string): Entries => new Map([...FOREIGN, [path, bytes('x')]]);
  it.each<[string, Entries, RegExp]>([
    ['no solution', new Map([['a.txt', bytes('a')]]), /^a\.zip has no customizations\.xml: it is no package of a solution/],
    ['a path out of the folder', withEntry('Workflows/../../evil.sh'), /a\.zip has an entry "Workflows\/\.\.\/\.\.\/evil\.sh".*Nothing was unpacked/],
    ['an absolute path', withEntry('/etc/passwd'), /"\/etc\/passwd"/],
    ['a path of Windows', withEntry('Workflows\\..\\evil.bat'), /evil\.bat/],
    ['a drive', withEntry('C:/evil.bat'), /"C:\/evil\.bat"/],
    ['a device', withEntry('Assets/con.xml'), /con\.xml/],
    ['two names that are one', withEntry('workflows/Nachfrage-A1B2C3D4-0000-4000-8000-000000000029.JSON'), /are one file on Windows/],
    ['a main file that is one on Windows', withEntry('Customizations.xml'), /customizations\.xml and Customizations\.xml, which are one file/],
    ['what a Mac leaves in folders', withEntry('Workflows/.DS_Store'), /Workflows\/\.DS_Store, which is no part of a solution/],
    ['what a Mac leaves in zips', withEntry('__MACOSX/customizations.xml'), /__MACOSX\/customizations\.xml, which is no part/],
    ['a file that would be one of a component', withEntry('Roles/Vertrieb_ Ost _ West_.xml'), /are one file/],
    ['no content of a flow', new Map([...FOREIGN].filter(([path]) => !path.startsWith('Workflows/'))), /^a\.zip has no Workflows\/Nachfrage-[0-9A-F-]+\.json, which customizations\.xml:\d+ names/],
    ['no content of a web resource', new Map([...FOREIGN].filter(([path]) => !path.startsWith('WebResources/'))), /has no WebResources\/zz_mainjs/],
    ['a document type', new Map([...FOREIGN, ['solution.xml', bytes('<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE a [<!ENTITY b "c">]>\n<ImportExportXml />')]]), /^a\.zip: solution\.xml declares a document type/],
    ['malformed XML', new Map([...FOREIGN, ['customizations.xml', bytes('<ImportExportXml>')]]), /^customizations\.xml:1 is not well-formed/],
    ['a stranger among components', new Map([...FOREIGN, ['customizations.xml', bytes('<ImportExportXml><Roles><Rolle/></Roles></ImportExportXml>')]]), /holds <Rolle> in <Roles>/],
  ])('%s', (_fault, entries, message) => expect(() => unpack(entries, 'a.zip')).toThrow(message)); // prettier-ignore

  it('even when only a name in the XML would lead out of the folder', () => {
    const xml = text(FOREIGN.get('customizations.xml'));
    for (const [from, to] of [
      ['zz_/js/main.js', '../../main.js'],
      ['/Workflows/Nachfrage-', '/Workflows/../../Nachfrage-'],
    ] as const) {
      const entries = new Map([...FOREIGN, ['customizations.xml', bytes(xml.replaceAll(from, to))]]);
      const written = (() => {
        try {
          return [...unpack(entries, 'a.zip').keys()];
        } catch (error) {
          expect((error as Error).message).toMatch(/no path that can be written/);
          return [];
        }
      })();
      expect(written.filter((path) => path.split('/').includes('..'))).toEqual([]);
    }
  });
});
