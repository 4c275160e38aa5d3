import { isFlowObject } from '../../../flows/expressions/value-types';
import { SAMPLE_GUID, SAMPLE_TIME, sampleText } from './sample-text';

/** Schemas of real flows are not deeper; one that refers to itself would be endless. */
const MAX_DEPTH = 12;

/** A value that fits a JSON schema. @param name what it is called, for a telling text */
export function sampleOfSchema(schema: unknown, name: string, depth = 0): unknown {
  if (!isFlowObject(schema) || depth > MAX_DEPTH) return null;
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  if (type === 'object' || (type === undefined && isFlowObject(schema.properties))) {
    const properties = isFlowObject(schema.properties) ? schema.properties : {};
    return Object.fromEntries(
      // Exports escape names that begin with @, such as @odata.etag.
      Object.entries(properties).map(([key, member]) => [
        key.replace(/^@@/, '@'),
        sampleOfSchema(member, key, depth + 1),
      ]),
    );
  }
  if (type === 'array') return [sampleOfSchema(schema.items, name, depth + 1)];
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return true;
  if (type === 'string') return textOf(schema, name);
  return null;
}

function textOf({ format, title }: Record<string, unknown>, name: string): string {
  if (format === 'date-time') return SAMPLE_TIME;
  if (format === 'date') return SAMPLE_TIME.slice(0, 10);
  if (format === 'uuid') return SAMPLE_GUID;
  if (format === 'email') return 'person@example.com';
  if (format === 'byte') return Buffer.from(`sample ${name}`).toString('base64');
  return sampleText(typeof title === 'string' ? title : name);
}
