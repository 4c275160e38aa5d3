import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORE_SOLUTION } from '../dataverse/stand-in.fixture';
import { createRealClock } from '../flow-engine/real-clock';
import { runUntilKilled, writeProgram } from '../state/killed-program.fixture';
import { ECHO_DOCUMENT, writeFlows } from './flows.fixture';
import { startPlatform } from './platform';
import type { PlatformOptions } from './platform-options';

const ROUNDS = 10;
const ROOMS = [
  'flows',
  join('solution', 'tables'),
  join('solution', 'xml'),
  ...['state', 'gateway', 'flow-engine', 'dataverse', 'outlook', 'sharepoint', 'approvals', 'platform'].map((room) =>
    join('workbench', room),
  ),
];

/** Delivers mails for ever, a few at a time, and prints each message id once its delivery has returned. */
const MAILER = `
const { writeSync } = require('node:fs');
const { startPlatform } = require('./platform/platform');
const { createRealClock } = require('./flow-engine/real-clock');
const options = JSON.parse(process.argv[2]);
const round = process.argv[3];
startPlatform({ ...options, clock: createRealClock() }).then((platform) => {
  let number = 0;
  const deliver = () => {
    for (let some = 0; some < 3; some += 1) {
      number += 1;
      const internetMessageId = '<' + round + '.' + number + '@example.com>';
      platform.deliverMail({ from: 'ana@example.com', subject: 'watch ' + internetMessageId, body: 'x', internetMessageId });
      writeSync(1, internetMessageId + '\\n');
    }
    setImmediate(deliver);
  };
  deliver();
});
`;

let folder: string;
let flowFolder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'platform-kill-'));
  flowFolder = writeFlows();
  for (const room of ROOMS) writeProgram(join(__dirname, '..', '..', room), join(folder, 'program', room));
  writeFileSync(join(folder, 'program', 'workbench', 'mailer.js'), MAILER);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(flowFolder, { recursive: true, force: true });
});

it(`after ${ROUNDS} kills every accepted mail is there, its runs have ended, and no row exists twice`, async () => {
  const options: Omit<PlatformOptions, 'clock'> = {
    dataFolder: join(folder, 'data'),
    flowFolder,
    solutionFolder: CORE_SOLUTION,
    proxyUrl: 'http://127.0.0.1:9',
    document: ECHO_DOCUMENT,
    seed: 7,
    environment: { rcc_SupportMailbox: 'support@shop.example' },
  };
  const accepted: string[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const program = join(folder, 'program', 'workbench', 'mailer.js');
    accepted.push(...(await runUntilKilled(program, [JSON.stringify(options), String(round)], 5 + 11 * round)));
  }
  const platform = await startPlatform({ ...options, clock: createRealClock() });
  try {
    await platform.idle();
    expect(platform.pending).toBe(0);
    const inbox = [...platform.outlook.inbox()].map((mail) => mail.internetMessageId);
    const rows = [...platform.dataverse.rows('rcc_message')].map((row) => String(row.rcc_internetmessageid));
    const answered = new Set([...platform.outlook.sent()].map(({ subject }) => subject.replace(/^RE: watch /, '')));
    const watched = new Set(
      [...platform.dataverse.rows('rcc_errorlog')].map(({ rcc_name: name }) => String(name).slice(6)),
    );
    expect(inbox).toEqual(expect.arrayContaining(accepted));
    expect(rows.sort()).toEqual([...inbox].sort());
    expect([...answered].sort()).toEqual([...inbox].sort());
    expect([...watched].sort()).toEqual([...inbox].sort());
  } finally {
    await platform.close();
  }
});
