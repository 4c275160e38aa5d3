import { type ServiceError } from '../gateway/service-error';
import { SharePointError } from './sharepoint-error';
import type { Room, SharePointColumn } from './sites';

/** A required column has to be given again with every update; not confirmed for calls by flows. */
const UPDATE_NEEDS_REQUIRED_COLUMNS = true;

const LONGEST_TEXT = 255;
const TYPE = '#Microsoft.Azure.Connectors.SharePoint.';
/** Columns every list has; those SharePoint fills itself cannot be written. */
const FILLED_BY_SHAREPOINT = new Set(['ID', 'Id', 'Created', 'Modified', 'Author', 'Editor', 'GUID', 'ItemInternalId']);
const READABLE_EVERYWHERE = new Set([
  ...FILLED_BY_SHAREPOINT,
  'Title',
  'FSObjType',
  'FileLeafRef',
  'FileRef',
  'FileDirRef',
  'File_x0020_Type',
]);

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** 400 as SharePoint says it of a column that is not there. */
export function unknownColumn(name: string): ServiceError {
  return new SharePointError(400, `Column '${name}' does not exist. It may have been deleted by another user.`);
}

/** Whether a column can be read, filtered and ordered by. */
export function isColumn(room: Room, name: string): boolean {
  return room.columns === undefined || room.columns.has(name) || READABLE_EVERYWHERE.has(name);
}

function typed(column: SharePointColumn, value: unknown): unknown {
  const wrong = (expected: string) =>
    new SharePointError(400, `The value of the column '${column.name}' has to be ${expected}.`);
  const reference = (one: unknown): Fields => {
    const found = typeof one === 'string' ? { Value: one } : one;
    if (!isObject(found) || (typeof found.Value !== 'string' && found.Id === undefined)) {
      throw wrong("an object with 'Value'");
    }
    return found;
  };
  switch (column.type) {
    case 'text':
    case 'note':
    case 'hyperlink': {
      const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
      if (typeof text !== 'string') throw wrong('a text');
      if (column.type === 'text' && text.length > LONGEST_TEXT) throw wrong(`at most ${LONGEST_TEXT} characters long`);
      return text;
    }
    case 'number': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      if (typeof number !== 'number' || Number.isNaN(number)) throw wrong('a number');
      return number;
    }
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong('true or false');
      return value;
    case 'dateTime':
      if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) throw wrong('a date in ISO 8601');
      return value;
    case 'person':
      if (!isObject(value) || typeof value.Claims !== 'string') throw wrong("an object with 'Claims'");
      return value;
    case 'multiChoice':
      if (!Array.isArray(value)) throw wrong('a list');
      return value.map(reference);
    case 'choice':
    case 'lookup':
      return reference(value);
  }
}

/**
 * The columns of an item after a write. Columns that are not in it keep their value; null clears.
 * @param earlier the item's columns before; undefined for a new item
 * @throws {SharePointError} 400 for unknown columns, values of the wrong kind and missing required columns
 */
export function writeFields(room: Room, given: Fields, earlier: Readonly<Fields> | undefined): Fields {
  const fields: Fields = { ...earlier };
  for (const [name, value] of Object.entries(given)) {
    if (FILLED_BY_SHAREPOINT.has(name) || name.startsWith('{')) {
      throw new SharePointError(400, `The column '${name}' is filled by SharePoint and cannot be written.`);
    }
    if (name.endsWith('@odata.type') || value === undefined) continue;
    const column = room.columns?.get(name) ?? (name === 'Title' ? { name, type: 'text' as const } : undefined);
    if (room.columns !== undefined && column === undefined) throw unknownColumn(name);
    if (value === null) delete fields[name];
    else fields[name] = column === undefined ? value : typed(column, value);
  }
  const demanded = earlier === undefined || !UPDATE_NEEDS_REQUIRED_COLUMNS ? fields : given;
  for (const { name, required } of room.columns?.values() ?? []) {
    const value = demanded[name];
    if (required && (value === undefined || value === null || value === '')) {
      throw new SharePointError(400, `The column '${name}' is required.`);
    }
  }
  return fields;
}

/** A person as list items show one. */
export function presentPerson(claims: string): Fields {
  const email = claims.slice(claims.lastIndexOf('|') + 1);
  const DisplayName = email.split('@')[0] ?? email;
  return {
    '@odata.type': `${TYPE}SPListExpandedUser`,
    Claims: claims.includes('|') ? claims : `i:0#.f|membership|${claims}`,
    DisplayName,
    Email: email,
    Picture: null,
    Department: null,
    JobTitle: null,
  };
}

function presentReference(value: Fields, choices: readonly string[] = []): Fields {
  const place = choices.indexOf(String(value.Value));
  return {
    '@odata.type': `${TYPE}SPListExpandedReference`,
    Id: value.Id ?? Math.max(place, 0),
    Value: value.Value ?? String(value.Id),
  };
}

/** Columns as list items show them: choices and look-ups with `Value`, people in full; empty columns are left out. */
export function presentFields(room: Room, fields: Readonly<Fields>): Fields {
  const shown: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    const choices = room.columns?.get(name)?.choices;
    if (Array.isArray(value)) {
      const list = value.map((one) => (isObject(one) && 'Value' in one ? presentReference(one, choices) : one));
      if (list.some(isObject)) shown[`${name}@odata.type`] = `#Collection(${TYPE.slice(1)}SPListExpandedReference)`;
      shown[name] = list;
    } else if (isObject(value) && typeof value.Claims === 'string') {
      const person = presentPerson(value.Claims);
      shown[name] = person;
      shown[`${name}#Claims`] = person.Claims;
    } else if (isObject(value) && ('Value' in value || 'Id' in value)) {
      const reference = presentReference(value, choices);
      shown[name] = reference;
      shown[`${name}#Id`] = reference.Id;
    } else shown[name] = value;
  }
  return shown;
}
