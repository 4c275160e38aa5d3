import { attribute, child, children, descendants, find, textAt, textOf, type XmlElement } from '../../xml/element';
import { bareId, CUSTOMIZATIONS } from './manifest';
import type { Source } from './source';

/** A web resource, as its `.data.xml` describes it. */
export interface WebResourcePart {
  id: string;
  name: string;
  file: string;
  /** Where its content lies in the source: beside the description. */
  content: string;
  element: XmlElement;
}

export function readWebResources(source: Source): WebResourcePart[] {
  return source.paths('WebResources', '.data.xml').flatMap((file) => {
    const element = source.xml(file);
    if (element === undefined) return [];
    const content = file.slice(0, -'.data.xml'.length);
    return { id: bareId(textAt(element, 'WebResourceId')), name: textAt(element, 'Name'), file, content, element };
  });
}

/** A property of a code component. */
export interface ControlProperty {
  /** Types it takes, such as `SingleLine.Text`. */
  types: readonly string[];
  usage: string;
  required: boolean;
  /** Of an `Enum`: what it may be. */
  values: readonly string[];
}

/** A code component. */
export interface ControlPart {
  /** Name of its folder, which is its schema name. */
  name: string;
  /** Its `ControlManifest.xml` and the `control` element; undefined when that is missing or cannot be read. */
  file: string;
  element?: XmlElement;
  properties: ReadonlyMap<string, ControlProperty>;
  dataSets: ReadonlyMap<string, ReadonlyMap<string, ControlProperty>>;
}

export const CONTROL_MANIFEST = 'ControlManifest.xml';

export function readControls(source: Source): ControlPart[] {
  const folders = new Set(source.paths('Controls').map((path) => path.split('/')[1]!));
  return [...folders].map((name) => {
    const file = `Controls/${name}/${CONTROL_MANIFEST}`;
    const element = find(source.xml(file) ?? NOTHING, 'control');
    const groups = new Map(
      children(element ?? NOTHING, 'type-group').map((group) => [
        attribute(group, 'name'),
        children(group, 'type').map(textOf),
      ]),
    );
    const property = (each: XmlElement): [string, ControlProperty] => [
      attribute(each, 'name'),
      {
        types: groups.get(attribute(each, 'of-type-group')) ?? [attribute(each, 'of-type')],
        usage: attribute(each, 'usage'),
        required: attribute(each, 'required') === 'true',
        values: children(each, 'value').map(textOf),
      },
    ];
    return {
      name,
      file,
      element,
      properties: new Map(children(element ?? NOTHING, 'property').map(property)),
      dataSets: new Map(
        children(element ?? NOTHING, 'data-set').map((set) => [
          attribute(set, 'name'),
          new Map(children(set, 'property-set').map(property)),
        ]),
      ),
    };
  });
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [], line: 0 };

/** A connection reference: a place for a connection that flows name. */
export interface ConnectionReferencePart {
  name: string;
  element: XmlElement;
}

export function readConnectionReferences(source: Source): ConnectionReferencePart[] {
  return children(child(source.xml(CUSTOMIZATIONS) ?? NOTHING, 'connectionreferences'), 'connectionreference').map(
    (element) => ({ name: attribute(element, 'connectionreferencelogicalname'), element }),
  );
}

/** An environment variable. */
export interface VariablePart {
  name: string;
  file: string;
  element: XmlElement;
}

export const VARIABLES = 'environmentvariabledefinitions';

export function readVariables(source: Source): VariablePart[] {
  return source.paths(VARIABLES, '/environmentvariabledefinition.xml').flatMap((file) => {
    const element = source.xml(file);
    return element ? [{ name: attribute(element, 'schemaname'), file, element }] : [];
  });
}

/** A bot or a component of one. */
export interface BotPart {
  name: string;
  file: string;
  element: XmlElement;
}

export const readBots = (source: Source): BotPart[] => botsOf(source, 'bots', 'bot.xml');
export const readBotComponents = (source: Source): BotPart[] => botsOf(source, 'botcomponents', 'botcomponent.xml');

function botsOf(source: Source, folder: string, name: string): BotPart[] {
  return source.paths(folder, `/${name}`).flatMap((file) => {
    const element = source.xml(file);
    return element ? [{ name: attribute(element, 'schemaname'), file, element }] : [];
  });
}

/** Every element of a document, the root included. */
export function* allElements(root: XmlElement): Generator<XmlElement> {
  yield root;
  yield* descendants(root);
}
