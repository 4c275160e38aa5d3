import { COMPONENT_KINDS } from '../source/component-kinds';

/**
 * Folders that are the same in the source and in the package. Where each folder below one is a component, the file
 * without which the platform could not read the rest.
 */
export const COPIED_FOLDERS: Readonly<Record<string, string | undefined>> = {
  environmentvariabledefinitions: 'environmentvariabledefinition.xml',
  bots: 'bot.xml',
  botcomponents: 'botcomponent.xml',
  Assets: undefined,
};

/** The top folders of an unpacked solution. */
export const TOP_FOLDERS: ReadonlySet<string> = new Set([
  'Other',
  ...Object.keys(COPIED_FOLDERS),
  ...COMPONENT_KINDS.map(({ folder }) => folder.split('/')[0]!),
]);
