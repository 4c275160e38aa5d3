import { type SolutionFiles } from '../source/solution-files';
import { attribute, child, children, descendants, textAt } from '../xml/element';
import { readXml } from '../xml/read-xml';
import { pack, type Entries } from './pack';
import { idOf, SAMPLE, sourceOf } from './solution-source.fixture';

const good = sourceOf(SAMPLE);
const text = (files: SolutionFiles, path: string) => Buffer.from(files.get(path)!).toString('utf8');
const customizations = (entries: Entries) => readXml(entries.get('customizations.xml')!, 'customizations.xml');

/** The good source with one file changed by a function of its text, added, or taken away. */
function broken(path: string, change?: string | ((before: string) => string)): SolutionFiles {
  const files = new Map(good);
  if (change === undefined) files.delete(path);
  else files.set(path, Buffer.from(typeof change === 'string' ? change : change(text(good, path))));
  expect(files).not.toEqual(good);
  return files;
}
const without = (part: string | RegExp) => (before: string) => before.replace(part, '');

const FLOW = `Workflows/NewCase-7C9E1A10-F029-4A00-9A00-000000000000.json`;
const SKELETON = 'Other/Customizations.xml';
const SOLUTION = 'Other/Solution.xml';

describe('a package', () => {
  it('holds the main files first, then what lies beside components, and the content types last', () => {
    const paths = [...pack(good, 'unmanaged').keys()];
    expect(paths.slice(0, 2)).toEqual(['customizations.xml', 'solution.xml']);
    expect(paths.at(-1)).toBe('[Content_Types].xml');
    expect(paths).toContain(FLOW);
    expect(paths).toContain('Controls/rcc_Sample.Chart/bundle.js');
    expect(paths).toContain('Connector/rcc_shop_openapidefinition.json');
    expect(paths).toContain('WebResources/rcc_iconscasesvg7C9E1A10-F061-4A00-9A00-000000000000');
    expect(paths).toContain('botcomponents/rcc_bot.topic.Hello/data');
    expect(paths.filter((path) => path.endsWith('.data.xml') || /^(Other|Entities|Roles)\//.test(path))).toEqual([]);
  });

  it('begins its main files with a byte order mark and copies the others by their bytes', () => {
    const entries = pack(good, 'unmanaged');
    for (const path of ['customizations.xml', 'solution.xml', '[Content_Types].xml']) {
      expect([...entries.get(path)!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    }
    expect(entries.get(FLOW)).toEqual(good.get(FLOW));
  });

  it('has every component in the place of its kind, in the order of the skeleton', () => {
    const root = customizations(pack(good, 'unmanaged'));
    expect(children(root).map(({ name }) => name)).toEqual(
      children(readXml(good.get(SKELETON)!, SKELETON)).map(({ name }) => name),
    );
    const counts = Object.fromEntries(children(root).map((each) => [each.name, children(each).length]));
    expect(counts).toEqual({
      ...{ Entities: 2, Roles: 3, Workflows: 2, EntityRelationships: 3, optionsets: 1, WebResources: 2 },
      ...{ CustomControls: 1, AppModuleSiteMaps: 1, AppModules: 1, Connectors: 1, Dashboards: 1, Languages: 2 },
    });
    const table = children(child(root, 'Entities')).find((each) => textAt(each, 'Name') === 'rcc_Case')!;
    expect(children(child(table, 'FormXml')).map((each) => attribute(each, 'type'))).toEqual(['main', 'quickCreate']);
    expect([...descendants(table, 'savedquery')]).toHaveLength(2);
    expect([...descendants(table, 'visualization')]).toHaveLength(1);
    expect(children(child(table, 'RibbonDiffXml'))).toHaveLength(1);
  });

  it('differs as managed one in the digit and in what has a twin', () => {
    const [one, other] = [pack(good, 'unmanaged'), pack(good, 'managed')];
    expect([...one.keys()]).toEqual([...other.keys()]);
    const changed = [...one].filter(([path, content]) => !Buffer.from(content).equals(other.get(path)!));
    expect(changed.map(([path]) => path)).toEqual(['customizations.xml', 'solution.xml']);
    expect(text(other, 'solution.xml')).toBe(text(one, 'solution.xml').replace('<Managed>0<', '<Managed>1<'));
    expect(text(other, 'customizations.xml')).toContain('managed</tabs>');
    expect(text(one, 'customizations.xml')).not.toContain('managed</tabs>');
  });

  it('says the content type of each extension once, and of XML and nameless files by themselves', () => {
    const types = readXml(pack(good, 'unmanaged').get('[Content_Types].xml')!, 'types');
    const extensions = children(types, 'Default').map((each) => attribute(each, 'Extension'));
    expect(extensions.sort()).toEqual(['js', 'json', 'xml']);
    const parts = children(types, 'Override').map((each) => attribute(each, 'PartName'));
    expect(parts).toContain('/botcomponents/rcc_bot.topic.Hello/data');
    expect(parts).toContain('/environmentvariabledefinitions/rcc_Mailbox/environmentvariabledefinition.xml');
    expect(parts.filter((part) => /customizations|solution\.xml/.test(part))).toEqual([]);
  });

  it('gets a control that has no description described', () => {
    const data = 'Controls/rcc_Sample.Chart/ControlManifest.xml.data.xml';
    expect(pack(broken(data), 'unmanaged')).toEqual(pack(good, 'unmanaged'));
  });
});

describe('what would be lost, or could not be imported, is refused with its file and what to do', () => {
  const web = 'WebResources/rcc_/icons/case.svg';
  const chart = 'Controls/rcc_Sample.Chart';
  it.each<[string, SolutionFiles, RegExp]>([
    ['no manifest', broken(SOLUTION), /^Other\/Solution\.xml is missing\. Restore it\.$/],
    ['no skeleton', broken(SKELETON), /^Other\/Customizations\.xml is missing/],
    ['an unknown top folder', broken('Reports/a.xml', '<a/>'), /^Reports\/a\.xml is in no folder that can be packed/],
    ['a loose file', broken('notes.txt', 'x'), /^notes\.txt is in no folder that can be packed .* Remove it/],
    ['a stray file', broken('Workflows/Old.json', '{}'), /^Workflows\/Old\.json belongs to no component .*add what describes it/], // prettier-ignore
    ['a twin of what has none', broken('OptionSets/rcc_priority_managed.xml', '<optionset Name="rcc_priority"/>'), /rcc_priority, and so does/], // prettier-ignore
    ['another kind of file', broken('Roles/RCC Agent.xml', '<Entity/>'), /holds <Entity>, not <Role>/],
    ['no placeholder', broken(SKELETON, without('<Workflows />')), /Customizations\.xml has no <Workflows \/>.*Put it in/],
    ['no placeholder of relationships', broken(SKELETON, without('<EntityRelationships />')), /no <EntityRelationships \/>/],
    ['a placeholder with content', broken(SKELETON, (xml) => xml.replace('<Roles />', '<Roles><Role /></Roles>')), /:\d+ has content in <Roles>/],
    ['no place for forms', broken('Entities/rcc_Case/Entity.xml', without('<FormXml />')), /Entity\.xml has no <FormXml \/>, without which its forms/],
    ['no place for views', broken('Entities/rcc_Case/Entity.xml', without('<SavedQueries />')), /without which its views/],
    ['no place for charts', broken('Entities/rcc_Case/Entity.xml', without('<Visualizations />')), /without which its charts/],
    ['no place for commands', broken('Entities/rcc_Case/Entity.xml', without('<RibbonDiffXml />')), /without which its commands/],
    ['no content of a flow', broken(FLOW), /^Workflows\/NewCase-[0-9A-F-]+\.json is missing\. Workflows\/.*data\.xml names it/],
    ['a flow that is cut off', broken(FLOW, '{"properties":'), /^Workflows\/NewCase-[0-9A-F-]+\.json is malformed JSON: .*\. Mend it, or restore the file\.$/],
    ['a cut-off document of a connector', broken('Connectors/rcc_shop_openapidefinition.json', '{'), /^Connectors\/rcc_shop_openapidefinition\.json is malformed JSON/],
    ['no content of a web resource', broken(web), /case\.svg is missing\. .*case\.svg\.data\.xml names it/],
    ['no description of a web resource', broken(`${web}.data.xml`), /case\.svg belongs to no component/],
    ['no file of a control', broken(`${chart}/bundle.js`), /bundle\.js is missing\. .*ControlManifest\.xml:1 names it/],
    ['no manifest of a control', broken(`${chart}/ControlManifest.xml`), /ControlManifest\.xml is missing/],
    ['another folder of a control', broken(`${chart}/ControlManifest.xml.data.xml`, (xml) => xml.replace('/Controls/rcc_Sample.Chart', '/Controls/Chart')), /but the control lies in Controls\/rcc_Sample\.Chart/],
    ['no document of a connector', broken('Connectors/rcc_shop_openapidefinition.json'), /openapidefinition\.json is missing\. Connectors\/rcc_shop\.xml names it/],
    ['no definition of a bot', new Map([...broken('bots/rcc_bot/bot.xml'), ['bots/rcc_bot/configuration.json', Buffer.from('{}')]]), /^bots\/rcc_bot\/bot\.xml is missing/],
    ['a topic of a bot without description', broken('botcomponents/rcc_bot.topic.Hello/botcomponent.xml'), /botcomponent\.xml is missing/],
    ['malformed XML', broken('OptionSets/rcc_priority.xml', '<optionset>\n<a></optionset>'), /^OptionSets\/rcc_priority\.xml:2 is not well-formed/],
    ['malformed XML that is copied', broken('bots/rcc_bot/bot.xml', '<bot'), /^bots\/rcc_bot\/bot\.xml:\d is not well-formed/],
    ['a relationship that is not listed', broken('Other/Relationships.xml', without('<EntityRelationship Name="rcc_relation_1" />')), /rcc_Case\.xml:\d+ defines rcc_relation_1, which .* does not list/],
    ['a relationship that is not defined', broken('Other/Relationships/rcc_Case.xml'), /Relationships\.xml:\d+ lists rcc_relation_1, which no file/],
    ['a relationship twice', broken('Other/Relationships/Other.xml', '<EntityRelationships><EntityRelationship Name="rcc_relation_1"/></EntityRelationships>'), /rcc_relation_1 again/],
    ['an unknown kind', broken(SOLUTION, (xml) => xml.replace('<RootComponents>', '<RootComponents><RootComponent type="31" id="{x}" />')), /Solution\.xml:\d+ lists a component of a kind that cannot be packed: type="31" \{x\}/],
    ['a type that is no number', broken(SOLUTION, (xml) => xml.replace('type="9"', 'type="choice"')), /cannot be packed: type="choice"/],
    ['an entry twice', broken(SOLUTION, (xml) => xml.replace('<RootComponents>', '<RootComponents><RootComponent type="9" schemaName="RCC_priority" />')), /type="9" rcc_priority again/],
    ['an entry without component', broken('OptionSets/rcc_priority.xml'), /lists the choice rcc_priority, which is not in the source/],
    ['a component without entry', broken(SOLUTION, without(/<RootComponent type="1" schemaName="rcc_case"[^>]*>/)), /Entity\.xml: the table rcc_Case is not among the root components\. Add <RootComponent type="1" schemaName="rcc_case" behavior="0" \/>/],
    ['a component twice', broken('Dashboards/again.xml', text(good, `Dashboards/${idOf(60, 0)}.xml`)), /describes the form or dashboard .*, and so does/],
    ['Managed that says nothing', broken(SOLUTION, (xml) => xml.replace('<Managed>2<', '<Managed>yes<')), /neither 0 \(unmanaged\), 1 \(managed\) nor 2/],
    ['a source for managed packages only', broken(SOLUTION, (xml) => xml.replace('<Managed>2<', '<Managed>1<')), /Solution\.xml:\d+ says Managed 1: .* cannot be packed unmanaged/],
  ])('%s', (_fault, files, message) => expect(() => pack(files, 'unmanaged')).toThrow(message)); // prettier-ignore

  it('a source for unmanaged packages only', () => {
    const files = broken(SOLUTION, (xml) => xml.replace('<Managed>2<', '<Managed>0<'));
    expect(() => pack(files, 'managed')).toThrow(/cannot be packed managed/);
    expect(pack(files, 'unmanaged').size).toBeGreaterThan(3);
  });

  it('names the twin when the twin is malformed, which only the managed package reads', () => {
    const path = `Entities/rcc_Case/FormXml/main/${idOf(1, 0)}_managed.xml`;
    expect(() => pack(broken(path, '<forms>'), 'managed')).toThrow(/_managed\.xml:1 is not well-formed/);
    expect(pack(broken(path, '<forms>'), 'unmanaged')).toEqual(pack(good, 'unmanaged'));
  });
});
