import { STATUS_CODES } from 'node:http';

/** The platform's code for an HTTP status: its name without blanks (`NotFound`), as .NET spells it. */
export function statusName(statusCode: number): string {
  if (statusCode === 429) return 'TooManyRequests';
  const name = STATUS_CODES[statusCode];
  return name === undefined ? String(statusCode) : name.replace(/[^A-Za-z]/g, '');
}
