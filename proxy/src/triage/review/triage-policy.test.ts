import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { triageOffline } from '../triage-offline';
import {
  openTriagePolicy,
  readTriagePolicy,
  shippedTriagePolicy,
  shippedTriagePolicyFile,
  type TriagePolicy,
} from './triage-policy';

type Changes = { [K in keyof TriagePolicy]?: object };

const text = readFileSync(shippedTriagePolicyFile(), 'utf8');
/** The shipped file with some entries of some parts put in or left out. */
const changed = (changes: Changes): string => {
  const file = JSON.parse(text) as Record<string, object>;
  for (const [part, entries] of Object.entries(changes))
    file[part] = Array.isArray(entries) ? entries : { ...file[part], ...entries };
  return JSON.stringify(file);
};
const policy = (changes: Changes) => readTriagePolicy(changed(changes), 'triage.json');
const read = (message: string, changes: Changes = {}) =>
  triageOffline({ channel: 'email', text: message }, policy(changes));

describe('A policy file that cannot be used says which field is wrong', () => {
  test.each([
    ['{', 'triage.json is not JSON'],
    ['{}', 'triage.json: thresholds is missing. Give an object in braces: The confidence below which'],
    [
      changed({ thresholds: { offline: {} } }),
      'triage.json: thresholds/offline/order_tracking is missing. Give a number',
    ],
    [
      changed({ thresholds: { azure: {} } }),
      'thresholds/azure is not known here. Leave it out or use one of offline, ai.',
    ],
    [changed({ teams: { returns: 'refunds' } }), "teams/returns is 'refunds'. Give one of orders, returns"],
    [changed({ priority: { high_from: '2' } }), 'priority/high_from is a text. Give a number such as 0.5.'],
    [
      changed({ priority: { low_until: 3 } }),
      'priority/low_until is 3, not below high_from (2). Give a smaller number.',
    ],
    [changed({ languages: ['pt'] }), "languages/0 is 'pt'. Give one of en, es, fr, de."],
    [changed({ languages: [] }), 'languages is an empty list.'],
    [changed({ holds: { human_requested: 'no' } }), 'holds/human_requested is a text. Give true or false.'],
  ])('%s', (file, message) => expect(() => readTriagePolicy(file, 'triage.json')).toThrow(message));

  test.each([
    'critical_priority',
    'money',
    'legal',
    'safety',
    'account_security',
    'injection',
    'empty_message',
    'unverified_sender',
  ])('%s holds a message in every shop', (reason) =>
    expect(() => policy({ holds: { [reason]: false } })).toThrow(
      `triage.json: holds/${reason} is false, but it always sends a message to a person. Write true.`,
    ),
  );
});

describe('What the file says is what happens', () => {
  test('a threshold for one intent and one reader', () => {
    const offline = { ...shippedTriagePolicy().thresholds.offline, order_tracking: 1 };
    expect(read('Where is order 12345?').review_reasons).toEqual([]);
    expect(read('Where is order 12345?', { thresholds: { offline } }).review_reasons).toEqual(['low_confidence']);
    expect(read('Where is order 12345?', { thresholds: { ai: offline } }).review_reasons).toEqual([]);
    expect(read('How do I return my order?', { thresholds: { offline } }).review_reasons).toEqual([]);
  });

  test('the team of an intent', () =>
    expect(read('How do I return my order?', { teams: { ...shippedTriagePolicy().teams, returns: 'care' } }).team).toBe(
      'care',
    ));

  test('the points of a sign and the cut-offs', () => {
    const urgent = 'Where is order 12345? I need it by Friday.';
    expect(read(urgent).priority).toBe('normal');
    const signal = { ...shippedTriagePolicy().priority.signal, deadline: 2 };
    expect(read(urgent, { priority: { signal } }).priority).toBe('high');
    expect(read(urgent, { priority: { high_from: 1 } }).priority).toBe('high');
    expect(read(urgent, { priority: { low_until: 1, high_from: 3 } }).priority).toBe('low');
  });

  test('a reason the shop has turned off', () => {
    const asked = 'Where is order 12345? I want to talk to a person.';
    expect(read(asked).review_reasons).toContain('human_requested');
    expect(read(asked, { holds: { human_requested: false } }).review_reasons).not.toContain('human_requested');
  });

  test('a language that is not answered', () => {
    const spanish = '¿Dónde está mi pedido 12345, por favor?';
    expect(read(spanish).review_reasons).not.toContain('unsupported_language');
    expect(read(spanish, { languages: ['en'] }).review_reasons).toContain('unsupported_language');
  });
});

test('a byte order mark in front of the file is no fault', () => {
  expect(readTriagePolicy(`\uFEFF${text}`, 'triage.json')).toEqual(readTriagePolicy(text, 'triage.json'));
});

describe('The file in use', () => {
  let folder: string;
  let file: string;
  let clock = 0;
  const errors: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rcc-policy-'));
    file = join(folder, 'triage.json');
    writeFileSync(file, text);
    errors.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const open = (overrides = {}) =>
    openTriagePolicy(
      file,
      overrides,
      (error) => errors.push(error.message),
      () => clock,
    );

  test('a change takes effect, one that cannot be used is told once and leaves the last good one', () => {
    const now = open();
    for (const [i, from] of [7, 'x'].entries()) {
      writeFileSync(file, changed({ priority: { high_from: from } }));
      utimesSync(file, 1000 + i, 1000 + i);
      for (let looks = 0; looks < 2; looks += 1) {
        clock += 1000;
        expect(now().priority.high_from).toBe(7);
      }
    }
    expect(errors).toEqual([`${file}: priority/high_from is a text. Give a number such as 0.5.`]);
  });

  test('settings go before it: one intent before all, all before the file', () => {
    const { thresholds } = open({ all: 0.4, byIntent: { other: 0.9 } })();
    expect(thresholds.ai).toMatchObject({ other: 0.9, returns: 0.4 });
    expect(thresholds.offline).toEqual(thresholds.ai);
    expect(open()().thresholds).toEqual(shippedTriagePolicy().thresholds);
  });

  test('it must be there at the start', () => {
    rmSync(file);
    expect(open).toThrow(`${file} cannot be read`);
  });
});
