import { type ComponentKind } from '../source/component-kinds';
import { attribute, children, textAt, textOf, type XmlElement } from '../xml/element';

/** A component of a source, on its way into the package. */
export interface Component {
  kind: ComponentKind;
  /** The file that describes it. */
  path: string;
  element: XmlElement;
  /** Files that go into the package beside it, by their path there. */
  beside: [string, Uint8Array][];
}

const KEYS: Record<string, (element: XmlElement) => string[]> = {
  Entity: (element) => [textAt(element, 'Name')],
  Role: (element) => [attribute(element, 'id')],
  Workflow: (element) => [attribute(element, 'WorkflowId')],
  EntityRelationship: (element) => [attribute(element, 'Name')],
  optionset: (element) => [attribute(element, 'Name')],
  WebResource: (element) => [textAt(element, 'Name')],
  CustomControl: (element) => [textAt(element, 'Name')],
  AppModuleSiteMap: (element) => [textAt(element, 'SiteMapUniqueName')],
  AppModule: (element) => [textAt(element, 'UniqueName')],
  Connector: (element) => [textAt(element, 'connectorid'), textAt(element, 'name')],
  Dashboard: (element) => [textAt(element, 'FormId')],
};

/** What a component is known by, its id or its name, as written; of a connector both. Empty when it has neither. */
export const keysOf = (element: XmlElement): string[] => KEYS[element.name]!(element).filter((key) => key !== '');

/** `{7C9E…}` and `7c9e…` are one id, and names do not tell letters' case apart. */
export const sameKey = (key: string): string => key.replace(/^\{(.*)\}$/, '$1').toLowerCase();

/**
 * Files of the package that a description names: the texts of those of its elements that are paths, without the `/` they
 * begin with. They are in the folder of the kind.
 */
export const filesNamedBy = (element: XmlElement, folder: string): string[] =>
  children(element)
    .map((each) => textOf(each).trim())
    .filter((text) => text.startsWith(`/${folder}/`))
    .map((text) => text.slice(1));
