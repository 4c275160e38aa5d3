import { attribute, child, children, find, textAt, type XmlElement } from '../../xml/element';
import { MANIFEST } from '../parts/manifest';
import type { Solution } from '../parts/solution';
import { optionsOf, type ColumnPart } from '../parts/tables';
import type { Rule } from '../rule';

const numberAt = (element: XmlElement, name: string): number | undefined => {
  const text = textAt(element, name);
  return text === '' ? undefined : Number(text);
};

/** Longest texts and finest numbers (Microsoft's reference of column types); `ntext` ends at a mebibyte of characters. */
const MOST_CHARACTERS: Record<string, number> = { nvarchar: 4000, ntext: 1_048_576 };
const MOST_DIGITS: Record<string, number> = { decimal: 10, float: 5, money: 4 };

function sizeFault({ type, element }: ColumnPart): string | undefined {
  const [length, bytes] = ['MaxLength', 'Length'].map((name) => numberAt(element, name));
  const [min, max, digits] = ['MinValue', 'MaxValue', 'Accuracy'].map((name) => numberAt(element, name));
  const most = MOST_CHARACTERS[type];
  if (most !== undefined && !(length !== undefined && Number.isInteger(length) && length >= 1 && length <= most))
    return `MaxLength must be a number from 1 to ${most}`;
  if (type === 'nvarchar' && bytes !== undefined && bytes !== length! * 2)
    return `Length must be twice MaxLength, ${length! * 2}`;
  if (min !== undefined && max !== undefined && !(min <= max)) return `MinValue ${min} is not below MaxValue ${max}`;
  const finest = MOST_DIGITS[type];
  if (finest !== undefined && !(digits !== undefined && Number.isInteger(digits) && digits >= 0 && digits <= finest))
    return `Accuracy must be a number from 0 to ${finest}`;
  return undefined;
}

/** Option sets with where they stand: global ones, and those of columns. */
function* optionSets(solution: Solution): Generator<{ file: string; set: XmlElement; column?: ColumnPart }> {
  for (const { file, element } of solution.choices()) yield { file, set: element };
  for (const { file, allColumns } of solution.tables()) {
    for (const column of allColumns) {
      const set = find(column.element, 'optionset');
      if (set) yield { file, set, column };
    }
  }
}

/** Options of a column, from its own set or a global one; undefined when nobody here knows them. */
export function optionsOfColumn(solution: Solution, { element }: ColumnPart): XmlElement[] | undefined {
  const name = textAt(element, 'OptionSetName');
  const own = find(element, 'optionset');
  const global = solution.all.flatMap((each) => each.choices()).find((choice) => choice.name === name)?.element;
  const set = own ?? global;
  return set && optionsOf(set);
}

/** The values the platform gives to a yes/no, and to the two statuses every table begins with. */
const PLATFORM_VALUES: Record<string, readonly string[]> = { bit: ['0', '1'], status: ['1', '2'] };

