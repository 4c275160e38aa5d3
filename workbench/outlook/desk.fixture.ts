import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '../state/journal';
import type { IncomingMail } from './mail';
import { createOutlook, type Outlook, type OutlookOptions } from './outlook';

export const ADDRESS = 'support@shop.example';

type Body = Record<string, unknown>;

/** A mailbox in a folder of its own, and what tests do with it. */
export interface MailDesk {
  readonly outlook: Outlook;
  /** Now on the mailbox's clock, in milliseconds; can be set. */
  now: number;
  call(operationId: string, args?: Record<string, unknown>): Promise<{ statusCode: number; headers: Body; body: Body }>;
  /** The error code of a call that has to fail, with its status: `404 ErrorItemNotFound`. */
  refusal(operationId: string, args?: Record<string, unknown>): Promise<string>;
  deliver(mail?: Partial<IncomingMail>): string;
  restart(): void;
  close(): void;
}

export function openMailDesk(options: Partial<OutlookOptions> = {}): MailDesk {
  const folder = mkdtempSync(join(tmpdir(), 'outlook-'));
  let journal = openJournal(folder);
  const open = () => createOutlook({ journal, clock: { now: () => new Date(desk.now) }, address: ADDRESS, ...options });
  let outlook: Outlook;
  const desk: MailDesk = {
    get outlook() {
      return outlook;
    },
    now: Date.parse('2026-03-02T09:30:15Z'),
    async call(operationId, args = {}) {
      const request = { operationId, arguments: args, runId: 'run-1', actionName: 'Act', attempt: 1 };
      const answer = await outlook.call({ ...request, signal: new AbortController().signal });
      return { ...answer, body: answer.body as Body };
    },
    async refusal(operationId, args) {
      const { statusCode, body } = await desk.call(operationId, args);
      return `${statusCode} ${(body?.error as { code?: string } | undefined)?.code}`;
    },
    deliver: (mail = {}) =>
      outlook.deliver({ from: 'ana@example.com', subject: 'Where is it?', body: 'Hello', ...mail }).id,
    restart() {
      journal.close();
      journal = openJournal(folder);
      outlook = open();
    },
    close() {
      journal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  outlook = open();
  return desk;
}
