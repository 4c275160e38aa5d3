import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPLY_LANGUAGES } from '../reply-language';
import { answeringSections } from './answer-questions';
import { parsePolicy } from './parse-policy';
import { openPolicyFolder } from './policy-folder';

const folder = join(__dirname, '../../../policies');
const policies = openPolicyFolder(folder, (error) => {
  throw error;
});
const sectionsOf = (language: (typeof REPLY_LANGUAGES)[number]) =>
  readdirSync(join(folder, language)).flatMap(
    (name) => parsePolicy(name, readFileSync(join(folder, language, name), 'utf8'), language).sections,
  );

describe.each(REPLY_LANGUAGES)('every question a section is known to answer, in %s,', (language) => {
  const known = sectionsOf(language).flatMap(({ id, questions }) => questions.map((question) => ({ id, question })));

  it('finds that section and no other', () => {
    const found = known.map(({ id, question }) => ({
      id,
      question,
      found: answeringSections(question, undefined, policies.book(language)).map((section) => section.id),
    }));
    expect(found.filter((one) => one.found.join() !== one.id)).toEqual([]);
  });
  it('stands in one section only', () => {
    const asked = known.map(({ question }) => question.toLowerCase());
    expect(asked.filter((question, index) => asked.indexOf(question) !== index)).toEqual([]);
  });
});
