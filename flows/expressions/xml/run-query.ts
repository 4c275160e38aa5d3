import { createRequire } from 'node:module';
import { type Document, type Node } from '@xmldom/xmldom';
import { ExpressionError } from '../expression-error';
import { readXml } from './read-xml';

/** What an XPath query can give. */
export type QueryResult = Node[] | string | number | boolean;

// Loaded without its types, which would bring the browser's globals into every room.
const { useNamespaces } = createRequire(__filename)('xpath') as {
  useNamespaces: (prefixes: object) => (query: string, document: Document) => QueryResult;
};
/** Prefixes cannot be declared in a flow, so a query with one fails, as it does on the platform. */
const select = useNamespaces({});

/**
 * Runs an XPath 1.0 query over a document.
 * @throws {ExpressionError} for text that is no query, or a query with a prefix
 */
export function runQuery(query: string, document: Document): QueryResult {
  try {
    return select(query, document);
  } catch (error) {
    const reason = (error as Error).message.replace(/^Error: /, '').slice(0, 200);
    const hint = reason.includes('QName') ? " Prefixes are not known; write local-name()='…' instead." : '';
    throw new ExpressionError(`'xpath' cannot run the query '${query.slice(0, 100)}': ${reason}.${hint}`);
  }
}

/** @throws {ExpressionError} for text that is no query */
export function checkQuery(query: string): void {
  runQuery(query, readXml('xpath', '<x/>'));
}
