import type { Values } from '../../mocks/dataset-record';
import type { Row } from '../../mocks/odata-query';
import { CHANNEL, INTENT, PRIORITY, SENTIMENT, STATUS, TEAM } from '../../mocks/samples/choices';
import { messagesOf } from '../../mocks/samples/messages';
import { AGENTS } from '../../mocks/samples/people';
import { TICKET_COLUMNS, ticketAt } from '../../mocks/samples/tickets';
import { createWebApi, type MockWebApi } from '../../mocks/web-api';
import { rowId } from '../../mocks/row-source';
import type { Manifest } from '../manifest';
import { datasetScene, type Scene } from '../scene';
import type { Situation } from '../situation';

/** Tickets whose messages and rows the Web API knows: those that are seen first. */
const KNOWN = 300;
const CHOICES = [CHANNEL, INTENT, PRIORITY, SENTIMENT, STATUS, TEAM].map((choices) => Object.values(choices));
const CHOICES_OF: Readonly<Record<string, (typeof CHOICES)[number]>> = Object.fromEntries(
  ['rcc_channel', 'rcc_intent', 'rcc_priority', 'rcc_sentiment', 'statuscode', 'rcc_team'].map((name, index) => [
    name,
    CHOICES[index] ?? [],
  ]),
);

/** A queue of tickets whose rows, messages and agents the Web API has too, so that actions take effect. */
export function ticketTriage(manifest: Manifest, situation: Situation, now: number): Scene {
  const tickets = Array.from({ length: KNOWN }, (_, index) => ticketAt(index, now));
  const webApi = createWebApi({
    latency: 120,
    tables: {
      rcc_ticket: tickets.map((values, index) => ({ rcc_ticketid: rowId(index), ...asWebApiRow(values) })),
      rcc_message: tickets.flatMap((values, index) => messagesOf(index, rowId(index), values as Row)),
      systemuser: AGENTS.map(({ id, name }) => ({ systemuserid: id, fullname: name })),
    },
  });
  const scene = datasetScene(
    manifest,
    situation,
    {
      entity: 'rcc_ticket',
      columns: TICKET_COLUMNS,
      many: 1000,
      unmapped: ['sentiment', 'resolutionDue', 'firstResponseDue'],
      rowAt: (index) => ticketNow(webApi, index, now),
    },
    webApi,
  );
  const { settings } = scene;
  return { ...scene, settings: { ...settings, answers: { lookup: AGENTS.slice(2, 3) } } };
}

/** A ticket with what was written to it since. */
function ticketNow(webApi: MockWebApi, index: number, now: number): Values {
  const sample = ticketAt(index, now);
  const row = index < KNOWN ? webApi.rows('rcc_ticket')[index] : undefined;
  if (!row) return sample;
  const names = TICKET_COLUMNS.map(({ name, dataType }) => [name, asShown(name, dataType, row)] as const);
  return { ...sample, ...Object.fromEntries(names.filter(([, value]) => value !== undefined)) };
}

function asShown(name: string, dataType: string, row: Row): Values[string] {
  if (dataType === 'Lookup.Simple') {
    const id = row[`_${name}_value`];
    return AGENTS.find((agent) => agent.id === id) ?? (id === null ? null : undefined);
  }
  const value = row[name];
  const choice = CHOICES_OF[name]?.find((one) => one.value === value);
  if (choice) return choice;
  if (dataType.startsWith('DateAndTime') && typeof value === 'string') return new Date(value);
  return value as Values[string];
}

/** The values of a view's row as the Web API gives them. */
function asWebApiRow(values: Values): Row {
  const columns = Object.entries(values).map(([name, value]): [string, unknown] => {
    if (value instanceof Date) return [name, value.toISOString()];
    if (typeof value !== 'object' || value === null) {
      const isLookup = TICKET_COLUMNS.some((column) => column.name === name && column.dataType === 'Lookup.Simple');
      return [isLookup ? `_${name}_value` : name, value];
    }
    if ('value' in value) return [name, value.value];
    return [`_${name}_value`, (value as { id: string }).id];
  });
  return Object.fromEntries(columns);
}
