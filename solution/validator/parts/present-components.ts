import type { XmlElement } from '../../xml/element';
import type { Solution } from './solution';

/** A component that the manifest has to list. */
export interface PresentComponent {
  /** Type code of its root component. */
  type: string;
  kind: string;
  /** What it may be listed by, lower case: its schema name or its id without braces; a connector by either. */
  names: readonly [string, ...string[]];
  file: string;
  line: number;
}

/** Every component the manifest has to list. */
export function presentComponents(solution: Solution): PresentComponent[] {
  const of = <T extends { file: string; element?: XmlElement }>(
    type: number,
    kind: string,
    parts: readonly T[],
    names: (part: T) => [string, ...string[]],
  ) =>
    parts.map((part) => ({
      type: String(type),
      kind,
      names: names(part),
      file: part.file,
      line: part.element?.line ?? 1,
    }));
  const byName = ({ name }: { name: string }): [string] => [name.toLowerCase()];
  const byId = ({ id }: { id: string }): [string] => [id];
  const byUniqueName = ({ uniqueName }: { uniqueName: string }): [string] => [uniqueName.toLowerCase()];
  return [
    ...of(1, 'table', solution.tables(), byName),
    ...of(9, 'choice', solution.choices(), byName),
    ...of(20, 'security role', solution.roles(), byId),
    ...of(29, 'cloud flow', solution.flows(), byId),
    ...of(60, 'dashboard', solution.dashboards(), byId),
    ...of(61, 'web resource', solution.webResources(), byName),
    ...of(62, 'site map', solution.siteMaps(), byUniqueName),
    ...of(66, 'control', solution.controls(), byName),
    ...of(80, 'app', solution.apps(), byUniqueName),
    ...of(372, 'connector', solution.connectors(), ({ id, name }) => [id, name.toLowerCase()]),
  ];
}

/** Type and name of every component, for looking one up. */
export const presentNames = (solution: Solution): Set<string> =>
  new Set(presentComponents(solution).flatMap(({ type, names }) => names.map((name) => `${type} ${name}`)));
