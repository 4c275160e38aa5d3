import type { Column, Table } from './table';

const LANGUAGE = 1033;

function column(schemaName: string, label: string, rest: Pick<Column, 'type'> & Partial<Column>): Column {
  return {
    logicalName: schemaName.toLowerCase(),
    schemaName,
    labels: new Map([[LANGUAGE, label]]),
    required: false,
    primaryName: false,
    createable: true,
    updateable: true,
    ...rest,
  };
}

function table(schemaName: string, entitySetName: string, label: string, columns: Column[]): Table {
  const all = [
    column(`${schemaName}Id`, label, { type: 'primarykey', updateable: false }),
    ...columns,
    column('CreatedOn', 'Created On', { type: 'datetime', createable: false, updateable: false }),
    column('ModifiedOn', 'Modified On', { type: 'datetime', createable: false, updateable: false }),
  ];
  return {
    logicalName: schemaName.toLowerCase(),
    schemaName,
    entitySetName,
    labels: new Map([[LANGUAGE, label]]),
    primaryId: `${schemaName.toLowerCase()}id`,
    primaryName: 'fullname',
    columns: new Map(all.map((one) => [one.logicalName, one])),
    keys: new Map(),
  };
}

/**
 * The platform's own tables as far as the product touches them. Lengths as in Microsoft's table reference for contact
 * and systemuser; `fullname` is computed by the platform for both, here it may also be written.
 */
export function standardTables(): Table[] {
  const name = () => column('FullName', 'Full Name', { type: 'nvarchar', maxLength: 200, primaryName: true });
  return [
    table('Contact', 'contacts', 'Contact', [
      name(),
      column('FirstName', 'First Name', { type: 'nvarchar', maxLength: 50 }),
      column('LastName', 'Last Name', { type: 'nvarchar', maxLength: 50 }),
      column('EMailAddress1', 'Email', { type: 'nvarchar', maxLength: 100 }),
      column('Telephone1', 'Business Phone', { type: 'nvarchar', maxLength: 50 }),
    ]),
    table('SystemUser', 'systemusers', 'User', [
      name(),
      column('InternalEMailAddress', 'Primary Email', { type: 'nvarchar', maxLength: 100 }),
      column('DomainName', 'User Name', { type: 'nvarchar', maxLength: 1024 }),
    ]),
  ];
}
