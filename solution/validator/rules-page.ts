import { allRules } from './all-rules';
import { mutants } from './fixtures/mutants.fixture';
import { validateSolution } from './validate-solution';

/** Where the page is kept, from the project's root. */
export const RULES_PAGE = 'docs/solution-rules.md';

const INTRODUCTION = `# Rules for solutions

\`npm run solution -- validate\` holds unpacked solutions and packages against these rules: ours, or those of anybody named on
the command line. An **error** is left out on packing without a word, is refused at import, or does not work afterwards; a
**warning** does nothing, and should be looked at. The codes are stable. Of all places that miss the same thing only the first is
reported. Examples are what the validator says of a good small solution that was broken in one way (\`solution/validator/fixtures\`).
`;

/** The documentation of every rule, with the message and the remedy for the first solution that breaks it as the example. */
export function rulesPage(): string {
  const sections = allRules.map(({ code, severity, title }) => {
    const broken = mutants.find((each) => each.code === code)!;
    const example = validateSolution(broken.files, broken.others).find((finding) => finding.code === code)!;
    const place = example.line === undefined ? example.file : `${example.file}:${String(example.line)}`;
    return [
      `## ${code}`,
      `**${severity === 'error' ? 'Error' : 'Warning'}.** ${title}`,
      `\`\`\`text\n${place}\n${example.message}\nFix: ${example.fix}\n\`\`\``,
    ].join('\n\n');
  });
  return `${[INTRODUCTION.trimEnd(), ...sections].join('\n\n')}\n`;
}
