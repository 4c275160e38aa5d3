import { SharePointError } from './sharepoint-error';

// `#` and `%` are allowed online.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /["*:<>?/\\|\u0000-\u001f\u007f]/;
const RESERVED = /^(?:\.lock|con|prn|aux|nul|com\d|lpt\d|desktop\.ini)$/i;
/** Longest decoded path in characters. */
const LONGEST_PATH = 400;

/**
 * Checks the name of a file or folder.
 * @throws {SharePointError} 400 naming what is wrong with it
 */
export function checkName(name: string): void {
  const wrong =
    name === ''
      ? 'it is empty'
      : FORBIDDEN.test(name)
        ? 'it contains one of the characters " * : < > ? / \\ | or a control character'
        : name !== name.trim()
          ? 'it begins or ends with a blank'
          : name.startsWith('~$')
            ? 'it begins with ~$'
            : RESERVED.test(name) || name.toLowerCase().includes('_vti_')
              ? 'it is reserved'
              : undefined;
  if (wrong !== undefined) throw new SharePointError(400, `The file or folder name '${name}' is not valid: ${wrong}.`);
}

/** A path below the site with one slash in front and none at the end; the site itself is `/`. */
export function pathOf(text: string): string {
  const path = text
    .trim()
    .split('/')
    .filter((part) => part !== '')
    .join('/');
  if (path.length >= LONGEST_PATH) {
    throw new SharePointError(400, `The path is longer than ${LONGEST_PATH} characters: '${path.slice(0, 60)}…'.`);
  }
  return `/${path}`;
}

/** The folder a path lies in, and its last part. */
export function splitPath(path: string): { folder: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, slash) || '/', name: path.slice(slash + 1) };
}

/** An address component with blanks as `+` and escapes in lower case. */
function encoded(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
    .replaceAll('%20', '+')
    .replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}

/** The id of a file or folder: its path, encoded twice as in `%252fShared%2bDocuments%252freport.txt`. */
export function fileId(path: string): string {
  return encoded(encoded(path));
}

/**
 * The path an id stands for; also taken: ids encoded once, not at all, or without the slash in front.
 * @throws {SharePointError} 400 when it cannot be decoded
 */
export function pathOfId(id: string): string {
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
      throw new SharePointError(400, `The file identifier '${id}' is not valid.`);
    }
  };
  const trimmed = id.trim();
  if (/%25|%2b/i.test(trimmed)) return pathOf(decode(decode(trimmed)));
  return pathOf(/%[0-9a-f]{2}/i.test(trimmed) ? decode(trimmed) : trimmed);
}
