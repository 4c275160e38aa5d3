import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { child, children, readSolutionXml, textOf, type Element } from './solution-xml';
import type { LookupTarget } from './table';

/** A relationship as the solution defines it: which lookup column of which table, and what it points at. */
export interface Relationship {
  table: string;
  column: string;
  targets: LookupTarget[];
}

/** An owner is a user or a team; both stand behind the one navigation property. */
const OWNERS = ['systemuser', 'team'];

function relationshipOf(element: Element): Relationship {
  const name = textOf(element, '@Name');
  const type = textOf(element, 'EntityRelationshipType');
  if (type !== 'OneToMany') throw new Error(`The relationship ${name} is ${type}; only OneToMany can be read.`);
  const column = textOf(element, 'ReferencingAttributeName').toLowerCase();
  const roles = children(child(element, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
  const roleName = (side: string) => {
    const role = roles.find((candidate) => textOf(candidate, 'RelationshipRoleType') === side);
    return role && textOf(role, 'NavigationPropertyName');
  };
  const referenced = textOf(element, 'ReferencedEntityName').toLowerCase();
  return {
    table: textOf(element, 'ReferencingEntityName').toLowerCase(),
    column,
    targets: (referenced === 'owner' ? OWNERS : [referenced]).map((table) => ({
      relationship: name,
      table,
      // System relationships have no roles; their navigation property is the column's logical name.
      navigationProperty: roleName('1') ?? column,
      collection: roleName('0'),
      onDelete: textOf(element, 'CascadeDelete') as LookupTarget['onDelete'],
    })),
  };
}

/**
 * Relationships of an unpacked solution: those its index lists, from the files named after the referenced tables.
 * @throws when the index lists one that no file defines, which packing would turn into an empty relationship unnoticed
 */
export function readRelationships(folder: string, definitions: readonly string[]): Relationship[] {
  const index = join(folder, 'Other', 'Relationships.xml');
  if (!existsSync(index)) return [];
  const defined = new Map(
    definitions
      .flatMap((file) => children(child(readSolutionXml(file), 'EntityRelationships'), 'EntityRelationship'))
      .map((element) => [textOf(element, '@Name'), element]),
  );
  return children(child(readSolutionXml(index), 'EntityRelationships'), 'EntityRelationship').map((listed) => {
    const name = textOf(listed, '@Name');
    const element = defined.get(name);
    if (element === undefined)
      throw new Error(`${index} lists ${name}, but no file in Other/Relationships defines it.`);
    return relationshipOf(element);
  });
}
