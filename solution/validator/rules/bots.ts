import { find, textAt, textOf } from '../../xml/element';
import type { Rule } from '../rule';

/** Kinds of component of a bot that a solution carries: topics, entities, variables, knowledge, settings and the like. */
const KINDS = new Set(Array.from({ length: 20 }, (_, code) => String(code)));

export const botRules: readonly Rule[] = [
  {
    code: 'S150',
    severity: 'error',
    title: 'A bot has its configuration, and a component of a bot its content. Packing does not look for them.',
    *check({ source }) {
      for (const [folder, main, beside] of [
        ['bots', 'bot.xml', 'configuration.json'],
        ['botcomponents', 'botcomponent.xml', 'data'],
      ] as const) {
        for (const name of new Set(source.paths(folder).map((path) => path.split('/')[1]!))) {
          for (const part of [main, beside]) {
            const file = `${folder}/${name}/${part}`;
            if (!source.has(file))
              yield { file, message: `The file of ${name} is missing.`, fix: 'Restore it, or remove the folder.' };
          }
        }
      }
    },
  },
  {
    code: 'S151',
    severity: 'error',
    title: 'A component of a bot has a known type and belongs to a bot that is there.',
    *check(solution) {
      const bots = new Set(solution.all.flatMap((each) => each.bots().map(({ name }) => name)));
      for (const { file, name, element } of solution.botComponents()) {
        const parent = textAt(element, 'parentbotid', 'schemaname');
        const type = find(element, 'componenttype');
        if (!bots.has(parent) && !solution.source.isUncertain('bots'))
          yield {
            file,
            line: (find(element, 'parentbotid', 'schemaname') ?? element).line,
            message: `${name} belongs to the bot '${parent}', which there is not.`,
            fix: 'Write the schema name of the bot.',
            missing: `bot ${parent}`,
          };
        else if (!type || !KINDS.has(textOf(type)))
          yield {
            file,
            line: (type ?? element).line,
            message: `'${type ? textOf(type) : ''}' is no type of a component of a bot.`,
            fix: 'Write 9 for a topic, 15 for the settings.',
          };
      }
    },
  },
];
