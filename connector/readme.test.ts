import { readFileSync } from 'node:fs';
import { readConnectorDocument } from '../proxy/src/contract/connector-document';
import { HOLD_REASONS } from '../proxy/src/contract/reply';
import { REVIEW_REASONS } from '../proxy/src/contract/vocabulary';
import { projectFile } from '../proxy/src/project-file';

const readme = readFileSync(projectFile('connector/README.md'), 'utf8');

it('names every operation of the document', () => {
  const ids = Object.values(readConnectorDocument().paths).flatMap((methods) =>
    Object.values(methods).map((operation) => operation.operationId),
  );
  expect(ids.filter((id) => !readme.includes(`**${id}**`))).toEqual([]);
});

it('explains every review and hold reason', () => {
  expect([...REVIEW_REASONS, ...HOLD_REASONS].filter((reason) => !readme.includes(`\`${reason}\``))).toEqual([]);
});
