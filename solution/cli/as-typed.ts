/** A command as a person would type it into a shell; what a shell would read otherwise is in quotes. */
export const asTyped = (tool: string, parameters: readonly string[]): string =>
  [
    tool,
    ...parameters.map((word) => (/^[\w./\\:@=,+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)),
  ].join(' ');
