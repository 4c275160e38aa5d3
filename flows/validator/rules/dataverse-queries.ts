import { type ConnectorCall, connectorCalls, DATAVERSE, parameterPointer } from '../connector-call';
import { partsOfText } from '../literal';
import { type QueryReading, readFilter, readNames, readOrder, textWithHoles } from '../odata-query';
import { type Detail, type Rule } from '../rule';
import { lookupOf, namesOf, type SolutionNames } from '../solution-names';
import { Suggester } from '../suggest';
import { type SolutionTable } from '../surroundings';

const ELSEWHERE = /WithOrganization$/;

interface QueryOption {
  read: (text: string) => QueryReading;
  /** Lookups are asked for as `_rcc_ticket_value`; triggers name columns plainly. */
  lookupsAsValues: boolean;
}

/** Parameters that hold OData, of actions and of the row trigger. */
const OPTIONS: Readonly<Record<string, QueryOption>> = {
  $filter: { read: readFilter, lookupsAsValues: true },
  $select: { read: readNames, lookupsAsValues: true },
  $orderby: { read: readOrder, lookupsAsValues: true },
  'subscriptionRequest/filterexpression': { read: readFilter, lookupsAsValues: true },
  'subscriptionRequest/filteringattributes': { read: readNames, lookupsAsValues: false },
};

/** Rules about the queries flows send to Dataverse. */
export const dataverseQueryRules: Rule[] = [
  {
    code: 'F035',
    severity: 'error',
    title:
      '`$filter`, `$select` and `$orderby` can be read by Dataverse and name columns of the table; lookups are written `_x_value`.',
    *check(flow, around) {
      const names = around.solution ? namesOf(around.solution) : undefined;
      for (const call of connectorCalls(flow, around)) {
        if (call.connector !== DATAVERSE) continue;
        const table = names && !ELSEWHERE.test(call.operationId) ? queriedTable(call, names) : undefined;
        for (const [key, option] of Object.entries(OPTIONS)) {
          const written = call.parameters[key];
          const parts = typeof written === 'string' ? partsOfText(written) : undefined;
          // Nothing is known of a query that one expression gives as a whole.
          if (!parts || (parts.length === 1 && typeof parts[0] !== 'string')) continue;
          const { problem, properties } = option.read(textWithHoles(parts));
          const pointer = parameterPointer(call, key);
          if (problem !== undefined) {
            const message = `'${key}' of '${call.name}' cannot be read: ${problem}.`;
            yield {
              pointer,
              message,
              fix: 'Correct the query; the designer’s “Edit in basic mode” shows how it is read.',
            };
          }
          if (!table) continue;
          for (const path of properties) yield* columnProblems(call, key, path, table, option, names!, pointer);
        }
      }
    },
  },
];

function queriedTable({ parameters }: ConnectorCall, names: SolutionNames): SolutionTable | undefined {
  const { entityName, 'subscriptionRequest/entityname': triggerName } = parameters;
  if (typeof entityName === 'string') return names.ofSet(entityName);
  return typeof triggerName === 'string' ? names.ofName(triggerName) : undefined;
}

function* columnProblems(
  call: ConnectorCall,
  key: string,
  [name, ...rest]: string[],
  table: SolutionTable,
  option: QueryOption,
  names: SolutionNames,
  pointer: string,
): Generator<Detail> {
  if (name === undefined || table.columns.size === 0) return;
  if (rest.length > 0) {
    // Collections are not listed, so that only what is behind a lookup is followed.
    const target = table.lookups.get(name)?.map((each) => names.ofName(each));
    if (target?.length === 1 && target[0]) yield* columnProblems(call, key, rest, target[0], option, names, pointer);
    return;
  }
  const lookup = lookupOf(table, name);
  const value = /^_(.+)_value$/.exec(name)?.[1];
  const isValue = value !== undefined && lookupOf(table, value) !== undefined;
  const wanted = option.lookupsAsValues
    ? isValue || (table.columns.has(name) && lookup === undefined)
    : table.columns.has(name);
  if (wanted || (table.lookups.has(name) && !option.lookupsAsValues)) return;
  const place = `'${key}' of '${call.name}'`;
  if (lookup !== undefined) {
    yield {
      pointer,
      message: `${place} names the lookup '${name}' like a plain column.`,
      fix: `Write '_${name}_value'.`,
    };
  } else if (isValue) {
    yield {
      pointer,
      message: `${place} names '${name}', but columns are named plainly there.`,
      fix: `Write '${value}'.`,
    };
  } else {
    const message = `${place} names the column '${name}', which the table '${table.logicalName}' does not have.`;
    yield {
      pointer,
      message,
      fix: new Suggester(table.columns).fix(name, 'Correct the name, or add the column to the table.'),
    };
  }
}
