import { readdirSync, readFileSync } from 'node:fs';
import { projectFile } from '../../proxy/src/project-file';
import { readSolutionMetadata } from '../../solution/metadata/read-solution-metadata';
import { readFlowDocument } from '../file/read-flow-document';
import { fixtureSurroundings } from './fixtures/surroundings.fixture';
import { type Surroundings } from './surroundings';
import { validateDocument } from './validate-flow';

const read = (name: string): string => readFileSync(projectFile(`flows/${name}`), 'utf8');
const documents = readdirSync(projectFile('flows'))
  .filter((name) => /-[0-9A-F]{12}\.json$/.test(name))
  .map((name) => readFlowDocument(name, read(name)));
const around: Surroundings = {
  ...fixtureSurroundings,
  solution: readSolutionMetadata(projectFile('solution/core/src')),
  flows: new Map(documents.map((flow) => [flow.id!, flow])),
};

describe('the flows of the product, held against their solution', () => {
  it.each(documents.map((flow) => [flow.file, flow] as const))('%s has no finding at all', (_file, flow) => {
    expect(validateDocument(flow, around)).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['a column', 'LogFlowError', '"item/rcc_errorkey"', 'F033'],
    ['a table', 'LogFlowError', '"rcc_errorlogs"', 'F032'],
    ['an environment variable', 'LogFlowError', '"schemaName": "rcc_AdministratorMailbox"', 'F016'],
    ['a connection reference', 'EmailIngestion', '"connectionReferenceLogicalName": "rcc_outlook"', 'F016'],
    ['a lookup', 'ChatProcessing', '"item/rcc_Ticket@odata.bind"', 'F034'],
    ['a child flow', 'ChatProcessing', '"7c9e1a10-0006-4a00-9a00-000000000003"', 'F015'],
    ['an operation', 'ChatProcessing', '"AnswerChat"', 'F014'],
  ])('misses %s that the solution does not have', (_what, name, text, code) => {
    const { file } = documents.find((flow) => flow.file.startsWith(name))!;
    const changed = read(file).replace(text, text.replace(/(\w{4})(@odata\.bind)?"$/, 'x$1$2"'));
    const codes = validateDocument(readFlowDocument(file, changed), around).map((finding) => finding.code);
    expect(codes).toContain(code);
  });
});
