import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as choices from './choices';
import { METRIC_COLUMNS, metricAt, METRICS_PER_DAY } from './metrics';
import { messagesOf } from './messages';
import { ORDER_SITUATIONS, orderContext } from './order-contexts';
import { TICKET_COLUMNS, ticketAt } from './tickets';

const SOURCE = join(__dirname, '../../../solution/core/src');
const NOW = Date.parse('2026-03-02T15:00:00Z');

/** The logical names of a table's columns. */
const columnsOf = (table: string) =>
  [...readFileSync(join(SOURCE, 'Entities', table, 'Entity.xml'), 'utf8').matchAll(/PhysicalName="([^"]+)"/g)].map(
    ([, name = '']) => name.toLowerCase(),
  );

describe('the samples', () => {
  it.each([
    ['rcc_Ticket', TICKET_COLUMNS, ticketAt(0, NOW)],
    ['rcc_DailyMetric', METRIC_COLUMNS, metricAt(0, NOW)],
  ])('have only columns of %s, and a value for each', (table, columns, values) => {
    const known = columnsOf(table);
    expect(columns.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
    expect(Object.keys(values).filter((name) => !columns.some((column) => column.name === name))).toEqual([]);
  });

  it('have messages with columns of their table', () => {
    const known = columnsOf('rcc_Message').flatMap((name) => [name, `_${name}_value`]);
    const [message = {}] = messagesOf(0, '5e1f0000-0000-4000-8000-000000000000', ticketAt(0, NOW));
    expect(Object.keys(message).filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each([
    ['rcc_intent', choices.INTENT],
    ['rcc_channel', choices.CHANNEL],
    ['rcc_priority', choices.PRIORITY],
    ['rcc_sentiment', choices.SENTIMENT],
    ['rcc_team', choices.TEAM],
    ['rcc_direction', choices.DIRECTION],
    ['rcc_author', choices.AUTHOR],
    ['rcc_messagestatus', choices.MESSAGE_STATUS],
    ['rcc_metricscope', choices.METRIC_SCOPE],
  ])('name the values of %s as the solution does', (name, sample) => {
    const xml = readFileSync(join(SOURCE, 'OptionSets', `${name}.xml`), 'utf8');
    const options = [...xml.matchAll(/<option value="(\d+)"[^]*?description="([^"]+)" languagecode="1033"/g)];
    expect(Object.values(sample)).toEqual(options.map(([, value, label]) => ({ value: Number(value), label })));
  });

  it('name the statuses of a ticket as the solution does', () => {
    const xml = readFileSync(join(SOURCE, 'Entities', 'rcc_Ticket', 'Entity.xml'), 'utf8');
    const statuses = [...xml.matchAll(/<status value="(\d+)"[^]*?description="([^"]+)" languagecode="1033"/g)];
    const byValue = (one: { value: number }, other: { value: number }) => one.value - other.value;
    expect(Object.values(choices.STATUS).sort(byValue)).toEqual(
      statuses.map(([, value, label = '']) => ({ value: Number(value), label })).sort(byValue),
    );
  });

  it.each(ORDER_SITUATIONS)('have an order context, %s, as the service gives it', (situation) => {
    const { validateAnswer } = jest.requireActual<{ validateAnswer(operation: string, answer: object): void }>(
      '../../../proxy/src/contract/validate-answer',
    );
    const context = orderContext(situation, 'ORD-12346', 'Sofía García', NOW);
    validateAnswer('GetOrderContext', { ...context, replayed: false, duration_ms: 1 });
  });

  it('count each response of a day once', () => {
    for (let index = 0; index < METRICS_PER_DAY; index += 1) {
      const row = metricAt(index, NOW);
      const buckets = Object.keys(row).filter((name) => /^rcc_responses(upto|over)/.test(name));
      const sum = buckets.reduce((total, name) => total + (row[name] as number), 0);
      expect([row.rcc_name, sum]).toEqual([row.rcc_name, row.rcc_responses]);
    }
  });

  it('are the same in every run', () => {
    expect(JSON.stringify(ticketAt(41, NOW))).toBe(JSON.stringify(ticketAt(41, NOW)));
    expect(JSON.stringify(metricAt(41, NOW))).toBe(JSON.stringify(metricAt(41, NOW)));
  });
});
