import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTexts, type Texts } from './resx';

/**
 * The texts a control ships.
 * @param folder the control's folder
 * @throws Error when it has no resx files
 */
export function readResx(folder: string): Texts {
  const strings = join(folder, 'strings');
  const files = readdirSync(strings).flatMap((name) => {
    const languageId = /\.(\d+)\.resx$/.exec(name)?.[1];
    return languageId === undefined ? [] : [[languageId, readTexts(readFileSync(join(strings, name), 'utf8'))]];
  });
  if (files.length === 0) throw new Error(`${strings} holds no <Control>.<LCID>.resx file.`);
  return Object.fromEntries(files) as Texts;
}
