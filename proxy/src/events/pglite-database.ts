import { Worker } from 'node:worker_threads';
import { projectFile } from '../project-file';
import type { Database } from './database';

interface Waiting {
  resolve(rows: unknown): void;
  reject(error: Error): void;
}

interface WorkerMessage {
  ready?: true;
  failed?: string;
  id?: number;
  rows?: unknown;
  error?: { message: string; code?: string };
}

/**
 * Opens the embedded database; the first time in a folder it takes a few seconds.
 * What `query` has acknowledged survives a killed process, though not a power cut.
 * @param folder where it lives, or undefined for one in memory
 * @throws {Error} when the folder cannot be used
 */
export async function openPglite(folder: string | undefined): Promise<Database> {
  const worker = new Worker(projectFile('proxy/src/events/pglite-worker.js'), { workerData: { folder } });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let gone: Error | undefined;

  const opened = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.ready) return resolve();
      if (message.failed !== undefined) return reject(new Error(message.failed));
      const waiter = waiting.get(message.id ?? -1);
      waiting.delete(message.id ?? -1);
      if (message.error) waiter?.reject(Object.assign(new Error(message.error.message), { code: message.error.code }));
      else waiter?.resolve(message.rows);
    });
    const lose = (error: Error) => {
      gone = error;
      reject(error);
      for (const waiter of waiting.values()) waiter.reject(error);
      waiting.clear();
    };
    worker.on('error', lose);
    worker.on('exit', () => lose(new Error('The embedded database has stopped.')));
  });

  const ask = <Answer>(message: object): Promise<Answer> => {
    if (gone) return Promise.reject(gone);
    const id = (lastId += 1);
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve: (rows) => resolve(rows as Answer), reject });
      worker.postMessage({ id, ...message });
    });
  };

  try {
    await opened;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    query: (sql, parameters = []) => ask({ sql, parameters }),
    script: (sql) => ask({ sql }),
    close: async () => {
      await ask({ close: true });
      await worker.terminate();
    },
  };
}
