import { child, textAt, textOf } from '../../xml/element';
import { TOP_FOLDERS } from '../../packer/copied-folders';
import { CUSTOMIZATIONS } from '../parts/manifest';
import { lineWith } from '../parts/source';
import type { Rule } from '../rule';

/** Hosts that belong to one tenant or environment of Microsoft's cloud. */
const TENANT_HOST =
  /\b[\w-]+(?:\.[\w-]+)*\.(?:crm\d*\.dynamics\.com|sharepoint\.com|onmicrosoft\.com|azurewebsites\.net|azure-api\.net|azure-apim\.net|logic\.azure\.com|vault\.azure\.net|blob\.core\.windows\.net|openai\.azure\.com|api\.powerplatform\.com|myshopify\.com)\b/i;
/** Names of reserved domains (RFC 2606) belong to nobody. */
const RESERVED = /(?:^|[.@])(?:example\.(?:com|net|org)|example|test|invalid|localhost)$/i;
const ADDRESS = /\b[\w.+-]+@(?!odata\.)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi;
/** Ids in the places where exports and hand-made texts carry those of a tenant, an environment or a connection. */
const ENVIRONMENT_ID =
  /(?:\/environments\/(?:Default-)?|\/tenants\/|"tenantId"\s*:\s*"|"environmentId"\s*:\s*"|[?&]tenantId=|\/connections\/(?:shared-[\w-]*-)?)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/i;
/** A connection that somebody made: `shared-office365-` and an id. */
const CONNECTION = /\bshared-[a-z0-9]+-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i;

const TEXT = /\.(xml|json|js|svg|html?|css|resx)$|\/data$/i;
/** What a bundler packed may hold addresses of other people's projects; files of unknown kinds are reported as such. */
const isOwnText = (path: string): boolean =>
  TEXT.test(path) && TOP_FOLDERS.has(path.split('/')[0]!) && !/^Controls\/.*\.js$/.test(path);

/** The first such words of a text, and how a report calls them: whose address it is does not go into a log. */
function environmentWords(text: string): { words: string; shown: string } | undefined {
  for (const pattern of [TENANT_HOST, ENVIRONMENT_ID, CONNECTION]) {
    const [words] = pattern.exec(text) ?? [];
    if (words !== undefined) return { words, shown: `'${words}'` };
  }
  const words = [...text.matchAll(ADDRESS)].map(([found]) => found).find((found) => !RESERVED.test(found));
  return words === undefined ? undefined : { words, shown: `An e-mail address at ${words.split('@')[1]!}` };
}

/** Name of a custom connector in connection references and flows: `_` becomes `-5f`, other signs likewise. */
export const apiName = (connector: string): string =>
  `shared_${connector.toLowerCase().replace(/[^a-z0-9]/g, (sign) => `-${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

export const environmentRules: readonly Rule[] = [
  {
    code: 'S032',
    severity: 'error',
    title: 'No environment variable carries a current value: it would overwrite the one of the target environment.',
    *check({ source }) {
      for (const file of source.paths('environmentvariabledefinitions', '/environmentvariablevalues.json'))
        yield {
          file,
          message: 'The file sets a value for every environment.',
          fix: 'Remove it; give the value by a settings file when deploying.',
        };
    },
  },
  {
    code: 'S033',
    severity: 'error',
    title:
      'No host of a tenant, e-mail address, or id of a tenant, environment or connection stands in a file. Reserved domains (RFC 2606) are free.',
    *check({ source }) {
      for (const file of [...source.files.keys()].filter(isOwnText)) {
        const text = source.text(file);
        const found = environmentWords(text);
        if (found)
          yield {
            file,
            line: lineWith(text, found.words),
            message: `${found.shown} belongs to one environment.`,
            fix: 'Make it an environment variable, or remove it.',
          };
      }
    },
  },
  {
    code: 'S034',
    severity: 'error',
    title: 'A custom connector is named without the suffix that its environment adds to it (`…-5f` and letters).',
    *check(solution) {
      const own = new Map(solution.all.flatMap((each) => each.connectors()).map((each) => [each.id, each]));
      for (const { name, element } of solution.connectionReferences()) {
        const custom = own.get(textAt(element, 'customconnectorid', 'connectorid').toLowerCase());
        const id = child(element, 'connectorid');
        const wanted = custom && `/providers/Microsoft.PowerApps/apis/${apiName(custom.name)}`;
        if (wanted !== undefined && textOf(id) !== wanted)
          yield {
            file: CUSTOMIZATIONS,
            line: id.line,
            message: `The connection reference ${name} names its connector '${textOf(id)}'.`,
            fix: `Write ${wanted}.`,
          };
      }
      for (const { json, references } of solution.flows()) {
        for (const { api, connector } of references) {
          if (connector !== '' && api !== apiName(connector))
            yield {
              file: json,
              line: lineWith(solution.source.text(json), `"${api}"`),
              message: `The flow names the connector ${connector} '${api}'.`,
              fix: `Write ${apiName(connector)}.`,
            };
        }
      }
    },
  },
  {
    code: 'S035',
    severity: 'error',
    title: 'The default of an environment variable is no address: what differs between environments has no default.',
    *check(solution) {
      for (const { file, name, element } of solution.variables()) {
        const value = textAt(element, 'defaultvalue');
        const host = /^https?:\/\/([^/:]+)/i.exec(value)?.[1];
        if (host !== undefined && !RESERVED.test(host))
          yield {
            file,
            line: child(element, 'defaultvalue').line,
            message: `The default of ${name} is the address '${value}'.`,
            fix: 'Leave the default empty, and give the value when deploying.',
          };
      }
    },
  },
];
