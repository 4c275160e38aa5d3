import { type SolutionTable } from '../../flows/validator/surroundings';

type Lookups = Record<string, readonly string[]>;

/** Who owns a row, in every table that users own. */
const OWNED: Lookups = { ownerid: ['systemuser', 'team'], owningbusinessunit: ['businessunit'] };
const CUSTOMER = ['account', 'contact'];
/** What mails, tasks and notes of an activity may be about; more tables join when they allow activities. */
const REGARDING: Lookups = Object.fromEntries(
  ['account', 'contact', 'incident'].map((table) => [`regardingobjectid_${table}`, [table]]),
);

function table(logicalName: string, entitySetName: string, lookups: Lookups): SolutionTable {
  return { logicalName, entitySetName, columns: new Set(), lookups: new Map(Object.entries(lookups)) };
}

/**
 * Tables every environment has, as far as flows of a call center may touch them, with the lookups they are written
 * through. Their columns are left out: environments add to them, so that a missing one proves nothing.
 */
export const standardTables: readonly SolutionTable[] = [
  table('account', 'accounts', { ...OWNED, parentaccountid: ['account'], primarycontactid: ['contact'] }),
  table('contact', 'contacts', {
    ...OWNED,
    parentcustomerid_account: ['account'],
    parentcustomerid_contact: ['contact'],
  }),
  table('incident', 'incidents', {
    ...OWNED,
    ...Object.fromEntries(CUSTOMER.map((target) => [`customerid_${target}`, [target]])),
    primarycontactid: ['contact'],
  }),
  table('annotation', 'annotations', {
    ...OWNED,
    ...Object.fromEntries(CUSTOMER.map((target) => [`objectid_${target}`, [target]])),
  }),
  table('task', 'tasks', { ...OWNED, ...REGARDING }),
  table('phonecall', 'phonecalls', { ...OWNED, ...REGARDING }),
  table('email', 'emails', { ...OWNED, ...REGARDING }),
  table('appointment', 'appointments', { ...OWNED, ...REGARDING }),
  table('systemuser', 'systemusers', { businessunitid: ['businessunit'], parentsystemuserid: ['systemuser'] }),
  table('team', 'teams', { businessunitid: ['businessunit'], administratorid: ['systemuser'] }),
  table('businessunit', 'businessunits', { parentbusinessunitid: ['businessunit'] }),
  table('queue', 'queues', { ...OWNED }),
  table('queueitem', 'queueitems', { queueid: ['queue'], workerid: ['systemuser', 'team'] }),
];
