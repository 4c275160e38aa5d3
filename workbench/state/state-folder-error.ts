/** The state folder cannot be used. The message tells the operator what to do about it. */
export class StateFolderError extends Error {
  override name = 'StateFolderError';
}

/**
 * Turns a file system refusal into a message that names the folder and the remedy; anything else is returned as it is.
 * @param folder the state folder
 * @param error what the file system threw
 */
export function explainFolderError(folder: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StateFolderError(
        `The folder ${folder} cannot be written (${code}). Make it writable for this user, or choose another folder for the state.`,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new StateFolderError(
        `${folder} cannot be a folder, because a file stands in its place. Move the file away, or choose another folder for the state.`,
      );
    case 'ENOSPC':
      return new StateFolderError(
        `No space is left for ${folder}. Free some and start again; nothing acknowledged is lost.`,
      );
    default:
      return error;
  }
}
