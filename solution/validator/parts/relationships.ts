import { attribute, children, textAt, type XmlElement } from '../../xml/element';
import type { Source } from './source';

export const RELATIONSHIP_INDEX = 'Other/Relationships.xml';
export const RELATIONSHIP_FOLDER = 'Other/Relationships';

/** A relationship that a file defines. */
export interface RelationshipPart {
  name: string;
  file: string;
  element: XmlElement;
  /** Logical names: the table with the lookup, its column, and the table it points at. Empty when many-to-many. */
  referencing: string;
  column: string;
  referenced: string;
  /** Logical names of all tables it names. */
  tables: readonly { name: string; line: number }[];
}

export function readRelationships(source: Source): RelationshipPart[] {
  return source.direct(RELATIONSHIP_FOLDER, '.xml').flatMap((file) => {
    const root = source.xml(file);
    return root ? children(root, 'EntityRelationship').map((element) => relationshipOf(element, file)) : [];
  });
}

const TABLE_NAMES = ['ReferencingEntityName', 'ReferencedEntityName', 'FirstEntityName', 'SecondEntityName'];

function relationshipOf(element: XmlElement, file: string): RelationshipPart {
  const at = (name: string) => textAt(element, name).toLowerCase();
  return {
    name: attribute(element, 'Name'),
    file,
    element,
    referencing: at('ReferencingEntityName'),
    column: at('ReferencingAttributeName'),
    referenced: at('ReferencedEntityName'),
    tables: children(element)
      .filter(({ name }) => TABLE_NAMES.includes(name))
      .map((each) => ({ name: textAt(element, each.name).toLowerCase(), line: each.line })),
  };
}

/** The relationships the index lists, in its order. */
export function readIndex(source: Source): { name: string; line: number }[] {
  const root = source.xml(RELATIONSHIP_INDEX);
  return root
    ? children(root, 'EntityRelationship').map((each) => ({ name: attribute(each, 'Name'), line: each.line }))
    : [];
}
