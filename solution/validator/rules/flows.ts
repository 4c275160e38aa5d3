import { child, find, textAt, textOf, type XmlElement } from '../../xml/element';
import { CUSTOMIZATIONS } from '../parts/manifest';
import type { Solution } from '../parts/solution';
import { lineWith } from '../parts/source';
import type { Rule } from '../rule';

const FLOW_FILE = /^Workflows\/.+-([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})\.json$/;

/** What the data file of a cloud flow says, besides its names and state: exports hold exactly this. */
const CODES: Record<string, string> = {
  Type: '1',
  Subprocess: '0',
  Category: '5',
  Mode: '0',
  Scope: '4',
  RunAs: '1',
  IsTransacted: '1',
  ModernFlowType: '0',
  PrimaryEntity: 'none',
};
const STATES = ['0 1', '1 2'];

function at(solution: Solution, json: string, word: string) {
  return { file: json, line: lineWith(solution.source.text(json), JSON.stringify(word)) };
}

function codeFault(element: XmlElement): { element: XmlElement; message: string; fix: string } | undefined {
  for (const [name, value] of Object.entries(CODES)) {
    const found = find(element, name);
    if (!found || textOf(found) !== value)
      return {
        element: found ?? element,
        message: `${name} is '${found ? textOf(found) : ''}'.`,
        fix: `Write ${value}, as every cloud flow has it.`,
      };
  }
  const state = `${textAt(element, 'StateCode')} ${textAt(element, 'StatusCode')}`;
  if (STATES.includes(state)) return undefined;
  return {
    element: child(element, 'StateCode'),
    message: `State and status '${state}' do not go together.`,
    fix: 'Write 0 and 1 (off), or 1 and 2 (on).',
  };
}

