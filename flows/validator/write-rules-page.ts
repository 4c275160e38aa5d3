import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { fixtureSurroundings } from './fixtures/surroundings.fixture';
import { RULES_PAGE, rulesPage } from './rules-page';

/** `node dist/flows/validator/write-rules-page.js` writes the page of the rules anew. */
const root = dirname(projectFile('package-lock.json'));
writeFileSync(join(root, RULES_PAGE), rulesPage(fixtureSurroundings));
console.log(RULES_PAGE);
