import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORE_SOLUTION } from '../dataverse/stand-in.fixture';
import { createFaultyConnector } from '../flow-engine/faulty-connector';
import type { RunRecord } from '../flow-engine/types';
import { createVirtualClock } from '../flow-engine/virtual-clock';
import { call, ECHO_DOCUMENT, flow, log, mailTrigger, rowTrigger, writeFlows } from './flows.fixture';
import { startPlatform } from './platform';

/** The day on which the clocks of Los Angeles go forward lies in the middle of them. */
const FROM = new Date('2026-03-07T08:00:00Z');
const TO = new Date('2026-03-10T08:00:00Z');

const pacific = (schedule: object) => ({ frequency: 'Day', interval: 1, timeZone: 'Pacific Standard Time', schedule });
const wait = (count: number, unit: string, runAfter: object = {}) => ({
  type: 'Wait',
  runAfter,
  inputs: { interval: { count, unit } },
});

const FLOWS = {
  /** Evening, and a time that the day of the change does not have. */
  Summary: flow(
    { type: 'Recurrence', recurrence: pacific({ hours: ['2', '18'], minutes: [30] }) },
    { Note: log('summary') },
  ),
  /** Its row starts the next flow. */
  Sweep: flow(
    { type: 'Recurrence', recurrence: { frequency: 'Minute', interval: 20, startTime: '2026-03-07T00:00:00Z' } },
    { Note: log('sweep @{rand(0, 1000)}') },
  ),
  Follow: flow(rowTrigger('rcc_errorlog', "startswith(rcc_name,'sweep')"), {
    Pause: wait(5, 'Hour'),
    Note: log("followed @{triggerBody()?['rcc_name']}", { Pause: ['Succeeded'] }),
  }),
  Answer: flow(mailTrigger('OnNewEmailV3', {}), {
    Reply: call('shared_office365', 'ReplyToV3', {
      messageId: "@triggerOutputs()?['body/id']",
      'replyParameters/Body': '<p>Thank you.</p>',
    }),
  }),
};

async function live(): Promise<{ runs: RunRecord[]; sent: number; ms: number }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'long-run-'));
  const flowFolder = writeFlows(FLOWS);
  const clock = createVirtualClock(FROM);
  const runs: RunRecord[] = [];
  const begun = Date.now();
  try {
    const platform = await startPlatform({
      dataFolder,
      flowFolder,
      solutionFolder: CORE_SOLUTION,
      proxyUrl: 'http://127.0.0.1:9',
      document: ECHO_DOCUMENT,
      clock,
      seed: 7,
      environment: { rcc_SupportMailbox: 'support@shop.example' },
      observer: { runEnded: (run) => runs.push(run) },
      wrapConnector: (name, connector) =>
        name === 'shared_office365'
          ? createFaultyConnector(connector, [{ attempt: 1, fault: { kind: 'status', statusCode: 503 } }], clock)
          : connector,
    });
    for (let time = FROM.getTime(); time < TO.getTime(); time += 7 * 3_600_000) {
      await clock.runUntil(new Date(time));
      platform.deliverMail({ from: 'ana@example.com', subject: 'Hello', body: 'Hello' });
    }
    await clock.runUntil(TO);
    // Taken before anything is awaited: from then on the clock is free again.
    const seen = { runs: [...runs], sent: [...platform.outlook.sent()].length, ms: Date.now() - begun };
    await platform.close(0);
    return seen;
  } finally {
    for (const folder of [dataFolder, flowFolder]) rmSync(folder, { recursive: true, force: true });
  }
}

it('72 hours with schedules, waits, retries and a change of the clocks pass in no time, twice the same', async () => {
  const first = await live();
  const startsOf = (name: string) =>
    first.runs.filter(({ flowName }) => flowName === name).map(({ startTime }) => startTime.slice(0, 16));
  expect(startsOf('Summary')).toEqual([
    '2026-03-07T10:30',
    '2026-03-08T02:30',
    // 2:30 does not exist on the 8th: an hour later on the clock. From then on everything is an hour earlier in UTC.
    '2026-03-08T10:30',
    '2026-03-09T01:30',
    '2026-03-09T09:30',
    '2026-03-10T01:30',
  ]);
  expect(startsOf('Sweep')).toHaveLength(3 * 72 + 1);
  // Those of the last five hours still wait.
  expect(startsOf('Follow')).toHaveLength(3 * 67 + 1);
  expect(first.sent).toBe(11);
  expect(
    first.runs.filter(({ flowName }) => flowName === 'Answer').map(({ actions }) => actions[0]?.tries.length),
  ).toEqual(Array.from({ length: 11 }, () => 2));
  expect(first.ms).toBeLessThan(10_000);
  const second = await live();
  expect(second.runs).toEqual(first.runs);
});