export const flowRules: readonly Rule[] = [
  {
    code: 'S120',
    severity: 'error',
    title: 'A flow consists of its JSON and its data file; one without the other is not packed, or stops the packing.',
    *check(solution) {
      const named = new Set(solution.flows().map(({ json }) => json));
      for (const { file, json, element, name } of solution.flows()) {
        if (!solution.source.has(json))
          yield {
            file,
            line: find(element, 'JsonFileName')?.line ?? element.line,
            message: `The flow ${name} has its content in '${json}', which is missing.`,
            fix: 'Restore the file, or correct JsonFileName.',
          };
      }
      for (const json of solution.source.paths('Workflows', '.json')) {
        if (!named.has(json) && !solution.source.isUncertain('Workflows'))
          yield {
            file: json,
            message: 'No data file names this flow: it is not imported.',
            fix: `Add ${json}.data.xml.`,
            missing: `29 ${FLOW_FILE.exec(json)?.[1]?.toLowerCase()}`,
          };
      }
    },
  },
  {
    code: 'S121',
    severity: 'error',
    title:
      'The JSON of a flow is named after the flow’s id in upper case, and the codes of its data file are those of a cloud flow.',
    *check(solution) {
      for (const { file, json, element, id } of solution.flows()) {
        const inName = FLOW_FILE.exec(json)?.[1];
        if (inName?.toLowerCase() !== id)
          yield {
            file,
            line: find(element, 'JsonFileName')?.line ?? element.line,
            message: `The file '${json}' does not end with the id ${id.toUpperCase()}.`,
            fix: 'Rename the file and JsonFileName, or restore the id.',
          };
        const fault = codeFault(element);
        if (fault) yield { file, line: fault.element.line || element.line, message: fault.message, fix: fault.fix };
      }
    },
  },
  {
    code: 'S122',
    severity: 'error',
    title: 'Every connection reference of a flow is one of the solution, or there before.',
    *check(solution) {
      if (!solution.customizations) return;
      const known = new Set(solution.all.flatMap((each) => each.connectionReferences().map(({ name }) => name)));
      for (const { json, name, references } of solution.flows()) {
        for (const { logicalName } of references) {
          if (!known.has(logicalName))
            yield {
              ...at(solution, json, logicalName),
              message: `The flow ${name} uses the connection reference '${logicalName}', which there is not.`,
              fix: `Add it to connectionreferences in ${CUSTOMIZATIONS}, or correct the name.`,
              missing: `connection reference ${logicalName}`,
            };
        }
      }
    },
  },
  {
    code: 'S123',
    severity: 'error',
    title: 'A call of a connector names one of the flow’s connections, and the connector that connection is for.',
    *check(solution) {
      for (const { json, name, references, calls } of solution.flows()) {
        for (const { action, connectionName, apiId } of calls) {
          const reference = references.find((each) => each.name === connectionName);
          if (!reference)
            yield {
              ...at(solution, json, action),
              message: `'${action}' of ${name} uses the connection '${connectionName}', which the flow does not have.`,
              fix: `Write one of ${references.map((each) => each.name).join(', ')}.`,
            };
          else if (apiId.split('/').at(-1) !== reference.api)
            yield {
              ...at(solution, json, action),
              message: `'${action}' of ${name} calls '${apiId}', but its connection is for ${reference.api}.`,
              fix: `Let apiId end in ${reference.api}.`,
            };
        }
      }
    },
  },
  {
    code: 'S124',
    severity: 'error',
    title:
      'Every operation of an own connector that a flow calls is in the connector’s document, and the connector is there.',
    *check(solution) {
      const connectors = solution.all.flatMap((each) => each.connectors());
      if (solution.source.isUncertain('Connectors')) return;
      for (const { json, name, references, calls } of solution.flows()) {
        for (const { action, connectionName, operationId } of calls) {
          const wanted = references.find((each) => each.name === connectionName)?.connector ?? '';
          const connector = connectors.find((each) => each.name === wanted);
          if (connector?.operations && !connector.operations.has(operationId))
            yield {
              ...at(solution, json, action),
              message: `'${action}' of ${name} calls ${operationId}, which ${wanted} does not offer.`,
              fix: 'Correct the operation, or add it to the connector.',
              missing: `operation ${operationId}`,
            };
          if (wanted !== '' && !connector && !solution.isDeclared('372', wanted.toLowerCase()))
            yield {
              ...at(solution, json, action),
              message: `'${action}' of ${name} calls the connector ${wanted}, which is neither here nor there before.`,
              fix: 'Name its solution as one that is there before, or declare it in MissingDependencies.',
              missing: `connector ${wanted}`,
            };
        }
      }
    },
  },
  {
    code: 'S125',
    severity: 'error',
    title: 'Every environment variable that a flow declares has a definition.',
    *check(solution) {
      const known = new Set(solution.all.flatMap((each) => each.variables().map((variable) => variable.name)));
      if (solution.source.isUncertain('environmentvariabledefinitions')) return;
      for (const { json, name, variables } of solution.flows()) {
        for (const variable of variables) {
          if (!known.has(variable))
            yield {
              ...at(solution, json, variable),
              message: `The flow ${name} uses the environment variable '${variable}', which there is not.`,
              fix: 'Add its definition, or correct the name.',
              missing: `variable ${variable}`,
            };
        }
      }
    },
  },
  {
    code: 'S126',
    severity: 'error',
    title: 'Every flow that a flow calls is in the solution, or there before.',
    *check(solution) {
      const known = new Set(solution.all.flatMap((each) => each.flows().map(({ id }) => id)));
      if (solution.source.isUncertain('Workflows')) return;
      for (const { json, name, children } of solution.flows()) {
        for (const id of children) {
          if (!known.has(id) && !solution.isDeclared('29', id))
            yield {
              file: json,
              line: lineWith(solution.source.text(json), id),
              message: `The flow ${name} calls the flow ${id}, which there is not.`,
              fix: 'Add it, or correct the id.',
              missing: `29 ${id}`,
            };
        }
      }
    },
  },
];
