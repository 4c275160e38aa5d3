import { type Finding } from '../../flows/validator/finding';

/** A finding for a person. */
export function findingText({ code, severity, pointer, message, fix }: Finding): string {
  return [`  ${severity} ${code} ${pointer || '(whole file)'}`, `    ${message}`, `    Fix: ${fix}`].join('\n');
}
