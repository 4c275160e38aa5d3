import { migrate } from './migrate';
import { openPglite } from './pglite-database';
import { createStore, type Store } from './store';

/** A store that forgets everything when it is closed; for tests and dry runs. */
export async function openMemoryStore(): Promise<Store> {
  const database = await openPglite(undefined);
  await migrate(database);
  return createStore(database);
}
