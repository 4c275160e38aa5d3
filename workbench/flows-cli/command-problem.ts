/** Something the user can put right: a file that is missing or does not fit. The message says what and how. */
export class CommandProblem extends Error {
  override name = 'CommandProblem';
}

/** What a failed file operation means, in words. */
export function fileProblem(error: unknown, path: string): CommandProblem {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new CommandProblem(`There is no file ${path}.`);
  if (code === 'EISDIR') return new CommandProblem(`${path} is a folder, not a file.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new CommandProblem(`No permission for ${path}.`);
  return new CommandProblem(`${path}: ${message}`);
}
