import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { type EvaluationCase, PARTS, type Part, readPart } from './evaluation-case';
import type { CaseSet, EvaluationContext } from './measure';
import type { Reader } from './reader';

/** Where the written cases are. */
export const caseFolderOf = (): string => projectFile('test/evaluation/cases');

const TITLES: Readonly<Record<Part, string>> = {
  dev: 'Written messages, development part',
  test: 'Written messages, test part',
  critical: 'Written critical messages and their look-alikes',
};

export interface ContextOptions {
  reader: Reader;
  /** A shop's own cases; left out, the written parts are judged. */
  own?: readonly EvaluationCase[];
  /** Left out, the folder below `RCC_REFERENCE_DIR`. */
  labelledFolder?: string;
  caseFolder?: string;
  progress?: EvaluationContext['progress'];
}

/** The folder with the labelled messages of other people, if there is one. */
function referenceFolder(): string | null {
  const base = process.env.RCC_REFERENCE_DIR;
  if (base === undefined || base === '') return null;
  const folder = join(base, 'data', 'intent');
  return existsSync(folder) ? folder : null;
}

/** Reads every message once, however many measures look at it. */
export function readingOnce(reader: Reader): Reader {
  const answers = new Map<string, ReturnType<Reader['read']>>();
  return {
    ...reader,
    read(message) {
      const key = JSON.stringify(message);
      const answer = answers.get(key) ?? reader.read(message);
      answers.set(key, answer);
      return answer;
    },
  };
}

/**
 * What the measures work with.
 * @throws Error naming file, line and field of a bad case
 */
export function openContext({ reader, own, labelledFolder, ...options }: ContextOptions): EvaluationContext {
  const { caseFolder = caseFolderOf(), progress = () => undefined } = options;
  const parts = (): CaseSet[] =>
    PARTS.map((name) => ({
      name,
      title: TITLES[name],
      cases: readPart(name, caseFolder),
      isOpen: name === 'dev',
    }));
  const sets = own ? [{ name: 'own', title: 'Own messages', cases: own, isOpen: true }] : parts();
  return {
    labelledFolder: own ? null : (labelledFolder ?? referenceFolder()),
    caseFolder,
    caseSets: sets.filter(({ cases }) => cases.length > 0),
    reader: readingOnce(reader),
    progress,
  };
}
