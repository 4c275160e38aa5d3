import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { allRules } from './all-rules';
import { fixtureSurroundings } from './fixtures/surroundings.fixture';
import { type Finding } from './finding';
import { STRUCTURE_RULE } from './structure';
import { validateFlow } from './validate-flow';

const folder = projectFile('flows/validator/fixtures');
const fixture = (name: string): string => readFileSync(join(folder, name), 'utf8');
const findingsIn = (name: string): Finding[] =>
  validateFlow({ file: name, text: fixture(name) }, fixtureSurroundings).findings;

/** The failing fixture's `_comment` is the pointer of the one finding its rule makes. */
describe.each([STRUCTURE_RULE, ...allRules].map((rule) => [rule.code, rule] as const))('%s', (code, { severity }) => {
  it('finds the defect of its failing fixture, at its place, and nothing else is wrong with it', () => {
    const findings = findingsIn(`${code}.fail.json`);
    const { _comment: place } = JSON.parse(fixture(`${code}.fail.json`)) as { _comment: string };
    const own = findings.filter((each) => each.code === code);
    expect(own.map(({ pointer, severity }) => ({ pointer, severity }))).toEqual([{ pointer: place, severity }]);
    expect(findings.filter((each) => each.code !== code && each.severity === 'error')).toEqual([]);
    expect(own[0]!.message).toMatch(/.\.$/);
    expect(own[0]!.fix).toMatch(/.\.$/);
  });

  it('is silent about its passing fixture, which has no error at all', () => {
    const findings = findingsIn(`${code}.pass.json`);
    expect(findings.filter((each) => each.code === code || each.severity === 'error')).toEqual([]);
  });
});

it('every code is given once', () => {
  const codes = allRules.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)]);
});

it('every fixture belongs to a rule', () => {
  const codes = [STRUCTURE_RULE.code, ...allRules.map(({ code }) => code)];
  const names = codes.flatMap((code) => [`${code}.fail.json`, `${code}.pass.json`]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.json') && !names.includes(name))).toEqual([]);
});
