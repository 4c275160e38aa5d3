import type { Needs, ValueKind } from './needs';

const EXAMPLES: Partial<Record<ValueKind, string>> = {
  number: '`48`',
  'yes or no': '`yes` or `no`',
  JSON: '`{"key": "value"}`',
  'e-mail address': '`support@` and your domain',
  'e-mail addresses': 'one or several with `;` between them',
  'web address': 'begins with `https://`',
  folder: 'begins with `/`',
};

const row = (...cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/**
 * What to write into a settings file, as Markdown: JSON has no comments.
 * @param environment what the settings are for, such as `dev`
 */
export function explain({ variables, connections }: Needs, environment: string): string {
  return `# Deployment settings: ${environment}

## EnvironmentVariables

${row('Variable', 'What it is', 'Kind', 'Default')}
${row('---', '---', '---', '---')}
${variables
  .map(({ schemaName, description, kind, defaultValue }) =>
    row(
      `\`${schemaName}\``,
      description,
      [kind, EXAMPLES[kind]].filter(Boolean).join(': '),
      defaultValue === undefined ? 'none: needed' : `\`${defaultValue}\``,
    ),
  )
  .join('\n')}

\`rcc_TicketAddress\` is \`https://ENVIRONMENT/main.aspx?appname=rcc_RetailCallCenter&pagetype=entityrecord&etn=rcc_ticket&id=\`, with the
host of the environment; the id of a ticket follows.

## ConnectionReferences

${row('Reference', 'Connector', 'ConnectorId')}
${row('---', '---', '---')}
${connections
  .map(({ logicalName, displayName, connectorId, custom }) =>
    row(`\`${logicalName}\``, displayName, `\`${connectorId}\`${custom ? ' and the suffix of the environment' : ''}`),
  )
  .join('\n')}

Make each connection in the environment (make.powerapps.com, Connections), open it, and take both values from its address:
\`…/connections/<connector>/<ConnectionId>/details\`. ConnectorId is \`/providers/Microsoft.PowerApps/apis/<connector>\`. The connection
for the custom connector can be made once its solution is imported; it asks for the host of the service and an access key, which
therefore never stand in this file.
`;
}
