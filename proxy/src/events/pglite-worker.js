'use strict';
/**
 * Runs the embedded database in a thread of its own, so that its work (about 0.4 ms per statement) does not stop
 * the service from answering, and uses the second core. Plain JavaScript: a thread is started by Node itself,
 * from the sources as well as from the compiled tree.
 *
 * Messages in: { id, sql, parameters? } or { id, close: true }; without parameters `sql` may hold several statements.
 * Messages out: { ready } or { failed } once, then { id, rows } or { id, error }.
 */
const { existsSync, mkdirSync, renameSync, rmSync } = require('node:fs');
const { dirname } = require('node:path');
const { parentPort, workerData } = require('node:worker_threads');
const { PGlite } = require('@electric-sql/pglite');

/** A process killed while the database is first set up must not leave half a folder behind: set up aside, then rename. */
async function setUp(folder) {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const database = await PGlite.create(unfinished);
  await database.close();
  renameSync(unfinished, folder);
}

async function open(folder) {
  if (folder === undefined) return PGlite.create();
  if (!existsSync(folder)) await setUp(folder);
  return PGlite.create(folder);
}

async function answer(database, { sql, parameters, close }) {
  if (close) return database.close();
  if (parameters === undefined) return void (await database.exec(sql));
  return (await database.query(sql, parameters)).rows;
}

open(workerData.folder).then(
  (database) => {
    parentPort.on('message', async (message) => {
      try {
        parentPort.postMessage({ id: message.id, rows: await answer(database, message) });
      } catch (error) {
        parentPort.postMessage({ id: message.id, error: { message: error.message, code: error.code } });
      }
    });
    parentPort.postMessage({ ready: true });
  },
  (error) => parentPort.postMessage({ failed: String(error?.message ?? error) }),
);
