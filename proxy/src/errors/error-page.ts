import { errorCatalogue, type ErrorCode, type ErrorKind } from './catalogue';

const codes = Object.keys(errorCatalogue) as ErrorCode[];

const page = (code: ErrorCode): string => {
  const kind: ErrorKind = errorCatalogue[code];
  return `# ${code}

${kind.meaning}

- HTTP status: ${kind.status ?? 'none, it is named in `degraded` of an answer that succeeded'}
- Retryable: ${kind.retryable ? 'yes' : 'no'}

**What a flow should do.** ${kind.flow}

**What the operator should do.** ${kind.operator}
`;
};

const list = (): string => {
  const lines = codes.map((code) => {
    const kind: ErrorKind = errorCatalogue[code];
    const notes = [kind.status ?? 'in `degraded`', ...(kind.retryable ? ['retryable'] : [])].join(', ');
    return `- [${code}](${code}.md) (${notes}): ${kind.meaning}`;
  });
  return `# Error codes

Every answer that is not a success has the body
\`{ "error": { "code", "message", "target"?, "request_id", "retryable" } }\`. Give the \`request_id\` when you ask the operator.

${lines.join('\n')}
`;
};

/** The documentation of the error codes by file name below `docs/errors`: one page each and the list. */
export function errorPages(): Record<string, string> {
  return { 'README.md': list(), ...Object.fromEntries(codes.map((code) => [`${code}.md`, page(code)])) };
}
