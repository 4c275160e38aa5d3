import { join } from 'node:path';
import { lockFolder } from './folder-lock';
import { migrate } from './migrate';
import { openPglite } from './pglite-database';
import { openPostgres } from './postgres-database';
import { createStore, type Store } from './store';

/**
 * Opens the store: the PostgreSQL server when an address is given, else the embedded database below the data folder.
 * The folder is claimed in both cases, because the event files are written there.
 * @throws {DataFolderError} when the folder is in use or cannot be written to
 */
export async function openStore(settings: { dataDir: string; databaseUrl?: string }): Promise<Store> {
  const unlock = lockFolder(settings.dataDir);
  try {
    const database = settings.databaseUrl
      ? await openPostgres(settings.databaseUrl)
      : await openPglite(join(settings.dataDir, 'proxy'));
    await migrate(database);
    const store = createStore(database);
    const close = async () => {
      await store.close();
      unlock();
    };
    return { ...store, close };
  } catch (error) {
    unlock();
    throw error;
  }
}
