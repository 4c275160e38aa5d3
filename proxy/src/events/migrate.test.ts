import type { Database } from './database';
import { migrate } from './migrate';
import { migrations } from './migrations';
import { openPglite } from './pglite-database';

let database: Database;
beforeAll(async () => {
  database = await openPglite(undefined);
});
afterAll(() => database.close());

const versions = async () =>
  (await database.query<{ version: number }>('SELECT version FROM schema_version ORDER BY version')).map(
    (row) => row.version,
  );

it('takes every step once, also when it is run again', async () => {
  await migrate(database);
  await migrate(database);
  expect(await versions()).toEqual(migrations.map((_step, index) => index + 1));
});

it('refuses a store that a newer version has written', async () => {
  await database.query('INSERT INTO schema_version (version) VALUES ($1)', [migrations.length + 1]);
  await expect(migrate(database)).rejects.toThrow('Start the newer service.');
});
