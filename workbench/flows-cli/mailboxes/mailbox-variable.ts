import { type Mailbox } from './mailbox';

/**
 * The definition of the environment variable with a mailbox's address, without a value: that belongs to an environment.
 * @param spanish what people call the mailbox in Spanish
 * @param flow display name of the flow that reads it
 */
export function variableDefinition(mailbox: Mailbox, spanish: string, flow: string): string {
  const description = `Address customers write to; ${flow} reads and answers it`;
  return `<environmentvariabledefinition schemaname="${mailbox.variable}">
  <description default="${description}">
    <label description="${description}" languagecode="1033" />
    <label description="Dirección a la que escriben los clientes; ${flow} la lee y responde" languagecode="3082" />
  </description>
  <displayname default="${mailbox.displayName}">
    <label description="${mailbox.displayName}" languagecode="1033" />
    <label description="${escaped(spanish)}" languagecode="3082" />
  </displayname>
  <introducedversion>1.0.0.0</introducedversion>
  <iscustomizable>1</iscustomizable>
  <isrequired>0</isrequired>
  <secretstore>0</secretstore>
  <type>100000000</type>
</environmentvariabledefinition>
`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
