import { type SolutionTable } from '../../flows/validator/surroundings';

type Lookups = Record<string, readonly string[]>;

/** Who owns a row, in every table that users own. */
const OWNED: Lookups = { ownerid: ['systemuser', 'team'], owningbusinessunit: ['businessunit'] };
const CUSTOMER = ['account', 'contact'];
/** What a call or an appointment may be about; more tables join when they allow activities. */
const REGARDING: Lookups = Object.fromEntries(
  ['account', 'contact', 'incident'].map((table) => [`regardingobjectid_${table}`, [table]]),
);

function table(logicalName: string, entitySetName: string, lookups: Lookups): SolutionTable {
  return { logicalName, entitySetName, columns: new Set(), lookups: new Map(Object.entries(lookups)) };
}

/** Tables every environment has that only a flow's file or a lookup of the system refers to: no stand-in keeps their rows. */
export const furtherTables: readonly SolutionTable[] = [
  table('incident', 'incidents', {
    ...OWNED,
    ...Object.fromEntries(CUSTOMER.map((target) => [`customerid_${target}`, [target]])),
    primarycontactid: ['contact'],
  }),
  table('phonecall', 'phonecalls', { ...OWNED, ...REGARDING }),
  table('appointment', 'appointments', { ...OWNED, ...REGARDING }),
  table('organization', 'organizations', {}),
  table('queue', 'queues', { ...OWNED }),
  table('queueitem', 'queueitems', { queueid: ['queue'], workerid: ['systemuser', 'team'] }),
];
