import { type ErrorObject } from 'ajv/dist/2020';
import { typeName } from '../expressions/value-types';
import { below } from '../file/json-pointer';
import { type Detail } from './rule';
import { Suggester } from './suggest';

interface SchemaPart {
  description?: string;
  type?: string | string[];
  properties?: Record<string, SchemaPart>;
}

/** Turns one error of the schema into a finding that names the member, what it must be and what to do. */
export function describeSchemaError(error: ErrorObject, base: string, owner: string): Detail {
  const { instancePath, keyword, params, data } = error as ErrorObject<string, Record<string, unknown>>;
  const schema = (error.parentSchema ?? {}) as SchemaPart;
  const pointer = base + instancePath;
  const member = memberName(instancePath, owner);
  switch (keyword) {
    case 'required': {
      const name = String(params.missingProperty);
      return {
        pointer,
        message: `${capital(member)} lacks '${name}'.`,
        fix: `Add '${name}'${formOf(schema.properties?.[name])}.`,
      };
    }
    case 'additionalProperties': {
      const name = String(params.additionalProperty);
      const known = Object.keys(schema.properties ?? {});
      return {
        pointer: below(pointer, name),
        message: `${capital(member)} has a member '${shorten(name)}', which the platform does not know there.`,
        fix: new Suggester(known).fix(name, `Remove it. Known are: ${known.join(', ')}.`),
      };
    }
    case 'enum':
    case 'const': {
      const allowed = keyword === 'const' ? [params.allowedValue] : (params.allowedValues as unknown[]);
      const wanted = schema.description ?? choices(allowed);
      const advice = `Write ${wanted}.`;
      return {
        pointer,
        message: `${capital(member)} must be ${wanted}, but is ${shown(data)}.`,
        fix: typeof data === 'string' ? new Suggester(allowed.map(String)).fix(data, advice) : advice,
      };
    }
    case 'minProperties':
    case 'minItems':
    case 'maxProperties':
    case 'maxItems': {
      const wanted =
        schema.description ?? `${keyword.startsWith('min') ? 'at least' : 'at most'} ${String(params.limit)}`;
      const count = Object.keys(data as object).length;
      const message = schema.description
        ? `${capital(member)} must be ${wanted}.`
        : `${capital(member)} must hold ${wanted}, but holds ${count === 0 ? 'none' : count}.`;
      return {
        pointer,
        message,
        fix: keyword.startsWith('min') ? 'Add what is missing.' : 'Keep one and remove the rest.',
      };
    }
    default: {
      const wanted = schema.description ?? expectation(keyword, params);
      return {
        pointer,
        message: `${capital(member)} must be ${wanted}, but is ${shown(data)}.`,
        fix: `Write ${wanted}.`,
      };
    }
  }
}

/** `/inputs/retryPolicy/count` of an owner as people say it. */
function memberName(instancePath: string, owner: string): string {
  if (instancePath === '') return owner;
  const path = instancePath
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  return `'${path.join('.')}' of ${owner}`;
}

/** What a missing member should be, when the schema says so. */
function formOf(schema: SchemaPart | undefined): string {
  const form = schema?.description ?? (schema?.type === undefined ? undefined : typeWords(schema.type));
  return form === undefined ? '' : `, ${form}`;
}

function expectation(keyword: string, params: Record<string, unknown>): string {
  if (keyword === 'type') return typeWords(params.type as string | string[]);
  if (keyword === 'minLength') return 'a text that is not empty';
  if (keyword === 'maxLength') return `a text of at most ${String(params.limit)} characters`;
  return 'of another form';
}

const TYPE_WORDS: Record<string, string> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

function typeWords(type: string | string[]): string {
  return [type]
    .flat()
    .map((name) => TYPE_WORDS[name] ?? name)
    .join(' or ');
}

/** Spellings that differ only in case are listed once. */
function choices(allowed: unknown[]): string {
  const spellings = new Map<string, string>();
  for (const value of allowed.map(String)) {
    if (!spellings.has(value.toLowerCase())) spellings.set(value.toLowerCase(), `'${value}'`);
  }
  const words = [...spellings.values()];
  return words.length === 1 ? words[0]! : `one of ${words.join(', ')}`;
}

function shown(data: unknown): string {
  if (typeof data === 'string') return data === '' ? 'empty' : `'${shorten(data)}'`;
  if (data === null || typeof data === 'number' || typeof data === 'boolean') return String(data);
  return typeWords(typeName(data).toLowerCase());
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
