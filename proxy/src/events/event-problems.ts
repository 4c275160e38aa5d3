import type { ValidateFunction } from 'ajv';
import { schemaCompiler } from '../contract/compile-schema';
import { definitions } from '../contract/definitions';
import { problemOf } from '../contract/problem';
import type { NewEvent } from './event';
import { eventKinds } from './event-kinds';

const compile = schemaCompiler(definitions);
const validators = new Map<string, ValidateFunction>();

/** What in an event's payload differs from the schema of its kind; for tests of what records events. */
export function eventProblems({ type, payload }: Pick<NewEvent, 'type' | 'payload'>): string[] {
  const validate = validators.get(type) ?? compile({ ...eventKinds[type].payload, additionalProperties: false });
  validators.set(type, validate);
  return validate(payload)
    ? []
    : (validate.errors ?? []).map((error) => {
        const { target, wrong } = problemOf('body', error);
        return `${type}: ${target.replace('body', 'payload')} ${wrong}`;
      });
}
