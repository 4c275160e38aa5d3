import { below } from '../../file/json-pointer';
import { type Rule } from '../rule';
import { Suggester } from '../suggest';

/** Rules about parts of the solution a flow refers to, besides tables and other flows. */
export const solutionPartRules: Rule[] = [
  {
    code: 'F016',
    severity: 'error',
    title:
      'Every environment variable and connection reference a flow names is in the solution, and the variable’s parameter is called `Display name (schemaname)`.',
    *check({ parameters, references }, { solution }) {
      if (!solution) return;
      for (const { name, pointer, schemaName } of parameters.values()) {
        if (schemaName === undefined) continue;
        // Old exports carry the display name alone, which two variables may share.
        if (!name.endsWith(` (${schemaName})`)) {
          yield {
            pointer,
            message: `The parameter '${name}' stands for the environment variable '${schemaName}', but its name does not say so.`,
            fix: `Call it 'Display name (${schemaName})', here and in every expression.`,
          };
        }
        if (solution.environmentVariables.has(schemaName)) continue;
        yield {
          pointer: below(pointer, 'metadata', 'schemaName'),
          message: `The solution has no environment variable '${schemaName}'.`,
          fix: new Suggester(solution.environmentVariables).fix(schemaName, 'Add its definition to the solution.'),
        };
      }
      for (const { key, pointer, logicalName } of references.values()) {
        if (logicalName !== undefined && solution.connectionReferences.has(logicalName)) continue;
        const fix = new Suggester(solution.connectionReferences);
        yield logicalName === undefined
          ? {
              pointer,
              message: `'${key}' names no connection reference of the solution, so the flow is bound to one person's connection.`,
              fix: 'Add connection.connectionReferenceLogicalName.',
            }
          : {
              pointer: below(pointer, 'connection', 'connectionReferenceLogicalName'),
              message: `The solution has no connection reference '${logicalName}'.`,
              fix: fix.fix(logicalName, 'Add it to the solution.'),
            };
      }
    },
  },
];
