import { createServer, type Server } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import type { PageError } from './client/page-data';
import type { Desk } from './desk';
import { pageHeaders } from './page-headers';
import { PageProblem } from './page-problem';
import { pageRoutes } from './page-routes';
import { requestGuard } from './request-guard';
import type { RunLog } from './run-log';

export interface PageFolders {
  /** Holds `index.html` and the style sheets. */
  static: string;
  /** Holds the compiled client. */
  client: string;
}

export interface PageServer {
  url: string;
  /** Ends open lines too. */
  close(): Promise<void>;
}

const LARGEST_BODY = '256kb';

/** The page as an Express application. @param more further pages, behind the same guards */
export function pageApplication(desk: Desk, runs: RunLog, folders: PageFolders, more?: Router): Express {
  const application = express();
  application.disable('x-powered-by');
  application.use(pageHeaders, requestGuard);
  application.use('/api', express.json({ limit: LARGEST_BODY }), pageRoutes(desk, runs));
  if (more) application.use(more);
  application.use('/client', express.static(folders.client));
  application.use(express.static(folders.static));
  application.use((request) => {
    throw new PageProblem(404, 'not_found', `There is nothing at ${request.path}.`);
  });
  application.use(answerProblem);
  return application;
}

/**
 * Serves the page on 127.0.0.1.
 * @param port 0 takes a free one
 * @param more further pages, behind the same guards
 * @throws the system's error, for example EADDRINUSE
 */
export async function startPage(
  desk: Desk,
  runs: RunLog,
  folders: PageFolders,
  port: number,
  more?: Router,
): Promise<PageServer> {
  const server = createServer(pageApplication(desk, runs, folders, more));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return { url: `http://127.0.0.1:${bound}`, close: () => closeServer(server) };
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const answerProblem: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  const { status, code, message } = asProblem(error);
  const body: PageError = { error: { code, message } };
  response.status(status).json(body);
};

/** Express's own refusals (a body too large, broken JSON) carry a status; anything else is ours to mend. */
function asProblem(error: unknown): Pick<PageProblem, 'status' | 'code' | 'message'> {
  if (error instanceof PageProblem) return error;
  const status = (error as { status?: unknown }).status;
  if (status === 413) return { status, code: 'too_large', message: `The message is larger than ${LARGEST_BODY}.` };
  if (status === 400) return { status, code: 'bad_request', message: 'The request cannot be read. Send valid JSON.' };
  const reason = error instanceof Error ? error.message : String(error);
  return { status: 500, code: 'failed', message: `The workbench could not do this: ${reason}` };
}
