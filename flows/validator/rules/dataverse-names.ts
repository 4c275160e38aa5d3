import { type SolutionTable } from '../surroundings';
import { type ConnectorCall, connectorCalls, DATAVERSE, parameterPointer } from '../connector-call';
import { literalText, partsOfText } from '../literal';
import { type Detail, type Rule } from '../rule';
import { lookupOf, namesOf, type SolutionNames } from '../solution-names';
import { Suggester } from '../suggest';

const BIND = '@odata.bind';
/** Operations that write the columns under `item/`. */
const WRITES = /^(Create|Update|UpdateOnly)Record(WithOrganization)?$/;
/** Tables of another environment are not those of this solution. */
const ELSEWHERE = /WithOrganization$/;

/** Rules about tables and columns that flows name literally. They need the solution. */
export const dataverseNameRules: Rule[] = [
  {
    code: 'F032',
    severity: 'error',
    title:
      'A Dataverse action names a table by its set (`rcc_tickets`), a Dataverse trigger by its logical name (`rcc_ticket`), and the table exists.',
    *check(flow, around) {
      if (!around.solution) return;
      const names = namesOf(around.solution);
      for (const call of connectorCalls(flow, around)) {
        if (call.connector !== DATAVERSE || ELSEWHERE.test(call.operationId)) continue;
        for (const key of ['entityName', 'subscriptionRequest/entityname']) {
          const name = literalText(call.parameters[key]);
          const detail = name === undefined ? undefined : tableProblem(name, key === 'entityName', names);
          if (detail) yield { ...detail, pointer: parameterPointer(call, key) };
        }
      }
    },
  },
  {
    code: 'F033',
    severity: 'error',
    title: 'Every column a Dataverse action writes exists in its table.',
    *check(flow, around) {
      if (!around.solution) return;
      const names = namesOf(around.solution);
      for (const call of connectorCalls(flow, around)) {
        const table = writtenTable(call, names);
        if (!table || table.columns.size === 0) continue;
        for (const column of writtenNames(call)) {
          if (column.includes('@') || table.columns.has(column) || lookupNamed(table, column)) continue;
          yield {
            pointer: parameterPointer(call, `item/${column}`),
            message: `'${call.name}' writes the column '${column}', which the table '${table.logicalName}' does not have.`,
            fix: new Suggester(table.columns).fix(column, 'Add the column to the table, or remove it here.'),
          };
        }
      }
    },
  },
  {
    code: 'F034',
    severity: 'error',
    title:
      'A lookup is written as `<navigation property>@odata.bind`, in the very case of the property, with a row of a table it points at.',
    *check(flow, around) {
      if (!around.solution) return;
      const names = namesOf(around.solution);
      for (const call of connectorCalls(flow, around)) {
        const table = writtenTable(call, names);
        if (!table) continue;
        for (const name of writtenNames(call)) {
          const detail = name.endsWith(BIND)
            ? bindProblem(call, table, name.slice(0, -BIND.length), names)
            : plainLookupProblem(call, table, name);
          if (detail) yield { ...detail, pointer: parameterPointer(call, `item/${name}`) };
        }
      }
    },
  },
];

type Problem = Omit<Detail, 'pointer'>;

function tableProblem(name: string, wantsSet: boolean, names: SolutionNames): Problem | undefined {
  const [right, other] = wantsSet ? [names.ofSet(name), names.ofName(name)] : [names.ofName(name), names.ofSet(name)];
  // A few tables have one name for both.
  if (right) return undefined;
  if (other) {
    const [kind, wanted] = wantsSet
      ? ['the logical name of a table; actions want the name of its set', other.entitySetName]
      : ['the name of a set of rows; triggers want the logical name of the table', other.logicalName];
    return { message: `'${name}' is ${kind}.`, fix: `Write '${wanted}'.` };
  }
  const suggester = new Suggester(wantsSet ? names.sets : names.names);
  const own = names.isOwn(name);
  return {
    ...(own ? {} : { severity: 'warning' as const }),
    message: own
      ? `The solution has no table with the ${wantsSet ? 'set' : 'logical name'} '${name}'.`
      : `'${name}' is neither a table of the solution nor one of the well-known ones.`,
    fix: suggester.fix(name, own ? 'Add the table to the solution.' : 'Make sure that the environment has it.'),
  };
}

function writtenTable(
  { connector, operationId, parameters }: ConnectorCall,
  names: SolutionNames,
): SolutionTable | undefined {
  if (connector !== DATAVERSE || !WRITES.test(operationId) || ELSEWHERE.test(operationId)) return undefined;
  const set = literalText(parameters.entityName);
  return set === undefined ? undefined : names.ofSet(set);
}

/** What follows `item/` in the parameters of a write. */
function writtenNames({ parameters }: ConnectorCall): string[] {
  return Object.keys(parameters).flatMap((key) => (key.startsWith('item/') ? [key.slice('item/'.length)] : []));
}

/** A lookup under its navigation property, which is F034's to judge. */
function lookupNamed({ lookups }: SolutionTable, name: string): boolean {
  return [...lookups.keys()].some((each) => each.toLowerCase() === name.toLowerCase());
}

function plainLookupProblem({ name: caller }: ConnectorCall, table: SolutionTable, name: string): Problem | undefined {
  const lookup = lookupOf(table, name.toLowerCase());
  if (lookup === undefined) return undefined;
  const target = table.lookups.get(lookup)![0]!;
  return {
    message: `'${caller}' writes the lookup '${name}' like a plain column.`,
    fix: `Write 'item/${lookup}${BIND}' with the row of '${target}' it points at.`,
  };
}

function bindProblem(
  { name: caller, parameters }: ConnectorCall,
  table: SolutionTable,
  property: string,
  names: SolutionNames,
): Problem | undefined {
  const targets = table.lookups.get(property);
  if (!targets) {
    const sameButCase = [...table.lookups.keys()].find((each) => each.toLowerCase() === property.toLowerCase());
    if (sameButCase !== undefined) {
      const message = `'${caller}' binds '${property}', but the navigation property is '${sameButCase}'; case matters.`;
      return { message, fix: `Write 'item/${sameButCase}${BIND}'.` };
    }
    // The lookups of standard tables are not all listed.
    if (table.columns.size === 0) return undefined;
    return {
      message: `'${caller}' binds '${property}', which is no lookup of the table '${table.logicalName}'.`,
      fix: new Suggester(table.lookups.keys()).fix(
        property,
        `Its lookups are ${[...table.lookups.keys()].join(', ')}.`,
      ),
    };
  }
  const set = boundSet(parameters[`item/${property}${BIND}`]);
  if (set === undefined) return undefined;
  const sets = targets.map((target) => names.ofName(target)?.entitySetName);
  if (sets.includes(set) || sets.includes(undefined)) return undefined;
  return {
    message: `'${caller}' binds '${property}' to a row of '${set}', but it points at ${sets.join(' or ')}.`,
    fix: `Write '/${sets[0]}(…)'.`,
  };
}

/** The set a bind's text names before its first parenthesis; undefined when an expression gives it. */
function boundSet(value: unknown): string | undefined {
  const [first] = typeof value === 'string' ? (partsOfText(value) ?? []) : [];
  return typeof first === 'string' ? /^\/?([A-Za-z_]\w*)\(/.exec(first)?.[1] : undefined;
}
