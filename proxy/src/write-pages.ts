import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedPages } from './generated-pages';
import { projectFile } from './project-file';

/** `node dist/proxy/src/write-pages.js` writes `.env.example` and the pages of the error codes anew. */
const root = dirname(projectFile('package-lock.json'));
for (const [path, text] of Object.entries(generatedPages())) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(path);
}
