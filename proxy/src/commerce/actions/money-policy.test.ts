import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { moneyOfMinor } from '../money';
import { projectFile } from '../../project-file';
import { levelFor, openMoneyPolicy, readMoneyPolicy } from './money-policy';

const shipped = readFileSync(projectFile('proxy/policies/money.json'), 'utf8');
const policy = readMoneyPolicy(shipped, 'money.json');
const changed = (change: object) => JSON.stringify({ ...(JSON.parse(shipped) as object), ...change });

describe('A policy file that cannot be used says which field is wrong', () => {
  it.each([
    ['{', 'money.json is not JSON'],
    ['[]', 'money.json: the file is a list. Give an object in braces.'],
    [changed({ days_after_order: 0 }), 'money.json: days_after_order is 0. Give 1 or more.'],
    [
      changed({ days_after_order: 'a month' }),
      'money.json: days_after_order is a text. Give a whole number such as 3.',
    ],
    [changed({ days_after_ordr: 3 }), 'money.json: days_after_ordr is not known here.'],
    [changed({ approval_expires_after_days: 90 }), 'approval_expires_after_days is 90. Give 60 or less.'],
    [changed({ hours_a_vendor_keeps_a_key: 48 }), 'money.json: hours_a_vendor_keeps_a_key is 48. Give 24 or less.'],
    [changed({ refund_disputed_payments: undefined }), 'money.json: refund_disputed_payments is missing.'],
    [changed({ limits: { EUR: { standard: '1' } } }), 'money.json: limits/EUR/senior is missing.'],
    [
      changed({ limits: { EUR: { standard: 100, senior: '200' } } }),
      'money.json: limits/EUR/standard is 100. Give a text',
    ],
    [changed({ limits: { EUR: { standard: '1,5', senior: '2' } } }), 'money.json: limits/EUR/standard is written'],
    [changed({ limits: { euro: { standard: '1', senior: '2' } } }), 'money.json: limits/euro is not known here.'],
    [changed({ limits: { JPY: { standard: '1.5', senior: '2' } } }), 'limits/JPY has more decimal places'],
    [changed({ limits: { EUR: { standard: '3', senior: '2' } } }), 'limits/EUR/standard is above senior'],
  ])('%s', (text, message) => expect(() => readMoneyPolicy(text, 'money.json')).toThrow(message));
});

describe('Who may approve', () => {
  it.each([
    ['100.00', 'EUR', 'standard'],
    ['100.01', 'EUR', 'senior'],
    ['1000.00', 'EUR', 'senior'],
    ['1000.01', 'EUR', null],
    ['15000', 'JPY', 'standard'],
    ['150001', 'JPY', null],
    ['1.00', 'XXX', null],
  ])('%s %s: %s', (amount, currency, level) => expect(levelFor(policy, { amount, currency })).toBe(level));

  it('never gets easier as the amount grows', () =>
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000), fc.constantFrom('EUR', 'JPY', 'USD'), (a, b, currency) => {
        const rank = (minor: number) =>
          ['standard', 'senior', null].indexOf(levelFor(policy, moneyOfMinor(minor, currency)));
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)));
      }),
    ));
});

describe('The policy file', () => {
  let folder: string;
  let file: string;
  let clock = 0;
  const errors: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rcc-policy-'));
    file = join(folder, 'money.json');
    writeFileSync(file, shipped);
    errors.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const open = () =>
    openMoneyPolicy(
      file,
      (error) => errors.push(error.message),
      () => clock,
    );
  const write = (text: string, second: number) => {
    writeFileSync(file, text);
    utimesSync(file, second, second);
  };

  it('takes effect a second after it was changed, and keeps the last good one, told once', () => {
    const now = open();
    write(changed({ days_after_order: 30 }), 1000);
    expect(now().days_after_order).toBe(365);
    clock += 1000;
    expect(now().days_after_order).toBe(30);
    write(changed({ days_after_order: 0 }), 2000);
    clock += 1000;
    expect(now().days_after_order).toBe(30);
    clock += 1000;
    expect(now().days_after_order).toBe(30);
    expect(errors).toEqual([`${file}: days_after_order is 0. Give 1 or more.`]);
  });

  it('must be there at the start', () => {
    rmSync(file);
    expect(open).toThrow(`${file} cannot be read`);
  });
});
