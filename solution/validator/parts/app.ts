import { attribute, child, children, textAt, type XmlElement } from '../../xml/element';
import { bareId, componentName, type ComponentName } from './manifest';
import type { Source } from './source';

/** A model-driven app. */
export interface AppPart {
  uniqueName: string;
  file: string;
  element: XmlElement;
  components: readonly (ComponentName & { element: XmlElement })[];
  /** Roles that see it: ids without braces. */
  roles: readonly { id: string; element: XmlElement }[];
}

export function readApps(source: Source): AppPart[] {
  return source.paths('AppModules', '/AppModule.xml').flatMap((file) => {
    const element = source.xml(file);
    if (element === undefined) return [];
    return {
      uniqueName: textAt(element, 'UniqueName'),
      file,
      element,
      components: children(child(element, 'AppModuleComponents'), 'AppModuleComponent').map((each) => ({
        type: attribute(each, 'type'),
        name: componentName(each),
        element: each,
      })),
      roles: children(child(element, 'AppModuleRoleMaps'), 'Role').map((each) => ({
        id: bareId(attribute(each, 'id')),
        element: each,
      })),
    };
  });
}

/** What an app's navigation is made of. */
export interface SiteMapPart {
  uniqueName: string;
  file: string;
  element: XmlElement;
  /** Areas, groups and sub-areas, each before those within it. */
  entries: readonly XmlElement[];
  subAreas: readonly XmlElement[];
}

export function readSiteMaps(source: Source): SiteMapPart[] {
  return source.paths('AppModuleSiteMaps', '/AppModuleSiteMap.xml').flatMap((file) => {
    const element = source.xml(file);
    if (element === undefined) return [];
    const entries = children(child(element, 'SiteMap'), 'Area').flatMap((area) => [
      area,
      ...children(area, 'Group').flatMap((group) => [group, ...children(group, 'SubArea')]),
    ]);
    const subAreas = entries.filter(({ name }) => name === 'SubArea');
    return { uniqueName: textAt(element, 'SiteMapUniqueName'), file, element, entries, subAreas };
  });
}

/** A security role. */
export interface RolePart {
  /** Without braces. */
  id: string;
  name: string;
  file: string;
  element: XmlElement;
  privileges: readonly XmlElement[];
}

export function readRoles(source: Source): RolePart[] {
  return source.direct('Roles', '.xml').flatMap((file) => {
    const element = source.xml(file);
    if (element === undefined) return [];
    const privileges = children(child(element, 'RolePrivileges'), 'RolePrivilege');
    return { id: bareId(attribute(element, 'id')), name: attribute(element, 'name'), file, element, privileges };
  });
}
