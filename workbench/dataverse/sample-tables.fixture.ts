import { column, lookup, standardTable, STATES } from '../../solution/tables/standard-column';
import type { Table } from '../../solution/tables/table';

/** A table with a column of every kind, and a table of stops that point at it. */
export function sampleTables(): Table[] {
  const parcel = standardTable('sam_Parcel', 'sam_parcels', 'Parcel', { owned: true, states: STATES.record }, [
    column('sam_Name', 'Name', 'nvarchar', { maxLength: 100, primaryName: true }),
    column('sam_Number', 'Number', 'nvarchar', { autoNumber: 'P-{DATETIMEUTC:yyyyMMdd}-{SEQNUM:3}-{RANDSTRING:4}' }),
    column('sam_Weight', 'Weight', 'int'),
    column('sam_Limit', 'Limit', 'int'),
    column('sam_Fragile', 'Fragile', 'bit', { defaultValue: 0 }),
    column('sam_Due', 'Due', 'datetime'),
    column('sam_SentOn', 'Sent on', 'datetime', { dateOnly: true }),
    column('sam_Size', 'Size', 'picklist', { options: STATES.choice({ 1: 'Small', 2: 'Medium', 3: 'Big' }) }),
    column('sam_Marks', 'Marks', 'multiselectpicklist', {
      options: STATES.choice({ 1: 'Glass', 2: 'Liquid', 3: 'Cold', 11: 'Heavy' }),
    }),
    column('sam_Price', 'Price', 'money', { accuracy: 2 }),
    column('sam_Price_Base', 'Price (Base)', 'money', { createable: false, updateable: false }),
    lookup('TransactionCurrencyId', 'Currency', ['transactioncurrency'], { collection: 'currency_sam_parcel' }),
    column('ExchangeRate', 'Exchange Rate', 'decimal', { createable: false, updateable: false }),
    column('sam_Label', 'Label', 'file', { maxBytes: 32 }),
    column('sam_Label_Name', 'Label', 'nvarchar', { createable: false, updateable: false }),
    column('sam_Receiver', 'Receiver', 'customer', {
      targets: ['account', 'contact'].map((table) => ({
        relationship: `sam_parcel_receiver_${table}`,
        table,
        navigationProperty: `sam_receiver_${table}`,
        onDelete: 'RemoveLink',
      })),
    }),
  ]);
  const stop = standardTable('sam_Stop', 'sam_stops', 'Stop', {}, [
    column('sam_Name', 'Name', 'nvarchar', { maxLength: 100, primaryName: true }),
    column('sam_Order', 'Order', 'int'),
    column('sam_Place', 'Place', 'nvarchar', { maxLength: 20 }),
    {
      ...lookup('sam_Parcel', 'Parcel', ['sam_parcel'], { collection: 'sam_parcel_stops', onDelete: 'Cascade' }),
      targets: [
        {
          relationship: 'sam_parcel_stops',
          table: 'sam_parcel',
          navigationProperty: 'sam_Parcel',
          onDelete: 'Cascade',
        },
      ],
    },
  ]);
  const seal = standardTable('sam_Seal', 'sam_seals', 'Seal', {}, [
    column('sam_Name', 'Name', 'nvarchar', { maxLength: 100, primaryName: true }),
    lookup('sam_Parcel', 'Parcel', ['sam_parcel'], { collection: 'sam_parcel_seals', onDelete: 'Restrict' }),
  ]);
  return [
    { ...parcel, keys: new Map([['sam_namekey', ['sam_name']]]) },
    {
      ...stop,
      keys: new Map([['sam_stopkey', ['sam_parcel', 'sam_order']]]),
    },
    seal,
  ];
}