export const columnRules: readonly Rule[] = [
  {
    code: 'S050',
    severity: 'error',
    title:
      'Sizes and ranges of columns are within what the platform takes: 4000 characters for a line of text, 1,048,576 for a long one, 10 digits after the point of a decimal, 5 of a float; no range is empty.',
    *check(solution) {
      for (const { file, name, allColumns } of solution.tables()) {
        for (const column of allColumns) {
          const fault = sizeFault(column);
          if (fault)
            yield {
              file,
              line: column.element.line,
              message: `The column ${name}.${column.name}: ${fault}.`,
              fix: 'Correct the number.',
            };
        }
      }
    },
  },
  {
    code: 'S051',
    severity: 'error',
    title: 'A choice column has options of its own, or the name of a global choice that is here or there before.',
    *check(solution) {
      const choices = new Set(solution.all.flatMap((each) => each.choices().map(({ name }) => name)));
      for (const { file, name, allColumns } of solution.tables()) {
        for (const { type, element, name: column } of allColumns) {
          const wanted = textAt(element, 'OptionSetName');
          const known =
            choices.has(wanted) || solution.isDeclared('9', wanted) || solution.source.isUncertain('OptionSets');
          if (/^(multiselect)?picklist$/.test(type) && !find(element, 'optionset') && !(wanted !== '' && known))
            yield {
              file,
              line: element.line,
              message: `The column ${name}.${column} has no options: there is no choice '${wanted}'.`,
              fix: 'Add the choice to OptionSets, or write the name of one.',
              missing: `9 ${wanted}`,
            };
        }
      }
    },
  },
  {
    code: 'S052',
    severity: 'error',
    title:
      'Values of options are whole numbers, each once in its set, and within the publisher’s range, so that they never meet those of somebody else.',
    *check(solution) {
      const { optionPrefix } = solution.manifest();
      const isKnown = /^\d{5}$/.test(optionPrefix);
      for (const { file, set, column } of optionSets(solution)) {
        if (column?.type === 'state') continue;
        const free = PLATFORM_VALUES[column?.type ?? ''] ?? [];
        const values = optionsOf(set).map((option) => attribute(option, 'value'));
        for (const [index, option] of optionsOf(set).entries()) {
          const value = values[index]!;
          const owned = column === undefined || column.custom || column.type === 'status';
          const inRange =
            free.includes(value) || !owned || !isKnown || (value.length === 9 && value.startsWith(optionPrefix));
          if (!/^\d+$/.test(value) || values.indexOf(value) !== index)
            yield {
              file,
              line: option.line,
              message: `The value '${value}' is no whole number, or stands twice in its set.`,
              fix: 'Give the option a value of its own.',
            };
          else if (!inRange)
            yield {
              file,
              line: option.line,
              message: `The value ${value} is not in the range of the publisher.`,
              fix: `Use a value from ${optionPrefix}0000 to ${optionPrefix}9999; ${MANIFEST} says the prefix.`,
            };
        }
      }
    },
  },
  {
    code: 'S053',
    severity: 'error',
    title: 'The default of a choice is one of its options, or -1 for none.',
    *check(solution) {
      for (const { file, name, allColumns } of solution.tables()) {
        for (const column of allColumns) {
          const value = textAt(column.element, 'AppDefaultValue');
          const options = optionsOfColumn(solution, column);
          if (value === '' || value === '-1' || options === undefined) continue;
          if (!options.some((option) => attribute(option, 'value') === value))
            yield {
              file,
              line: child(column.element, 'AppDefaultValue').line,
              message: `The default ${value} of ${name}.${column.name} is none of its options.`,
              fix: 'Write the value of an option, or -1.',
            };
        }
      }
    },
  },
  {
    code: 'S054',
    severity: 'error',
    title: 'States and statuses belong together: each state has a default status of its own, each status a state.',
    *check(solution) {
      for (const { file, name, columns } of solution.tables()) {
        const listed = (column: string, list: string, item: string) => {
          const element = columns.get(column)?.element;
          return element ? children(child(element, 'optionset', list), item) : [];
        };
        const states = listed('statecode', 'states', 'state');
        const statuses = listed('statuscode', 'statuses', 'status');
        for (const each of states) {
          const fallback = statuses.find((one) => attribute(one, 'value') === attribute(each, 'defaultstatus'));
          if (!fallback || attribute(fallback, 'state') !== attribute(each, 'value'))
            yield {
              file,
              line: each.line,
              message: `The state ${attribute(each, 'value')} of ${name} has the default status '${attribute(each, 'defaultstatus')}', which is not one of its statuses.`,
              fix: 'Write the value of a status of that state.',
            };
        }
        for (const each of statuses) {
          if (!states.some((one) => attribute(one, 'value') === attribute(each, 'state')))
            yield {
              file,
              line: each.line,
              message: `The status ${attribute(each, 'value')} of ${name} belongs to the state '${attribute(each, 'state')}', which there is not.`,
              fix: 'Write the value of a state.',
            };
        }
      }
    },
  },
];
