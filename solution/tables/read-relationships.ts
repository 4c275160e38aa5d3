import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, child, children, textAt, type XmlElement } from '../xml/element';
import { readXmlFile } from '../xml/read-xml';
import type { LookupTarget } from './table';

/** A relationship as the solution defines it: which lookup column of which table, and what it points at. */
export interface Relationship {
  table: string;
  column: string;
  targets: LookupTarget[];
}

/** An owner is a user or a team; both stand behind the one navigation property. */
const OWNERS = ['systemuser', 'team'];

function relationshipOf(element: XmlElement): Relationship {
  const name = attribute(element, 'Name');
  const type = textAt(element, 'EntityRelationshipType');
  if (type !== 'OneToMany') throw new Error(`The relationship ${name} is ${type}; only OneToMany can be read.`);
  const column = textAt(element, 'ReferencingAttributeName').toLowerCase();
  const roles = children(child(element, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
  const roleName = (side: string) => {
    const role = roles.find((candidate) => textAt(candidate, 'RelationshipRoleType') === side);
    return role && textAt(role, 'NavigationPropertyName');
  };
  const referenced = textAt(element, 'ReferencedEntityName').toLowerCase();
  return {
    table: textAt(element, 'ReferencingEntityName').toLowerCase(),
    column,
    targets: (referenced === 'owner' ? OWNERS : [referenced]).map((table) => ({
      relationship: name,
      table,
      // System relationships have no roles; their navigation property is the column's logical name.
      navigationProperty: roleName('1') ?? column,
      collection: roleName('0'),
      onDelete: textAt(element, 'CascadeDelete') as LookupTarget['onDelete'],
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
      .flatMap((file) => children(readXmlFile(file), 'EntityRelationship'))
      .map((element) => [attribute(element, 'Name'), element]),
  );
  return children(readXmlFile(index), 'EntityRelationship').map((listed) => {
    const name = attribute(listed, 'Name');
    const element = defined.get(name);
    if (element === undefined)
      throw new Error(`${index} lists ${name}, but no file in Other/Relationships defines it.`);
    return relationshipOf(element);
  });
}
