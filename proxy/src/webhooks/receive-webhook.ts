import type { Request, Response } from 'express';
import { RccError } from '../errors/rcc-error';
import { newEvent } from '../events/event';
import type { Store } from '../events/store';
import type { Log } from '../log';
import { parseJsonBytes, readJsonBytes } from '../server/read-json-body';
import { notesOf } from '../server/request-start';
import { sendJson } from '../server/send-json';
import { type Change, changeOf } from './changed-fact';
import { type Delivery, type Told, WebhookRefused, type WebhookReader, type WebhookVendor } from './delivery';

/** Orders with a thousand lines and delivery photos of UPS stay below it. Nobody has shown a secret before it is read. */
export const WEBHOOK_LIMIT_BYTES = 2 * 1024 * 1024;

/** A fact of the future would stay the newest until then. */
const AHEAD_MS = 86_400_000;

const TOPIC_FORM = /^[\w./]{1,60}$/;

export interface WebhookDependencies {
  store: Store;
  log: Log;
  now: () => Date;
  /** Told of every change once it is stored, and not again when the vendor repeats itself. */
  onChange: (change: Change) => void;
}

function refuseTheFuture({ facts }: Told, now: Date): void {
  const newest = Math.max(...(facts ?? []).map(({ payload }) => Date.parse(payload.changed_at ?? '') || 0));
  if (newest <= now.getTime() + AHEAD_MS) return;
  throw new RccError(
    'RCC_INVALID_REQUEST',
    'The change is dated more than a day after now. Check the clocks of the service and of the sender.',
    'body',
  );
}

/**
 * Answers deliveries of one vendor: proved on the raw body, then read, then stored, then answered. A repetition is answered
 * like the first and stores nothing; what could not be stored is answered with 503, so that the vendor repeats it. Of what
 * cannot be proved nothing is kept, and of a body nothing but its facts.
 */
export const receiveWebhook = (
  vendor: WebhookVendor,
  reader: WebhookReader,
  { store, log, now, onChange }: WebhookDependencies,
) => {
  const operation = `webhook ${vendor}`;

  /** @returns whether it was there before */
  const keep = async ({ key, facts }: Told, at: Date): Promise<boolean> => {
    if (facts === null || facts.length === 0) return false;
    const events = facts.map(({ type, payload }) =>
      newEvent(type, payload, payload.changed_at === null ? at : new Date(payload.changed_at)),
    );
    const { replayed } = await store.write({ operation, key, bodyHash: '', status: 200, answer: {}, events }, at);
    if (!replayed) facts.map(changeOf).forEach(onChange);
    return replayed;
  };

  /** What a delivery tells; what cannot be proved leaves a line in the log, because a vendor that is refused stops sending. */
  const proved = (delivery: Delivery): Told => {
    try {
      reader.prove(delivery);
      return reader.read(delivery, parseJsonBytes(delivery.body));
    } catch (error) {
      if (error instanceof WebhookRefused) log.warn({ vendor, check: error.check }, 'webhook refused');
      throw error;
    }
  };

  return async (request: Request, response: Response): Promise<void> => {
    const notes = notesOf(response);
    notes.operation = operation;
    const body = await readJsonBytes(request, WEBHOOK_LIMIT_BYTES, 'Have the vendor send fewer fields.');
    const delivery: Delivery = { headers: request.headers, body, receivedAt: now() };
    const told = proved(delivery);
    refuseTheFuture(told, delivery.receivedAt);
    const replayed = await keep(told, delivery.receivedAt);
    notes.replayed = replayed;
    const topic = TOPIC_FORM.test(told.topic) ? told.topic : 'other';
    log.info({ vendor, topic, facts: told.facts?.length ?? 'not wanted', replayed }, 'webhook');
    sendJson(response, 200, { stored: replayed ? 0 : (told.facts?.length ?? 0), replayed });
  };
};
