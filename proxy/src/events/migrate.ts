import type { Database } from './database';
import { migrations } from './migrations';

/** Any number will do, as long as every instance of the service takes the same. */
const MIGRATION_LOCK = 727001;

const currentVersion = async (database: Database): Promise<number> => {
  const [row] = await database.query<{ version: number | null }>('SELECT max(version) AS version FROM schema_version');
  return row?.version ?? 0;
};

/**
 * Brings the tables up to date, one transaction per step.
 * @throws {Error} when the store was written by a newer version of the service
 */
export async function migrate(database: Database): Promise<void> {
  // Even IF NOT EXISTS fails when two instances create at once.
  await database.script(
    `SELECT pg_advisory_xact_lock(${MIGRATION_LOCK});
     CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY)`,
  );
  let version = await currentVersion(database);
  if (version > migrations.length) {
    throw new Error(
      `The store is of version ${version}, but this service knows only ${migrations.length}. Start the newer service.`,
    );
  }
  while (version < migrations.length) {
    const next = version + 1;
    try {
      await database.script(
        `SELECT pg_advisory_xact_lock(${MIGRATION_LOCK});
         INSERT INTO schema_version (version) VALUES (${next});
         ${migrations[version]}`,
      );
    } catch (error) {
      // Another instance on the same server may just have done this very step.
      if ((await currentVersion(database)) < next) throw error;
    }
    version = next;
  }
}
