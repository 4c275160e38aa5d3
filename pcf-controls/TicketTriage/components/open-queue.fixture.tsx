import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { join } from 'node:path';
import {
  type ContextSettings,
  createContext,
  createDataset,
  createWebApi,
  type DatasetOptions,
  readResx,
  renderControl,
  rowId,
  type Values,
} from '../../mocks';
import type { Row } from '../../mocks/odata-query';
import { CHANNEL, INTENT, PRIORITY, SENTIMENT, STATUS } from '../../mocks/samples/choices';
import { AGENTS } from '../../mocks/samples/people';
import { TICKET_COLUMNS } from '../../mocks/samples/tickets';
import type { IInputs, IOutputs } from '../generated/ManifestTypes';
import { TicketTriage } from '../index';

/** When it is in these tests. */
export const NOW = Date.parse('2026-03-02T15:00:00Z');
const RESX = readResx(join(__dirname, '..'));
export const [ME, BEN] = AGENTS as [(typeof AGENTS)[0], (typeof AGENTS)[0]];
/** The columns of a view without long texts. */
export const FEW = TICKET_COLUMNS.filter(({ alias }) => !['draftReply', 'draftFacts', 'orderContext'].includes(alias));
export const ago = (minutes: number) => new Date(NOW - minutes * 60_000);

/** A ticket of mine with a suggested reply. */
const ticket = (index: number): Values => ({
  rcc_ticketnumber: `TKT-00000${index}`,
  rcc_title: `Parcel ${index}`,
  rcc_customername: 'Maria',
  rcc_customeremail: 'maria@example.com',
  rcc_channel: CHANNEL.email,
  rcc_priority: PRIORITY.normal,
  statuscode: STATUS.assigned,
  rcc_statusversion: 2,
  rcc_intent: INTENT.order_tracking,
  rcc_confidence: 0.9,
  rcc_sentiment: SENTIMENT.neutral,
  rcc_assignedagent: ME,
  rcc_resolutiondue: ago(-600),
  rcc_draftreply: 'Dear Maria, it is on its way.',
  rcc_draftfacts: JSON.stringify([{ id: 'a', label: 'Parcel', value: 'on its way', source: 'fedex' }, 'broken']),
  createdon: ago(60),
  rcc_lastcustomeractivityon: ago(60),
});

/** A row of the view as the Web API gives it. */
const asRow = (values: Values, index: number): Row => ({
  rcc_ticketid: rowId(index),
  ...Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (value instanceof Date) return [name, value.toISOString()];
      if (typeof value !== 'object' || value === null) return [name, value];
      return 'value' in value ? [name, value.value] : [`_${name}_value`, (value as { id: string }).id];
    }),
  ),
});

export const message = (index: number, values: Row = {}): Row => ({
  rcc_messageid: `5e1f0000-0000-4000-9000-00000000000${index}`,
  _rcc_ticket_value: rowId(index),
  rcc_direction: 727000000,
  rcc_author: 727000000,
  rcc_subject: `Question ${index}`,
  rcc_body: `<p>Where is parcel ${index}?</p>`,
  createdon: ago(60).toISOString(),
  ...values,
});

interface Given {
  readonly count?: number;
  readonly change?: (index: number) => Partial<Values>;
  readonly latency?: number;
  readonly columns?: DatasetOptions['columns'];
  readonly settings?: Partial<ContextSettings<IInputs>>;
}

/** Opens a queue of my tickets, whose rows and messages the Web API has too. */
export async function open({
  count = 8,
  change = () => ({}),
  latency,
  columns = TICKET_COLUMNS,
  settings,
}: Given = {}) {
  const rows = Array.from({ length: count }, (_, index) => ({ ...ticket(index), ...change(index) }) as Values);
  const dataset = createDataset({ entity: 'rcc_ticket', columns, rows, pageSize: 250 });
  const webApi = createWebApi({
    latency,
    tables: { rcc_ticket: rows.map(asRow), rcc_message: [0, 1, 2].map((index) => message(index)) },
  });
  const context = createContext<IInputs>({
    parameters: { tickets: dataset } as unknown as IInputs,
    resx: RESX,
    user: { ...ME, roles: [] },
    webApi,
    ...settings,
  });
  const shown = renderControl<IInputs, IOutputs>(TicketTriage, context);
  const pass = async (milliseconds: number) => {
    await act(() => jest.advanceTimersByTimeAsync(milliseconds));
    await act(() => dataset.settled());
  };
  await act(() => dataset.settled());
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  const show = async (index: number) => {
    await user.click(within(screen.getByRole('grid')).getByText(`Parcel ${index}`));
    await pass(400);
  };
  const calls = (name: string, table?: string) =>
    webApi.calls.filter((call) => call.name === name && (table === undefined || call.arguments[0] === table));
  const row = (index: number) => webApi.rows('rcc_ticket')[index] ?? {};
  const refreshes = () => dataset.calls.filter(({ name }) => name === 'refresh').length;
  return { ...shown, dataset, webApi, context, pass, user, show, calls, row, refreshes };
}
export const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /reply/ });
export const notices = () => screen.getByRole('region', { name: 'Actions on their way' });
export const preview = () => screen.getByRole('complementary');

/** The keyboard stands on the first ticket. */
export const onFirstTicket = () =>
  act(() =>
    screen
      .getAllByRole('row')
      .find((one) => one.hasAttribute('data-line'))
      ?.focus(),
  );

/** Holds the clock at `NOW`; the time of tests passes by `pass`. */
export function holdTheClock(): void {
  beforeEach(() => jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] }));
  afterEach(() => {
    jest.useRealTimers();
    document.body.innerHTML = '';
  });
}
