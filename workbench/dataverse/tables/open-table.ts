import type { Column, Table } from '../../../solution/tables/table';

/** Set names of the platform that follow no rule. */
const IRREGULAR: Readonly<Record<string, string>> = { webresourceset: 'webresource' };

/** Words in -se, whose plural looks like that of a word in -s. */
const ENDING_IN_SE = /(?:[aeo]|[cdfps]en|lic?en|on|cour|nur|ver|hor|el|al|ul|ap|ip)ses$/;

/** Set names and logical names follow English plurals, which is how the platform proposes them. */
export function logicalNameOf(entitySetName: string): string {
  const name = entitySetName.toLowerCase();
  if (Object.hasOwn(IRREGULAR, name)) return IRREGULAR[name]!;
  if (/[^aeiou]ies$/.test(name)) return `${name.slice(0, -3)}y`;
  if (/(?:ss|us|x|z|ch|sh)es$/.test(name)) return name.slice(0, -2);
  if (/ses$/.test(name) && !ENDING_IN_SE.test(name)) return name.slice(0, -2);
  return /[^s]s$/.test(name) ? name.slice(0, -1) : name;
}

/** The set name the platform would propose for a table. */
export function setNameOf(logicalName: string): string {
  if (/[^aeiou]y$/.test(logicalName)) return `${logicalName.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(logicalName) ? `${logicalName}es` : `${logicalName}s`;
}

function plain(logicalName: string, type: Column['type'], rest: Partial<Column> = {}): Column {
  return {
    logicalName,
    schemaName: logicalName,
    type,
    labels: new Map(),
    required: false,
    primaryName: false,
    createable: true,
    updateable: true,
    ...rest,
  };
}

/** A column an open table did not know before. */
export function openColumn(logicalName: string, type: 'open' | 'lookup' = 'open'): Column {
  return plain(logicalName, type);
}

/** Activities share the name of their key. */
const ACTIVITIES = new Set(['activitypointer', 'appointment', 'email', 'fax', 'letter', 'phonecall', 'task']);

function pointing(logicalName: string, table: string, type: 'lookup' | 'owner' = 'lookup'): Column {
  const target = { relationship: logicalName, table, navigationProperty: logicalName, onDelete: 'NoCascade' as const };
  const targets = type === 'owner' ? [target, { ...target, table: 'team' }] : [target];
  const writable = type === 'owner';
  return plain(logicalName, type, { targets, createable: writable, updateable: writable });
}

/** A table of which only the name is known; its rows bring their columns along. Rows are owned and active by default. */
export function openTable(logicalName: string, entitySetName = setNameOf(logicalName)): Table {
  const primaryId = ACTIVITIES.has(logicalName) ? 'activityid' : `${logicalName}id`;
  const readOnly = { createable: false, updateable: false };
  const columns = [
    plain(primaryId, 'primarykey', { updateable: false }),
    plain('createdon', 'datetime', readOnly),
    plain('modifiedon', 'datetime', readOnly),
    pointing('createdby', 'systemuser'),
    pointing('modifiedby', 'systemuser'),
    pointing('ownerid', 'systemuser', 'owner'),
    pointing('owninguser', 'systemuser'),
    pointing('owningteam', 'team'),
    pointing('owningbusinessunit', 'businessunit'),
    plain('statecode', 'open', { defaultValue: 0 }),
    plain('statuscode', 'open', { defaultValue: 1 }),
  ];
  return {
    logicalName,
    schemaName: logicalName,
    entitySetName,
    labels: new Map(),
    primaryId,
    primaryName: logicalName.includes('_') ? `${logicalName.split('_')[0]}_name` : 'name',
    columns: new Map(columns.map((one) => [one.logicalName, one])),
    keys: new Map(),
    open: true,
  };
}

/** Stands for the table of a row of which nothing is known. */
export const ANY_TABLE: Table = { ...openTable('any'), primaryId: '', columns: new Map() };
