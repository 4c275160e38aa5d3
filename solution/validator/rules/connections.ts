import { children, find, textAt, textOf } from '../../xml/element';
import { unpackedPath } from '../parts/flows';
import { CUSTOMIZATIONS } from '../parts/manifest';
import type { Rule } from '../rule';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const API = /^\/providers\/Microsoft\.PowerApps\/apis\/shared_[\w-]+$/;

/** Side files of a connector by the element that names them; exports always hold them, a script only sometimes. */
const SIDE_FILES = {
  openapidefinition: true,
  connectionparameters: true,
  policytemplateinstances: true,
  iconblob: true,
  customcodeblobcontent: false,
};

/** Whether a default is one of the variable's type, by type code. */
const FITS: Record<string, (value: string) => boolean> = {
  '100000000': () => true,
  '100000001': (value) => value.trim() !== '' && Number.isFinite(Number(value)),
  '100000002': (value) => ['yes', 'no'].includes(value),
  '100000003': isJson,
  '100000004': () => true,
  '100000005': (value) => value.startsWith('/subscriptions/'),
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export const connectionRules: readonly Rule[] = [
  {
    code: 'S130',
    severity: 'error',
    title: 'An environment variable has a known type, and a default of that type or none.',
    *check(solution) {
      for (const { file, name, element } of solution.variables()) {
        const type = find(element, 'type');
        const fits = FITS[type ? textOf(type) : ''];
        const value = textAt(element, 'defaultvalue');
        if (!fits)
          yield {
            file,
            line: (type ?? element).line,
            message: `'${type ? textOf(type) : ''}' is no type of an environment variable.`,
            fix: `Write one of ${Object.keys(FITS).join(', ')}.`,
          };
        else if (value !== '' && !fits(value))
          yield {
            file,
            line: find(element, 'defaultvalue')!.line,
            message: `The default '${value}' of ${name} is not of its type ${textOf(type!)}.`,
            fix: 'Correct it, or leave it out.',
          };
      }
    },
  },
  {
    code: 'S131',
    severity: 'error',
    title:
      'A connection reference names a connector; that of a custom connector also its id, which is one that is there.',
    *check(solution) {
      const connectors = new Set(solution.all.flatMap((each) => each.connectors().map(({ id }) => id)));
      for (const { name, element } of solution.connectionReferences()) {
        const api = find(element, 'connectorid');
        const custom = find(element, 'customconnectorid', 'connectorid');
        const id = custom && textOf(custom);
        if (!api || !API.test(textOf(api)))
          yield {
            file: CUSTOMIZATIONS,
            line: (api ?? element).line,
            message: `The connection reference ${name} names no connector.`,
            fix: 'Write /providers/Microsoft.PowerApps/apis/shared_… in connectorid.',
          };
        else if (id !== undefined && !GUID.test(id))
          yield {
            file: CUSTOMIZATIONS,
            line: custom!.line,
            message: `'${id}' is no id of a custom connector.`,
            fix: 'Write its GUID in lower case without braces.',
          };
        else if (
          id !== undefined &&
          !connectors.has(id) &&
          !solution.isDeclared('372', id) &&
          !solution.source.isUncertain('Connectors')
        )
          yield {
            file: CUSTOMIZATIONS,
            line: custom!.line,
            message: `The connection reference ${name} is for the custom connector ${id}, which is neither here nor there before.`,
            fix: 'Name its solution as one that is there before, or declare it in MissingDependencies.',
            missing: `372 ${id}`,
          };
      }
    },
  },
  {
    code: 'S132',
    severity: 'error',
    title:
      'The side files of a connector are there: document, parameters, policies and icon. Packing does not look for them.',
    *check(solution) {
      for (const { file, element, name } of solution.connectors()) {
        for (const [part, isNeeded] of Object.entries(SIDE_FILES)) {
          const found = children(element, part)[0];
          const path = found && textOf(found);
          if ((path === undefined || path === '') && isNeeded)
            yield {
              file,
              line: element.line,
              message: `The connector ${name} names no ${part}.`,
              fix: `Add <${part}> with the path /Connector/${name}_….`,
            };
          else if (
            path !== undefined &&
            path !== '' &&
            (!path.startsWith('/Connector/') || !solution.source.has(unpackedPath(path)))
          )
            yield {
              file,
              line: found!.line,
              message: `The ${part} of ${name}, '${path}', is missing.`,
              fix: `Add ${unpackedPath(path)}, or correct the path.`,
            };
        }
      }
      const named = new Set(
        solution
          .connectors()
          .flatMap(({ element, file }) => [file, ...children(element).map((each) => unpackedPath(textOf(each)))]),
      );
      for (const file of solution.source.paths('Connectors')) {
        if (!named.has(file) && !solution.source.isUncertain('Connectors'))
          yield {
            file,
            message: 'No connector names this file: it is packed for nothing.',
            fix: 'Name it in the connector, or remove it.',
          };
      }
    },
  },
  {
    code: 'S133',
    severity: 'error',
    title: 'The document of a connector is Swagger 2.0 with operations; OpenAPI 3 is not imported.',
    *check(solution) {
      for (const { element, name, operations } of solution.connectors()) {
        const path = unpackedPath(textAt(element, 'openapidefinition'));
        const document = solution.source.json(path) as { swagger?: unknown } | undefined;
        if (document !== undefined && (document?.swagger !== '2.0' || operations?.size === 0))
          yield {
            file: path,
            message: `The document of ${name} is no Swagger 2.0 document with operations.`,
            fix: 'Write "swagger": "2.0" and paths whose operations have an operationId.',
          };
      }
    },
  },
];
