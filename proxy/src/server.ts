import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { ServiceModel } from './ai/create-language-model';
import { createCallerCheck } from './auth';
import { readConnectorDocument } from './contract/connector-document';
import { contractOperations } from './contract/operations';
import { RccError } from './errors/rcc-error';
import type { Store } from './events/store';
import { createHealth } from './health';
import { createOnce } from './idempotency';
import { createLog, type Log } from './log';
import { allOperations } from './routes/all-operations';
import type { Services } from './routes/operation';
import { answerError } from './server/answer-error';
import { answerOperation } from './server/answer-operation';
import { feedbackPage } from './server/feedback-page';
import { notThisMethod } from './server/not-this-method';
import { requestStart } from './server/request-start';
import { sendJson } from './server/send-json';
import type { Settings } from './settings';
import { createDeskMemory } from './tickets/desk/desk-memory';
import type { Change } from './webhooks/changed-fact';
import { webhookRoutes } from './webhooks/webhook-routes';

export interface ServerOptions {
  log?: Log;
  now?: () => Date;
  /** True once the service is shutting down: new work is then refused. */
  stopping?: () => boolean;
  /** Told what a vendor says has changed, once it is stored. */
  onChange?: (change: Change) => void;
  /** The language model, whose state is part of `/health`. */
  languageModel?: Pick<ServiceModel, 'state'>;
}

/**
 * Puts the service together; it does not listen yet. Addresses and methods come from the connector document, so an
 * operation is served exactly where the document says.
 * @throws {Error} when operations and document do not match
 */
export function createServer(
  settings: Settings,
  services: Services,
  store: Store,
  {
    log = createLog(settings.logLevel),
    now = () => new Date(),
    stopping = () => false,
    onChange = () => undefined,
    languageModel,
  }: ServerOptions = {},
): Express {
  const contracts = contractOperations(readConnectorDocument());
  const once = createOnce(store, now, (operation) => log.warn({ operation }, 'same key with another body'));
  const desk = createDeskMemory(store, settings.desk, now);
  const { money, ...withoutMoney } = services;
  const operations = allOperations({ services: withoutMoney, money, store, once, desk, now });
  const health = createHealth(settings, store, services.commerce, stopping, languageModel);
  const mayCall = createCallerCheck(settings.apiKeyHashes);

  const app = express().disable('x-powered-by').disable('etag');
  app.use(requestStart(log));
  app
    .route('/health')
    .get(async (_request, response) => {
      const state = await health();
      sendJson(response, state.status === 'ok' ? 200 : 503, state);
    })
    .all(notThisMethod('GET'));
  app.route('/feedback').get(feedbackPage(services.surveys, now)).all(notThisMethod('GET'));
  const notWhileStopping = (_request: Request, _response: Response, next: NextFunction) => {
    if (!stopping()) return next();
    const headers = { connection: 'close', 'retry-after': '5' };
    throw new RccError('RCC_STOPPING', 'The service is restarting. Try again soon.', undefined, { headers });
  };
  app.use('/webhooks', notWhileStopping, webhookRoutes(settings.webhooks, { store, log, now, onChange }));
  app.use((request: Request, _response: Response, next: NextFunction) => {
    if (!mayCall({ key: request.get('x-api-key'), host: request.get('host') })) {
      throw new RccError('RCC_UNAUTHORIZED', 'Send a valid key in the header X-Api-Key.', 'header/X-Api-Key');
    }
    next();
  }, notWhileStopping);
  for (const operation of operations) {
    const contract = contracts.get(operation.operationId);
    if (contract?.method !== 'post') throw new Error(`The connector document has no POST ${operation.operationId}.`);
    app
      .route(contract.path)
      .post(answerOperation(operation, contract, settings.requestDeadlineMs))
      .all(notThisMethod(contract.method));
  }
  if (contracts.size !== operations.length) throw new Error('The connector document has operations nobody answers.');
  app.use(() => {
    throw new RccError('RCC_NOT_FOUND', 'There is no operation at this address.');
  });
  app.use(answerError(log));
  return app;
}
