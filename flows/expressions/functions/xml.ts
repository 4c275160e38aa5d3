import { type Node, XMLSerializer } from '@xmldom/xmldom';
import { type Content, contentOfText, isContent, textOfContent, XML } from '../content';
import { ExpressionError } from '../expression-error';
import { define } from '../function-table';
import { makeFloat, makeInteger } from '../numbers';
import { isFlowObject, typeName, wantText } from '../value-types';
import { jsonToXml } from '../xml/json-to-xml';
import { readXml } from '../xml/read-xml';
import { runQuery } from '../xml/run-query';

/** @throws {ExpressionError} when the value is no XML */
function xmlText(owner: string, value: unknown): string {
  if (isContent(value)) return textOfContent(value);
  if (typeof value === 'string') return value;
  throw new ExpressionError(`'${owner}' expects XML, but got a value of type '${typeName(value)}'.`);
}

function toXml(value: unknown): Content {
  const text = isFlowObject(value) && !isContent(value) ? jsonToXml(value) : xmlText('xml', value);
  readXml('xml', text);
  return contentOfText(XML, text);
}

const ELEMENT = 1;
const DOCUMENT = 9;

/** A node that a query found: markup as XML content; of text, attributes and comments their text. Attributes: unconfirmed. */
function nodeValue(node: Node): unknown {
  if (node.nodeType === ELEMENT || node.nodeType === DOCUMENT) {
    return contentOfText(XML, new XMLSerializer().serializeToString(node));
  }
  return node.nodeValue ?? '';
}

/** Whole numbers come as integers, as documented for `sum`. */
const numberValue = (value: number): unknown => (Number.isSafeInteger(value) ? makeInteger(value) : makeFloat(value));

/** Nodes come as an array, even one alone, as flows in the field expect. Unconfirmed. */
function xpath([xml, query]: unknown[]): unknown {
  const found = runQuery(wantText('xpath', query), readXml('xpath', xmlText('xpath', xml)));
  if (Array.isArray(found)) return found.map(nodeValue);
  return typeof found === 'number' ? numberValue(found) : found;
}

export const xmlFunctions = [
  define('xml', 'xml|object', ([value]) => toXml(value)),
  define('xpath', 'xml|object, xpath', xpath),
];
