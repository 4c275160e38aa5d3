import { readFileSync } from 'node:fs';
import { projectFile } from '../../proxy/src/project-file';
import { allRules } from './all-rules';
import { STRUCTURE_RULE } from './structure';
import { type Surroundings } from './surroundings';
import { validateFlow } from './validate-flow';

/** Where the page is kept, from the project's root. */
export const RULES_PAGE = 'docs/flow-rules.md';

const INTRODUCTION = `# Rules for flows

\`npm run flows -- validate\` holds exported cloud flows against these rules. An **error** will fail on the platform, at
import, when the flow is saved or when it runs; a **warning** is a risk that somebody should look at; where it is not
documented what the platform does, a rule of errors only warns. The codes are stable. Examples are what the validator says of the rule's own failing flow in \`flows/validator/fixtures\`.
`;

/**
 * The documentation of every rule, with the message and the remedy for its failing fixture as the example.
 * @param around what the fixtures are held against
 */
export function rulesPage(around: Surroundings): string {
  const sections = [STRUCTURE_RULE, ...allRules].map(({ code, severity, title }) => {
    const text = readFileSync(projectFile(`flows/validator/fixtures/${code}.fail.json`), 'utf8');
    const example = validateFlow({ file: code, text }, around).findings.find((finding) => finding.code === code);
    if (!example) throw new Error(`The failing fixture of ${code} does not break the rule.`);
    return [
      `## ${code}`,
      `**${severity === 'error' ? 'Error' : 'Warning'}.** ${title}`,
      `\`\`\`text\n${example.message}\nWhat to do: ${example.fix}\n\`\`\``,
    ].join('\n\n');
  });
  return `${[INTRODUCTION.trimEnd(), ...sections].join('\n\n')}\n`;
}
