import { attribute, child, children, textAt, type XmlElement } from '../xml/element';
import { readXml } from '../xml/read-xml';
import type { SolutionFiles } from '../source/solution-files';

/** What a value of an environment variable has to be. */
export type ValueKind =
  'text' | 'number' | 'yes or no' | 'JSON' | 'e-mail address' | 'e-mail addresses' | 'web address' | 'folder' | 'other';

/** An environment variable as the solution defines it. */
export interface Variable {
  schemaName: string;
  displayName: string;
  description: string;
  kind: ValueKind;
  /** What flows read when no value is set; absent when a value is needed. */
  defaultValue?: string;
}

/** A connection reference as the solution declares it. */
export interface ConnectionNeed {
  logicalName: string;
  displayName: string;
  /** `/providers/Microsoft.PowerApps/apis/shared_…`, without what an environment adds to it. */
  connectorId: string;
  /** It is the connector of our own solution, whose id gets a suffix in each environment. */
  custom: boolean;
}

/** What an environment has to bring before a solution works in it. */
export interface Needs {
  variables: Variable[];
  connections: ConnectionNeed[];
}

/** Types of environment variables, from the platform's choice `environmentvariabledefinition_type`. */
const KINDS: Record<string, ValueKind> = {
  '100000000': 'text',
  '100000001': 'number',
  '100000002': 'yes or no',
  '100000003': 'JSON',
};

/** The platform knows only text; what a text of ours has to be is told by how its name ends. */
const TEXTS: readonly [RegExp, ValueKind][] = [
  [/Mailbox$/, 'e-mail address'],
  [/ApproverAddress$/, 'e-mail addresses'],
  [/(Site|Address)$/, 'web address'],
  [/Folder$/, 'folder'],
];

function kindOf(schemaName: string, type: string): ValueKind {
  const kind = KINDS[type] ?? 'other';
  return kind === 'text' ? (TEXTS.find(([ending]) => ending.test(schemaName))?.[1] ?? kind) : kind;
}

function variableOf(definition: XmlElement): Variable {
  const schemaName = attribute(definition, 'schemaname');
  const defaultValue = textAt(definition, 'defaultvalue');
  return {
    schemaName,
    displayName: attribute(child(definition, 'displayname'), 'default'),
    description: attribute(child(definition, 'description'), 'default'),
    kind: kindOf(schemaName, textAt(definition, 'type')),
    ...(defaultValue === '' ? {} : { defaultValue }),
  };
}

const connectionOf = (reference: XmlElement): ConnectionNeed => ({
  logicalName: attribute(reference, 'connectionreferencelogicalname'),
  displayName: textAt(reference, 'connectionreferencedisplayname'),
  connectorId: textAt(reference, 'connectorid'),
  custom: children(reference, 'customconnectorid').length > 0,
});

/**
 * What an unpacked solution needs to be told about the environment it comes into.
 * @throws {MalformedXml}
 */
export function readNeeds(files: SolutionFiles): Needs {
  const definitions = [...files].filter(([path]) => path.endsWith('/environmentvariabledefinition.xml'));
  const customizations = files.get('Other/Customizations.xml');
  const references =
    customizations === undefined
      ? []
      : children(
          child(readXml(customizations, 'Other/Customizations.xml'), 'connectionreferences'),
          'connectionreference',
        );
  return {
    variables: definitions.map(([path, content]) => variableOf(readXml(content, path))),
    connections: references.map(connectionOf),
  };
}
