import { attribute, child, children, textAt, type XmlElement } from '../../xml/element';
import type { Source } from './source';

export const MANIFEST = 'Other/Solution.xml';
export const CUSTOMIZATIONS = 'Other/Customizations.xml';

/** What a component is named by in the manifest and in references: its type code and its schema name or id. */
export interface ComponentName {
  type: string;
  /** Lower case; ids without braces. */
  name: string;
}

export interface RootComponent extends ComponentName {
  /** 0: with all that belongs to it, 1: without, 2: its own properties only. */
  behavior: string;
  element: XmlElement;
}

export interface Manifest {
  /** The `ImportExportXml` element; undefined when the file is missing or cannot be read. */
  root?: XmlElement;
  uniqueName: string;
  version: string;
  /** Customization prefix of the publisher, such as `rcc`. */
  prefix: string;
  /** The publisher's prefix of option values, such as `72700`. */
  optionPrefix: string;
  roots: readonly RootComponent[];
  /** What `MissingDependencies` says has to be there before. */
  required: readonly (ComponentName & { element: XmlElement })[];
}

/** An id as it is compared: lower case, without braces. */
export const bareId = (id: string): string => id.toLowerCase().replace(/^\{|\}$/g, '');

/** The name of an element that names a component by `id`, which wins, or `schemaName`. */
export const componentName = (element: XmlElement): string =>
  bareId(attribute(element, 'id')) || attribute(element, 'schemaName').toLowerCase();

export function readManifest(source: Source): Manifest {
  const root = source.xml(MANIFEST);
  const manifest = root ? child(root, 'SolutionManifest') : child({ name: '', attributes: {}, children: [], line: 0 });
  const named = (element: XmlElement) => ({ type: attribute(element, 'type'), name: componentName(element), element });
  return {
    root,
    uniqueName: textAt(manifest, 'UniqueName'),
    version: textAt(manifest, 'Version'),
    prefix: textAt(manifest, 'Publisher', 'CustomizationPrefix'),
    optionPrefix: textAt(manifest, 'Publisher', 'CustomizationOptionValuePrefix'),
    roots: children(child(manifest, 'RootComponents'), 'RootComponent').map((element) => ({
      ...named(element),
      behavior: attribute(element, 'behavior'),
    })),
    required: children(child(manifest, 'MissingDependencies'), 'MissingDependency').flatMap((dependency) =>
      children(dependency, 'Required').map(named),
    ),
  };
}
