import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { RULES_PAGE, rulesPage } from './rules-page';

it('the page of the rules is what the code says (node dist/solution/validator/write-rules-page.js writes it anew)', () => {
  const root = dirname(projectFile('package-lock.json'));
  expect(readFileSync(join(root, RULES_PAGE), 'utf8')).toBe(rulesPage());
});
