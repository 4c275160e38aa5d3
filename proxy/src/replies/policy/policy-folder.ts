import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { REPLY_LANGUAGES, type ReplyLanguage } from '../reply-language';
import { parsePolicy } from './parse-policy';
import { PolicyFileError, type PolicyFile, type PolicySection } from './policy';
import { questionIndex, type QuestionIndex } from './question-index';

/** Everything the policy files of one language say. */
export interface PolicyBook {
  language: ReplyLanguage;
  /** The section with this id, for example `returns#how-to-return`. @throws when there is none */
  section(id: string): PolicySection;
  /** A number of a file's front matter. @throws when there is none */
  figure(file: string, name: string): number;
  questions: QuestionIndex;
}

/** Sections and numbers the templates ask for by name; a folder without them is refused when it is read. */
const NEEDED_SECTIONS = [
  'returns#how-to-return',
  'returns#refund-time',
  'returns#cancel',
  'returns#excluded',
  'shipping#find-order',
  'shipping#packing-time',
];
const NEEDED_FIGURES = [['returns', 'return_window_days']] as const;

function makeBook(language: ReplyLanguage, files: PolicyFile[]): PolicyBook {
  const sections = new Map(files.flatMap((file) => file.sections.map((section) => [section.id, section])));
  const section = (id: string): PolicySection => {
    const found = sections.get(id);
    if (!found)
      throw new PolicyFileError(`${language}/${id.split('#')[0]}.md`, 1, `the section #${id.split('#')[1]} is missing`);
    return found;
  };
  const figure = (file: string, name: string): number => {
    const found = files.find((candidate) => candidate.id === file)?.figures[name];
    if (found === undefined)
      throw new PolicyFileError(`${language}/${file}.md`, 1, `the front matter needs a line "${name}: …"`);
    return found;
  };
  NEEDED_SECTIONS.forEach(section);
  NEEDED_FIGURES.forEach(([file, name]) => figure(file, name));
  return { language, section, figure, questions: questionIndex([...sections.values()]) };
}

function listFiles(folder: string): { language: ReplyLanguage; name: string; path: string; stamp: string }[] {
  return REPLY_LANGUAGES.flatMap((language) =>
    readdirSync(join(folder, language))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => {
        const path = join(folder, language, name);
        const { mtimeMs, size } = statSync(path);
        return { language, name: `${language}/${name}`, path, stamp: `${path}:${mtimeMs}:${size}` };
      }),
  );
}

export interface PolicyFolder {
  /** What the files say now. */
  book(language: ReplyLanguage): PolicyBook;
}

/**
 * Reads the policy files and reads them again when one of them changes, looking at most once a second.
 *
 * @param onError told about a change that cannot be used; the last good state stays in force
 * @throws PolicyFileError when the files cannot be used at the start
 */
export function openPolicyFolder(
  folder: string,
  onError: (error: Error) => void,
  clock: () => number = Date.now,
): PolicyFolder {
  const read = (files: ReturnType<typeof listFiles>): Record<ReplyLanguage, PolicyBook> => {
    const parsed = files.map((file) => parsePolicy(file.name, readFileSync(file.path, 'utf8'), file.language));
    const bookOf = (language: ReplyLanguage) =>
      makeBook(
        language,
        parsed.filter((file) => file.language === language),
      );
    return { en: bookOf('en'), es: bookOf('es') };
  };
  const stampOf = (files: ReturnType<typeof listFiles>): string => files.map((file) => file.stamp).join('\n');

  const files = listFiles(folder);
  let stamp = stampOf(files);
  let books = read(files);
  let lookedAt = clock();
  const refresh = (): void => {
    try {
      const changed = listFiles(folder);
      const changedStamp = stampOf(changed);
      if (changedStamp === stamp) return;
      // Remembered before reading, so that a bad file is reported once and not every second.
      stamp = changedStamp;
      books = read(changed);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return {
    book(language) {
      const now = clock();
      if (Math.abs(now - lookedAt) >= 1000) {
        lookedAt = now;
        refresh();
      }
      return books[language];
    },
  };
}
