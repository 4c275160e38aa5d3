import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { child, children, readSolutionXml, textOf, type Element } from './solution-xml';
import type { LookupTarget } from './table';

/** A relationship as the solution defines it: which lookup column of which table, and what it points at. */
export interface Relationship {
  table: string;
  column: string;
  target: LookupTarget;
}

function relationshipOf(element: Element): Relationship {
  const column = textOf(element, 'ReferencingAttributeName');
  const roles = children(child(element, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
  const referenced = textOf(element, 'ReferencedEntityName').toLowerCase();
  const role = roles.find((candidate) => textOf(candidate, 'RelationshipRoleType') === '1');
  return {
    table: textOf(element, 'ReferencingEntityName').toLowerCase(),
    column: column.toLowerCase(),
    target: {
      relationship: textOf(element, '@Name'),
      // An owner is a user or a team; the stand-in has users only.
      table: referenced === 'owner' ? 'systemuser' : referenced,
      // System relationships have no roles; their navigation property is the column's logical name.
      navigationProperty: role === undefined ? column.toLowerCase() : textOf(role, 'NavigationPropertyName'),
      onDelete: textOf(element, 'CascadeDelete') as LookupTarget['onDelete'],
    },
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
