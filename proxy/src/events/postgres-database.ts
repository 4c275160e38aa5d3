import { Pool, types } from 'pg';
import type { Database } from './database';

const BIGINT = 20;

/**
 * Connects to a PostgreSQL server.
 * @throws {Error} when the server cannot be reached within five seconds
 */
export async function openPostgres(address: string): Promise<Database> {
  const pool = new Pool({
    connectionString: address,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    types: { getTypeParser: (type, format) => (type === BIGINT ? Number : types.getTypeParser(type, format)) },
  });
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await pool.query(sql, [...parameters])).rows as Row[],
    script: async (sql) => void (await pool.query(sql)),
    close: () => pool.end(),
  };
}
