/** The SQL database behind the store: the embedded one or a PostgreSQL server. Both speak the same SQL. */
export interface Database {
  /**
   * Runs one statement in a transaction of its own.
   * @param parameters for $1, $2 …; objects for jsonb go in as JSON text
   * @returns the rows; bigint comes as number, timestamptz as Date, jsonb as parsed JSON
   */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Runs several statements without parameters, all in one transaction. */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}
