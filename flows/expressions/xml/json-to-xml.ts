import { ExpressionError } from '../expression-error';
import { isFlowNumber, numberText } from '../numbers';
import { isFlowObject, typeName } from '../value-types';

/**
 * JSON as XML, the reverse of `xmlToJson`. An array becomes one element per item, null an empty element.
 * @throws {ExpressionError} unless the object has exactly one member besides `?xml`, and that one is no array
 */
export function jsonToXml(json: Record<string, unknown>): string {
  const roots = Object.entries(json).filter(([name]) => !name.startsWith('?'));
  if (roots.length !== 1 || Array.isArray(roots[0]![1])) {
    throw new ExpressionError(
      "'xml' needs an object with exactly one property, which becomes the root element and is no array.",
    );
  }
  return declaration(json['?xml']) + elements(...roots[0]!);
}

function declaration(declared: unknown): string {
  return isFlowObject(declared) ? `<?xml${attributes(Object.entries(declared))}?>` : '';
}

function elements(name: string, value: unknown): string {
  const items = Array.isArray(value) ? (value as unknown[]) : [value];
  return items.map((item) => element(name, item)).join('');
}

function element(name: string, value: unknown): string {
  const tag = encodeName(name);
  if (value === null || value === undefined) return `<${tag}/>`;
  if (Array.isArray(value)) return `<${tag}>${elements(name, value)}</${tag}>`;
  if (!isFlowObject(value)) return `<${tag}>${escapeText(scalar(name, value))}</${tag}>`;
  const members = Object.entries(value);
  const head = tag + attributes(members);
  const inside = members.filter(([key]) => !key.startsWith('@')).map(([key, member]) => content(key, member));
  return inside.length === 0 ? `<${head}/>` : `<${head}>${inside.join('')}</${tag}>`;
}

function content(name: string, value: unknown): string {
  const texts = (): string[] =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).map((item) => scalar(name, item));
  if (name === '#text') return texts().map(escapeText).join('');
  if (name === '#cdata-section') {
    // The end mark inside is split over two sections.
    return texts()
      .map((text) => `<![CDATA[${checkCharacters(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`)
      .join('');
  }
  return elements(name, value);
}

function attributes(members: [string, unknown][]): string {
  return members
    .filter(([name]) => name.startsWith('@'))
    .map(
      ([name, value]) => ` ${encodeName(name.slice(1))}="${escapeText(scalar(name, value)).replaceAll('"', '&quot;')}"`,
    )
    .join('');
}

function scalar(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return String(value);
  if (isFlowNumber(value)) return numberText(value);
  throw new ExpressionError(`'xml' can write no value of type '${typeName(value)}' as '${name}'.`);
}

const escapeText = (text: string): string =>
  checkCharacters(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Characters XML 1.0 cannot hold, not even escaped. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function checkCharacters(text: string): string {
  const found = FORBIDDEN.exec(text)?.[0];
  if (found === undefined) return text;
  throw new ExpressionError(`'xml' got text with the character code ${found.charCodeAt(0)}, which XML cannot hold.`);
}

/** A name with what XML names cannot hold written as `_x0020_`; a colon parts a prefix from the name. */
function encodeName(name: string): string {
  const encoded = name
    .split(':')
    .map((part) => part.replace(/^[^\p{L}_]|[^\p{L}\p{N}_.-]/gu, (character) => hexCodes(character)))
    .join(':');
  if (encoded === '') throw new ExpressionError("'xml' found a property without a name.");
  return encoded;
}

const hexCodes = (character: string): string =>
  character
    .split('')
    .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('');
