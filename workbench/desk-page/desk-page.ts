import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import express, { Router } from 'express';
import { projectFile } from '../../proxy/src/project-file';
import { readViews } from '../../solution/views/read-views';
import type { Approvals } from '../approvals/approvals';
import type { Dataverse } from '../dataverse/dataverse';
import { PageProblem } from '../page/page-problem';
import { approvalRoutes } from './approval-routes';
import type { Controls } from './controls';
import type { DeskView } from './desk-data';
import { peopleOf } from './people';
import { rowRoutes } from './row-routes';
import { tableView } from './table-view';

export interface DeskPageParts {
  dataverse: Pick<Dataverse, 'call' | 'rows' | 'tables'>;
  approvals: Pick<Approvals, 'pending' | 'respond'>;
  /** Unpacked source of the solution with the tables' views. */
  solutionFolder: string;
  controls: Controls;
  /** Holds the page's compiled modules, its own and those of the controls' room. */
  modulesFolder: string;
  /** Starts the flow that counts the day, without waiting for it. */
  publishMetrics(): void;
}

const SOURCES = projectFile('workbench/desk-page');
const HOST = projectFile('pcf-controls/host');
/** What the platform brings to a control; nothing else of the package is given. */
const PLATFORM = ['react_16_14_0.js', 'fluent_9_4_0.js'];
const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The page's policy: its own files only, and of what stands inline its import map and style elements that are empty.
 * Fluent makes such elements and fills them by script, which a policy does not hinder.
 */
function policyOf(page: string): string {
  const [, map = ''] = /<script type="importmap">([^]*?)<\/script>/.exec(page) ?? [];
  return [
    "default-src 'none'",
    `script-src 'self' ${sha256(map)}`,
    `style-src 'self' ${sha256('')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** `/desk`, where an agent works, and all it loads and asks; refusals are `PageProblem`s. */
export function deskPage({
  dataverse,
  approvals,
  solutionFolder,
  controls,
  modulesFolder,
  publishMetrics,
}: DeskPageParts): Router {
  const routes = Router();
  const page = readFileSync(join(SOURCES, 'desk.html'), 'utf8');
  const policy = policyOf(page);

  routes.get('/desk', (_request, response) => {
    response.set('content-security-policy', policy).type('html').send(page);
  });
  // Where the flows' mails lead an agent.
  routes.get('/tickets/:ticket', (request, response) => {
    response.redirect(`/desk#/ticket/${encodeURIComponent(request.params.ticket)}`);
  });
  routes.get('/desk.css', (_request, response) => response.sendFile(join(SOURCES, 'desk.css')));
  routes.use('/modules', express.static(modulesFolder, { extensions: ['js'], index: false }));
  routes.use('/controls', express.static(controls.folder, { index: false }));
  routes.get('/platform/:file', (request, response) => {
    const { file } = request.params;
    if (file === 'names.js') return response.sendFile(join(HOST, 'platform.js'));
    if (!PLATFORM.includes(file)) throw new PageProblem(404, 'not_found', `There is nothing at ${request.path}.`);
    response.sendFile(join(dirname(require.resolve('pcf-start/package.json')), 'lib', file));
  });

  routes.get('/api/desk', (_request, response) => {
    const { state, said } = controls;
    response.json({ people: peopleOf(dataverse), controls: state, said } satisfies DeskView);
  });
  routes.get('/api/desk/tables/:table', (request, response) => {
    const { table: name } = request.params;
    const table = dataverse.tables.get(name);
    if (!table) throw new PageProblem(404, 'unknown_table', `There is no table "${name}".`);
    response.json(tableView(table, readViews(solutionFolder, table)));
  });
  routes.post('/api/desk/metrics', (_request, response) => {
    publishMetrics();
    response.status(202).json({});
  });
  routes.use('/api/desk/approvals', approvalRoutes(approvals));
  routes.use('/api/data', rowRoutes(dataverse));
  return routes;
}
