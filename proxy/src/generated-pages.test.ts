import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCatalogue } from './errors/catalogue';
import { generatedPages } from './generated-pages';
import { projectFile } from './project-file';

const root = dirname(projectFile('package-lock.json'));
const pages = generatedPages();

it.each(Object.keys(pages))('%s is what the code says (node dist/proxy/src/write-pages.js writes it anew)', (path) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(pages[path]);
});

it('every error code has its page, and every page its code', () => {
  const names = readdirSync(join(root, 'docs/errors')).filter((name) => name !== 'README.md');
  expect(names.sort()).toEqual(
    Object.keys(errorCatalogue)
      .map((code) => `${code}.md`)
      .sort(),
  );
});

/** Codes are also given by the parts behind the routes, which do not import the catalogue. */
it('every code in the sources is in the catalogue', () => {
  const files = readdirSync(projectFile('proxy/src'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const used = files.flatMap((name) => [
    ...readFileSync(join(projectFile('proxy/src'), name), 'utf8').matchAll(/'(RCC_[A-Z_]+)'/g),
  ]);
  const settingNames = /^RCC_(API_KEYS|DATA_DIR|POLICY_DIR|TEST_FULL|REFERENCE_DIR)$/;
  const unknown = used.map((match) => String(match[1])).filter((code) => !(code in errorCatalogue));
  expect([...new Set(unknown)].filter((code) => !settingNames.test(code))).toEqual([]);
});
