import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import { projectFile } from '../proxy/src/project-file';
import { documentText, generateDocument } from './generate';

const HELP = `Usage: npm run connector -- generate|check

  generate   writes connector/apiDefinition.swagger.json from the contract's schemas and the routes' comments
  check      ends with 1 when the committed file differs from what generate would write`;

const path = join(dirname(projectFile('connector/package.json')), 'apiDefinition.swagger.json');

const committed = (): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

async function run(command: string | undefined): Promise<number> {
  if (command === undefined || command === '--help' || command === '-h') {
    console.log(HELP);
    return command === undefined ? 2 : 0;
  }
  if (command !== 'generate' && command !== 'check') {
    console.error(`${command} is not known.\n\n${HELP}`);
    return 2;
  }
  const document = generateDocument();
  // Finds what Swagger 2.0 does not allow. It resolves in place, so it gets a copy.
  await SwaggerParser.validate(structuredClone(document) as never);
  const text = documentText(document);
  const same = text === committed();
  if (command === 'generate') {
    if (!same) writeFileSync(path, text);
    console.log(same ? 'The connector document is up to date.' : 'The connector document was written.');
    return 0;
  }
  console.log(same ? 'The connector document is up to date.' : 'The connector document differs: run generate.');
  return same ? 0 : 1;
}

run(process.argv[2]).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
