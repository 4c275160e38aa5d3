import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { type SolutionMetadata, type SolutionTable } from '../../flows/validator/surroundings';
import { standardTables } from './standard-tables';

/** A parsed element: attributes as `@name`; children that repeat are always lists. */
type Element = Record<string, unknown>;

const REPEATING = new Set([
  'attribute',
  'EntityKey',
  'AttributeName',
  'EntityRelationship',
  'EntityRelationshipRole',
  'connectionreference',
]);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name, _path, _leaf, isAttribute) => !isAttribute && REPEATING.has(name),
});

/**
 * What the flows of an unpacked solution can refer to: its tables and the standard ones, environment variables and
 * connection references.
 * @param folder the source folder that holds `Entities`, `Other` and `environmentvariabledefinitions`
 * @throws when the folder holds no solution or one of its files cannot be read
 */
export function readSolutionMetadata(folder: string): SolutionMetadata {
  const manifest = join(folder, 'Other', 'Customizations.xml');
  if (!existsSync(manifest))
    throw new Error(`${folder} holds no unpacked solution: Other/Customizations.xml is missing.`);
  const relationships = filesIn(join(folder, 'Other', 'Relationships')).flatMap((file) =>
    list(at(read(file), 'EntityRelationships'), 'EntityRelationship'),
  );
  const own = filesIn(join(folder, 'Entities'), 'Entity.xml').map((file) => tableOf(read(file), relationships));
  const references = list(at(read(manifest), 'ImportExportXml', 'connectionreferences'), 'connectionreference');
  const variables = filesIn(join(folder, 'environmentvariabledefinitions'), 'environmentvariabledefinition.xml');
  const named = new Set(own.map(({ logicalName }) => logicalName));
  return {
    tables: [...own, ...standardTables.filter(({ logicalName }) => !named.has(logicalName))],
    environmentVariables: new Set(
      variables.map((file) => text(at(read(file), 'environmentvariabledefinition'), '@schemaname')),
    ),
    connectionReferences: new Set(references.map((each) => text(each, '@connectionreferencelogicalname'))),
  };
}

/** Files of a folder, or the named file of each of its folders. */
function filesIn(folder: string, inside?: string): string[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder)
    .sort()
    .map((name) => (inside === undefined ? join(folder, name) : join(folder, name, inside)));
  return paths.filter((path) => existsSync(path));
}

function read(file: string): Element {
  try {
    return parser.parse(readFileSync(file, 'utf8'), true) as Element;
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** A child element, or an empty one. */
function at(element: Element, ...path: string[]): Element {
  let current: unknown = element;
  for (const name of path) current = (current as Element | undefined)?.[name];
  return typeof current === 'object' && current !== null ? (current as Element) : {};
}

function list(element: Element, name: string): Element[] {
  const found = element[name];
  return Array.isArray(found) ? (found as Element[]) : [];
}

function text(element: Element, name: string): string {
  const found = element[name];
  return typeof found === 'string' ? found : '';
}

function tableOf(root: Element, relationships: readonly Element[]): SolutionTable {
  const entity = at(root, 'Entity', 'EntityInfo', 'entity');
  const logicalName = text(entity, '@Name').toLowerCase();
  const columns = list(at(entity, 'attributes'), 'attribute');
  const primary = columns.find((column) => text(column, 'Type') === 'primarykey');
  const keys = list(at(entity, 'EntityKeys'), 'EntityKey').map((key) =>
    ((at(key, 'EntityKeyAttributes').AttributeName ?? []) as unknown[]).map(String),
  );
  const lookups = new Map<string, readonly string[]>();
  for (const each of relationships) {
    if (text(each, 'ReferencingEntityName').toLowerCase() !== logicalName) continue;
    const target = text(each, 'ReferencedEntityName').toLowerCase();
    const role = list(at(each, 'EntityRelationshipRoles'), 'EntityRelationshipRole').find(
      (candidate) => text(candidate, 'RelationshipRoleType') === '1',
    );
    // System relationships have no roles; their navigation property is the column's logical name.
    const name = role ? text(role, 'NavigationPropertyName') : text(each, 'ReferencingAttributeName').toLowerCase();
    // An owner is a user or a team.
    const targets = target === 'owner' ? ['systemuser', 'team'] : [target];
    lookups.set(name, [...new Set([...(lookups.get(name) ?? []), ...targets])]);
  }
  return {
    logicalName,
    entitySetName: text(entity, 'EntitySetName'),
    columns: new Set(columns.map((column) => text(column, 'LogicalName'))),
    lookups,
    keys: [...(primary ? [[text(primary, 'LogicalName')]] : []), ...keys],
  };
}
