import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { RULES_PAGE, rulesPage } from './rules-page';

/** `node dist/solution/validator/write-rules-page.js` writes the page of the rules anew. */
const root = dirname(projectFile('package-lock.json'));
writeFileSync(join(root, RULES_PAGE), rulesPage());
console.log(RULES_PAGE);
