import { type Document, type Element, type Node } from '@xmldom/xmldom';
import { setOwn } from '../json-text';
import { isSelfClosed } from './read-xml';

type Members = Record<string, unknown>;

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
const INSTRUCTION = 7;

/**
 * XML as JSON: elements are members, attributes `@name`, text beside them `#text`, CDATA `#cdata-section`, the declaration
 * `?xml`; elements of one name become an array. `<a/>` is null and `<a></a>` an empty text. White space between elements and comments are left out.
 * Source: the conversion of Json.NET, which the platform's documented examples follow.
 */
export function xmlToJson(document: Document): unknown {
  const json: Members = {};
  for (const node of childrenOf(document)) {
    if (node.nodeType === INSTRUCTION) setOwn(json, `?${node.nodeName}`, instruction(node));
    else if (node.nodeType === ELEMENT) setOwn(json, nameOf(node), valueOf(node as Element));
  }
  return json;
}

function instruction(node: Node): unknown {
  const data = node.nodeValue ?? '';
  if (node.nodeName !== 'xml') return data;
  const declared = [...data.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(declared.map(([, name, double, single]) => [`@${name}`, double ?? single]));
}

function valueOf(element: Element): unknown {
  const members = new Map<string, unknown[]>();
  const add = (name: string, value: unknown): void => {
    const values = members.get(name);
    if (values) values.push(value);
    else members.set(name, [value]);
  };
  for (const attribute of element.attributes) add(`@${attribute.nodeName}`, attribute.value);
  for (const node of childrenOf(element)) {
    if (node.nodeType === ELEMENT) add(nameOf(node), valueOf(node as Element));
    else if (node.nodeType === TEXT && node.nodeValue!.trim() !== '') add('#text', node.nodeValue);
    else if (node.nodeType === CDATA) add('#cdata-section', node.nodeValue);
  }
  if (members.size === 0) return isSelfClosed(element) ? null : '';
  if (members.size === 1 && members.get('#text')?.length === 1) return members.get('#text')![0];
  const json: Members = {};
  for (const [name, values] of members) setOwn(json, name, values.length === 1 ? values[0] : values);
  return json;
}

/** Names that XML cannot hold are written with `_x0020_` for a blank. */
const nameOf = (node: Node): string =>
  node.nodeName.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function* childrenOf(node: Node): Generator<Node> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}
