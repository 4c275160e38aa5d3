import { column, lookup, regarding, standardTable, STATES } from './standard-column';
import type { Table } from './table';

/**
 * The platform's own tables as far as flows commonly touch them. Names and lengths as in Microsoft's table reference;
 * `fullname` is computed by the platform, here it may also be written.
 * @param own the solution's tables, which notes and activities may regard
 */
export function standardTables(own: readonly Table[] = []): Table[] {
  const fullName = () => column('FullName', 'Full Name', 'nvarchar', { maxLength: 200, primaryName: true });
  const text = (schemaName: string, label: string, maxLength: number) =>
    column(schemaName, label, 'nvarchar', { maxLength });
  const primary = (schemaName: string, label: string, maxLength: number) =>
    column(schemaName, label, 'nvarchar', { maxLength, primaryName: true });
  const regarded = ['account', 'contact', ...own.map((one) => one.logicalName)];

  return [
    standardTable('Account', 'accounts', 'Account', { owned: true, states: STATES.record }, [
      primary('Name', 'Account Name', 160),
      text('AccountNumber', 'Account Number', 20),
      text('EMailAddress1', 'Email', 100),
      text('Telephone1', 'Main Phone', 50),
      text('WebSiteURL', 'Website', 200),
      column('Description', 'Description', 'ntext', { maxLength: 2000 }),
      lookup('PrimaryContactId', 'Primary Contact', ['contact'], { collection: 'account_primary_contact' }),
      lookup('ParentAccountId', 'Parent Account', ['account'], { collection: 'account_parent_account' }),
    ]),
    standardTable('Contact', 'contacts', 'Contact', { owned: true, states: STATES.record }, [
      fullName(),
      text('FirstName', 'First Name', 50),
      text('LastName', 'Last Name', 50),
      text('JobTitle', 'Job Title', 100),
      text('EMailAddress1', 'Email', 100),
      text('Telephone1', 'Business Phone', 50),
      text('MobilePhone', 'Mobile Phone', 50),
      column('Description', 'Description', 'ntext', { maxLength: 2000 }),
      column('ParentCustomerId', 'Company Name', 'customer', {
        targets: [
          ['account', 'contact_customer_accounts'],
          ['contact', 'contact_customer_contacts'],
        ].map(([table = '', collection = '']) => ({
          relationship: collection,
          table,
          navigationProperty: `parentcustomerid_${table}`,
          collection,
          onDelete: 'RemoveLink' as const,
        })),
      }),
    ]),
    standardTable('SystemUser', 'systemusers', 'User', {}, [
      fullName(),
      text('FirstName', 'First Name', 256),
      text('LastName', 'Last Name', 256),
      text('Title', 'Title', 128),
      text('InternalEMailAddress', 'Primary Email', 100),
      text('DomainName', 'User Name', 1024),
      text('MobilePhone', 'Mobile Phone', 64),
      column('AzureActiveDirectoryObjectId', 'Microsoft Entra ID Object ID', 'uniqueidentifier'),
      column('IsDisabled', 'Status', 'bit', { defaultValue: 0 }),
      lookup('BusinessUnitId', 'Business Unit', ['businessunit'], { collection: 'business_unit_system_users' }),
      lookup('ParentSystemUserId', 'Manager', ['systemuser'], { collection: 'user_parent_user' }),
    ]),
    standardTable('Team', 'teams', 'Team', {}, [
      primary('Name', 'Team Name', 160),
      column('Description', 'Description', 'ntext', { maxLength: 2000 }),
      text('EMailAddress', 'Email', 100),
      lookup('BusinessUnitId', 'Business Unit', ['businessunit'], { collection: 'business_unit_teams' }),
      lookup('AdministratorId', 'Administrator', ['systemuser'], { collection: 'lk_teambase_administratorid' }),
    ]),
    {
      ...standardTable('TeamMembership', 'teammemberships', 'Team Membership', {}, [
        lookup('SystemUserId', 'User', ['systemuser'], { onDelete: 'Cascade', collection: 'teammembership_user' }),
        lookup('TeamId', 'Team', ['team'], { onDelete: 'Cascade', collection: 'teammembership_team' }),
      ]),
      intersection: { relationship: 'teammembership_association', columns: ['systemuserid', 'teamid'] },
    },
    standardTable('BusinessUnit', 'businessunits', 'Business Unit', {}, [
      primary('Name', 'Name', 160),
      column('IsDisabled', 'Is Disabled', 'bit', { defaultValue: 0 }),
      lookup('ParentBusinessUnitId', 'Parent Business', ['businessunit'], {
        collection: 'business_unit_parent_business_unit',
        onDelete: 'Restrict',
      }),
    ]),
    standardTable('Task', 'tasks', 'Task', { key: 'ActivityId', owned: true, states: STATES.task }, [
      primary('Subject', 'Subject', 200),
      column('Description', 'Description', 'ntext', { maxLength: 2000 }),
      column('ScheduledStart', 'Start Date', 'datetime'),
      column('ScheduledEnd', 'Due Date', 'datetime'),
      column('ActualEnd', 'Actual End', 'datetime'),
      column('PriorityCode', 'Priority', 'picklist', {
        defaultValue: 1,
        options: STATES.choice({ 0: 'Low', 1: 'Normal', 2: 'High' }),
      }),
      column('PercentComplete', 'Percent Complete', 'int', { min: 0, max: 100 }),
      regarding('RegardingObjectId', regarded, '_task', '_Tasks'),
    ]),
    standardTable('Email', 'emails', 'Email', { key: 'ActivityId', owned: true, states: STATES.email }, [
      primary('Subject', 'Subject', 800),
      column('Description', 'Description', 'ntext'),
      text('Sender', 'Sender', 250),
      text('ToRecipients', 'To Recipients', 500),
      text('MessageId', 'Message ID', 320),
      column('DirectionCode', 'Direction', 'bit', { defaultValue: 1 }),
      regarding('RegardingObjectId', regarded, '_email', '_Emails'),
    ]),
    standardTable('Annotation', 'annotations', 'Note', { owned: true }, [
      primary('Subject', 'Title', 500),
      column('NoteText', 'Description', 'ntext', { maxLength: 100_000 }),
      text('FileName', 'File Name', 255),
      text('MimeType', 'Mime Type', 256),
      column('DocumentBody', 'Document', 'ntext'),
      column('IsDocument', 'Is Document', 'bit', { defaultValue: 0 }),
      regarding('ObjectId', regarded, '', '_Annotations'),
    ]),
    standardTable('TransactionCurrency', 'transactioncurrencies', 'Currency', {}, [
      primary('CurrencyName', 'Currency Name', 100),
      text('ISOCurrencyCode', 'Currency Code', 5),
      text('CurrencySymbol', 'Currency Symbol', 13),
      column('CurrencyPrecision', 'Currency Precision', 'int', { min: 0, max: 4, defaultValue: 2 }),
      column('ExchangeRate', 'Exchange Rate', 'decimal', { accuracy: 10 }),
    ]),
  ];
}
