import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const folder = join(process.env.RCC_REFERENCE_DIR ?? '', 'specs');
const isThere = process.env.RCC_REFERENCE_DIR !== undefined && existsSync(folder);

/** `describe` where the vendors' specifications are, in `specs/` of the folder RCC_REFERENCE_DIR; else it says so and skips. */
export function describeWithSpecifications(name: string, tests: () => void): void {
  if (!isThere) console.log(`skipped: ${name} needs the vendors’ specifications in RCC_REFERENCE_DIR`);
  (isThere ? describe : describe.skip)(name, tests);
}

/** The text of a specification. */
export const specification = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** A specification in JSON or YAML as an object. */
export const specificationObject = (file: string): object =>
  (file.endsWith('.yaml') ? parse(specification(file)) : JSON.parse(specification(file))) as object;
