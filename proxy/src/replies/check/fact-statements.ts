import type { Fact } from '../../contract/order-context';
import { extractStatements, linkKey, currencyOf } from './extract-statements';
import { hundredths } from './number-words';
import { plainText } from './plain-text';
import type { Statement } from './statement';

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/;

/** The day and, where given, the time of an ISO date or instant. */
export function instantStatements(text: string): Statement[] {
  const match = INSTANT.exec(text);
  if (!match) return [];
  const [, year, month, day, hour, minute] = match.map(Number);
  const place = { text, start: 0, end: text.length };
  return [
    { kind: 'date', value: '', days: [{ year, month, day }], ...place },
    ...(match[4] ? [{ kind: 'time' as const, value: String((hour ?? 0) * 60 + (minute ?? 0)), ...place }] : []),
  ];
}

/**
 * What the value of a fact states. The kind of the fact says how to read it; a value that does not look like its kind
 * is read like any other text.
 */
export function factStatements({ kind, value }: Fact): Statement[] {
  const text = value.trim();
  const place = { text, start: 0, end: text.length };
  if (kind === 'date' && INSTANT.test(text)) return instantStatements(text);
  if (kind === 'link' && /^https?:/.test(text)) return [{ kind: 'link', value: linkKey(text), ...place }];
  const amount = kind === 'amount' ? /^(\d+(?:\.\d{1,2})?) ([A-Z]{3})$/.exec(text) : null;
  if (amount)
    return [{ kind: 'amount', value: `${hundredths(amount[1] ?? '')} ${currencyOf(amount[2] ?? '')}`, ...place }];
  if (kind === 'number' && /^\d{1,8}$/.test(text)) {
    return [
      { kind: 'number', value: String(hundredths(text)), ...place },
      { kind: 'identifier', value: text, ...place },
    ];
  }
  const order = kind === 'number' ? /^ORD-0*(\d+)$/.exec(text) : null;
  if (order) return [{ kind: 'identifier', value: `order ${order[1]}`, ...place }];
  if (kind === 'number' && /^[A-Z\d]+$/.test(text)) return [{ kind: 'identifier', value: text, ...place }];

  const plain = plainText(text);
  const statements = [...extractStatements(plain)];
  if (kind === 'carrier' && !statements.some((statement) => statement.kind === 'carrier')) {
    statements.push({ kind: 'carrier', value: plain.toLowerCase(), ...place });
  }
  if (/^[\w-]*\d[\w-]*$/.test(plain)) {
    statements.push({ kind: 'identifier', value: plain.toUpperCase().replace(/[^A-Z0-9]/g, ''), ...place });
  }
  return statements;
}
