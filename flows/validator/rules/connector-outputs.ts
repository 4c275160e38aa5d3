import { type ActionNode } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { usesOf } from '../expression-uses';
import { type Rule } from '../rule';
import { Suggester } from '../suggest';
import { type Miss, ValueShapes } from '../value-shapes';

const ROW_ACTIONS = new Set(['Query', 'Select', 'Table']);

/** Rules about what is read from the answers of connector calls. */
export const connectorOutputRules: Rule[] = [
  {
    code: 'F030',
    severity: 'warning',
    title:
      'What is read from the answer of a connector call is declared by its operation, in the same case; else it is always null, or found only if the platform looks names up whatever their case.',
    *check(flow, around) {
      const shapes = new ValueShapes(flow, around);
      const told = new Set<string>();
      for (const { call, user, site } of usesOf(flow)) {
        // A batch is not split yet where its own trigger is described.
        if (!user && flow.trigger?.definition.splitOn !== undefined) continue;
        const rows = user !== undefined && ROW_ACTIONS.has(user.type) && !isList(user, site.pointer);
        const miss = shapes.miss(call, { ...(user ? { action: user } : {}), rows });
        const place = `${site.pointer} ${miss?.name}`;
        if (!miss || told.has(place)) continue;
        told.add(place);
        yield { pointer: site.pointer, message: messageOf(miss), fix: fixOf(miss) };
      }
    },
  },
];

/** The list a Query, Select or Table goes through is read before there is a row. */
function isList(action: ActionNode, pointer: string): boolean {
  return pointer === below(action.pointer, 'inputs', 'from');
}

function messageOf(miss: Miss): string {
  const { name, reason, call } = miss;
  const operation = `the operation '${call.operationId}' of '${call.name}'`;
  switch (reason) {
    case 'nothing':
      return `'${name}' is read from the answer of ${operation}, which has no body.`;
    case 'list':
      return `'${name}' is read from a list in the answer of ${operation}.`;
    case 'scalar':
      return `'${name}' is read from a plain value in the answer of ${operation}.`;
    case 'unknown': {
      // Our engine looks names up whatever their case; that the platform does so too is unconfirmed.
      const near = inAnotherCase(miss);
      if (near !== undefined)
        return `'${name}' is read from the answer of ${operation}, which has '${near}'; that names are found whatever their case is not documented.`;
      return `'${name}' is read from the answer of ${operation}, which does not have it.`;
    }
  }
}

function inAnotherCase({ name, known }: Miss): string | undefined {
  return known.find((each) => each.toLowerCase() === name.toLowerCase());
}

function fixOf(miss: Miss): string {
  const { name, reason, known, call } = miss;
  switch (reason) {
    case 'nothing':
      return 'Read what is needed from elsewhere; only the status code tells that it worked.';
    case 'list':
      return "Loop over the list, or take one element: first(…)?['…'].";
    case 'scalar':
      return 'Remove the step.';
    case 'unknown': {
      if (!call.action && call.operation?.triggerMode === 'batch' && call.definition.splitOn === undefined) {
        return 'Give the trigger a splitOn, such as "@triggerOutputs()?[\'body/value\']", so that each run gets one element.';
      }
      const near = inAnotherCase(miss);
      if (near !== undefined) return `Write '${near}'.`;
      const shown = known.slice(0, 12).map((each) => `'${each}'`);
      const more = known.length > 12 ? ` and ${known.length - 12} more` : '';
      return new Suggester(known).fix(name, `Read one of ${shown.join(', ')}${more}.`);
    }
  }
}
