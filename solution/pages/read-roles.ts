import { join } from 'node:path';
import { attribute, child, children } from '../xml/element';
import { readXmlFolder } from '../xml/read-xml';
import { bareId } from './names';

/** Whose rows a privilege reaches, from the fewest to all. */
export const LEVELS = ['Basic', 'Local', 'Deep', 'Global'] as const;

/** What can be done with a row, as privileges name it. */
export const ACTIONS = ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign', 'Share'] as const;

export interface Privilege {
  /** Undefined for one that is about no table, such as the export of lists. */
  action?: (typeof ACTIONS)[number];
  /** Schema name of the table, or the name of the privilege without `prv`. */
  subject: string;
  level: (typeof LEVELS)[number];
}

export interface Role {
  id: string;
  name: string;
  privileges: readonly Privilege[];
}

/** `prvAppendTo…` has to be tried before `prvAppend…`. */
const TABLE_PRIVILEGE = /^prv(Create|Read|Write|Delete|AppendTo|Append|Assign|Share)(.+)$/;

/** The security roles of a solution. @throws {MalformedXml} naming the file and the line */
export function readRoles(source: string): Role[] {
  return readXmlFolder(join(source, 'Roles')).map((root) => {
    return {
      id: bareId(attribute(root, 'id')),
      name: attribute(root, 'name'),
      privileges: children(child(root, 'RolePrivileges'), 'RolePrivilege').map((each) => {
        const name = attribute(each, 'name');
        const [, action, table] = TABLE_PRIVILEGE.exec(name) ?? [];
        return {
          action: action as Privilege['action'],
          subject: table ?? name.replace(/^prv/, ''),
          level: attribute(each, 'level') as Privilege['level'],
        };
      }),
    };
  });
}
