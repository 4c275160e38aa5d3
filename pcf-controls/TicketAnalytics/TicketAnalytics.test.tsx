/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  type ContextSettings,
  countsOf,
  createContext,
  createDataset,
  createProperty,
  type DatasetOptions,
  readResx,
  renderControl,
  type Values,
} from '../mocks';
import { TicketAnalytics } from '.';
import type { IInputs } from './generated/ManifestTypes';
import { dayOf, isoDay } from './model/day';
import { COLUMNS } from './model/measures';

const NOW = new Date('2026-03-02T09:00:00Z');
const NEWEST = dayOf('2026-03-02') ?? 0;
const [INTENT, AGENT, , DAY] = [727000000, 727000001, 727000002, 727000003];
const [EMAIL, CHAT] = [727000000, 727000001];
const ANNA = 'a0000000-0000-4000-8000-000000000001';

/** The rows of a day. */
const rowsOf = (daysAgo: number): Values[] => {
  const rcc_date = isoDay(NEWEST - daysAgo);
  const base = { rcc_date, rcc_computedon: new Date('2026-03-02T08:05:00Z') };
  const answers = { rcc_responses: 10, rcc_responsesupto2min: 10, rcc_responseseconds: daysAgo < 28 ? 900 : 1200 };
  const returns = { value: 727000001, label: 'Returns' };
  return [
    { ...base, rcc_scope: DAY, rcc_scopekey: 'all', rcc_messages: 50, rcc_ratingcount: 4, rcc_ratingsum: 18 },
    {
      ...base,
      ...answers,
      rcc_scope: INTENT,
      rcc_scopekey: 'email.returns',
      rcc_channel: EMAIL,
      rcc_intent: returns,
      rcc_messages: 30,
    },
    {
      ...base,
      rcc_scope: INTENT,
      rcc_scopekey: 'chat.returns',
      rcc_channel: CHAT,
      rcc_intent: returns,
      rcc_resolved: 4,
      rcc_resolvedwithoutagent: 3,
    },
    {
      ...base,
      rcc_scope: AGENT,
      rcc_scopekey: ANNA,
      rcc_agent: { id: { guid: ANNA }, name: 'Anna', etn: 'systemuser' },
      rcc_resolved: 5,
      rcc_ratingcount: 1,
      rcc_ratingsum: 5,
    },
  ];
};
const rows = Array.from({ length: 200 }, (_, daysAgo) => rowsOf(daysAgo)).flat();
const columns = COLUMNS.map((alias) => ({
  name: `rcc_${alias.toLowerCase()}`,
  alias,
  dataType: alias === 'date' ? 'DateAndTime.DateOnly' : 'Whole.None',
}));

interface Given {
  readonly dataset?: Partial<DatasetOptions>;
  readonly host?: Partial<ContextSettings<IInputs>>;
  readonly properties?: Record<string, unknown>;
  /** What the host kept of the visit before. */
  readonly state?: ComponentFramework.Dictionary;
}

async function started({ dataset: options, host, properties = {}, state }: Given = {}) {
  const dataset = createDataset({ entity: 'rcc_dailymetric', columns, rows, ...options });
  const parameters = {
    ...Object.fromEntries(Object.entries(properties).map(([name, raw]) => [name, createProperty(raw)])),
    metrics: dataset,
  } as unknown as IInputs;
  const context = createContext<IInputs>({ parameters, resx: readResx(__dirname), ...host });
  Object.assign(context.state, state);
  const control = renderControl(TicketAnalytics, context);
  dataset.subscribe(control.update);
  await act(() => dataset.settled());
  return { dataset, context, control };
}

const tile = (name: string) => {
  const found = within(screen.getByRole('list', { name: 'Key figures' }))
    .getAllByRole('listitem')
    .find((item) => item.textContent?.startsWith(name));
  if (!found) throw new Error(`there is no tile ${name}`);
  return found;
};
const card = (name: string) => within(screen.getByRole('region', { name }));
const chart = (name: string) => screen.getByRole('slider', { name });

let user: ReturnType<typeof userEvent.setup>;
beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick', 'setImmediate'] });
  user = userEvent.setup({ delay: null });
});
afterEach(() => jest.useRealTimers());

describe('key figures', () => {
  it('show value, target, whether it is met, and the change against the period before', async () => {
    await started();
    expect(tile('E-mail response')).toHaveTextContent('1m 30sMetTarget: under 15 min30s better');
    expect(tile('Chat resolution')).toHaveTextContent('75%MissedTarget: over 75%Unchanged');
    expect(tile('Customer satisfaction')).toHaveTextContent('4.50MetTarget: at least 4.50 of 5');
  });

  it('tell no data from zero', async () => {
    await started();
    expect(tile('API error rate')).toHaveTextContent('–No data');
    expect(tile('First contact resolution')).toHaveTextContent('–Pending');
  });

  it('take their targets from the maker', async () => {
    await started({ properties: { targetEmailMinutes: 1, targetChatResolution: 70 } });
    expect(tile('E-mail response')).toHaveTextContent('MissedTarget: under 1 min');
    expect(tile('Chat resolution')).toHaveTextContent('Met');
  });
});

describe('the period', () => {
  it('is 28 days at first and can be chosen; earlier days are fetched when they are needed', async () => {
    const { dataset } = await started({ properties: { pageSize: 300 } });
    expect(tile('E-mail response')).toHaveTextContent('first answers: 280');
    expect(countsOf(dataset.calls)['paging.loadNextPage']).toBeUndefined();
    await user.click(screen.getByRole('button', { name: '90 days' }));
    await act(() => dataset.settled());
    expect(screen.getByRole('button', { name: '90 days' })).toHaveAttribute('aria-pressed', 'true');
    expect(tile('E-mail response')).toHaveTextContent('first answers: 900');
    // 180 days of four rows each, three hundred at a time.
    expect(countsOf(dataset.calls)).toEqual({ 'paging.setPageSize': 1, refresh: 1, 'paging.loadNextPage': 2 });
  });

  it('can be drawn by keyboard', async () => {
    await started();
    screen.getByRole('slider', { name: 'First day' }).focus();
    await user.keyboard('{ArrowRight}{PageDown}');
    expect(tile('E-mail response')).toHaveTextContent('first answers: 200');
    screen.getByRole('slider', { name: 'Last day' }).focus();
    await user.keyboard('{ArrowLeft}');
    expect(tile('E-mail response')).toHaveTextContent('first answers: 190');
    expect(screen.getByText('Wednesday, February 11, 2026 – Sunday, March 1, 2026')).toBeVisible();
  });

  it('is as it was left when one comes back, with the comparison and the tables', async () => {
    const { context, control } = await started();
    await user.click(screen.getByRole('button', { name: '7 days' }));
    await user.click(screen.getByRole('switch', { name: /Compare/ }));
    await user.click(screen.getByRole('button', { name: 'Table: Chat resolution rate' }));
    control.destroy();
    await started({ state: context.state });
    expect(screen.getByRole('button', { name: '7 days' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('switch', { name: /Compare/ })).toBeChecked();
    const table = (name: string) => screen.getByRole('button', { name: `Table: ${name}` });
    expect(table('Chat resolution rate')).toHaveAttribute('aria-pressed', 'true');
    expect(table('Customer satisfaction')).toHaveAttribute('aria-pressed', 'false');
  });

  it('is compared with the one before when asked', async () => {
    await started();
    const legend = () => card('Chat resolution rate').getByRole('list', { name: 'Legend: Chat resolution rate' });
    expect(legend()).not.toHaveTextContent('Period before');
    await user.click(screen.getByRole('switch', { name: 'Compare with the period before' }));
    expect(legend()).toHaveTextContent('Period before');
  });
});

describe('a chart', () => {
  it('says what it shows, and what stands at each place, to whoever cannot see it', async () => {
    await started();
    const volume = chart('E-mail volume by intent');
    expect(volume).toHaveAccessibleDescription(/^E-mails: 840\. Most were about: Returns \(100%\)/);
    expect(volume).toHaveAttribute('aria-valuetext', 'Monday, March 2, 2026. Total: 30; Returns: 30');
    volume.focus();
    await user.keyboard('{ArrowLeft}{ArrowUp}');
    expect(volume).toHaveAttribute('aria-valuetext', 'Sunday, March 1, 2026. Returns: 30');
  });

  it('is a table on demand, with the same numbers', async () => {
    await started();
    const { getByRole } = card('Customer satisfaction');
    await user.click(getByRole('button', { name: 'Table: Customer satisfaction' }));
    const lines = within(getByRole('table')).getAllByRole('row');
    expect(lines).toHaveLength(29);
    expect(lines[28]).toHaveTextContent('2026-03-024.54');
  });

  it('names the columns it misses; the others are shown', async () => {
    await started({ dataset: { columns: columns.filter(({ alias }) => alias !== 'intent' && alias !== 'ratingSum') } });
    expect(card('E-mail volume by intent').getByText('To show this, map these columns: Intent.')).toBeVisible();
    expect(card('Chat resolution rate').getByRole('slider')).toBeVisible();
    expect(tile('Customer satisfaction')).toHaveTextContent('Not mapped');
  });
});

describe('a mark', () => {
  it('opens the tickets behind it: as an output, as an event and by the maker’s address', async () => {
    const triageAddress = 'https://example.com/?from={from}&intent={intent}';
    const { context, control } = await started({ properties: { triageAddress } });
    chart('E-mail volume by intent').focus();
    await user.keyboard('{ArrowUp}{Enter}');
    expect(JSON.parse(control.outputs[0]?.drillThrough ?? '')).toEqual({
      chart: 'volume',
      from: '2026-03-02',
      to: '2026-03-02',
      channel: EMAIL,
      intent: 727000001,
    });
    expect(countsOf(context.calls)).toMatchObject({ 'events.OnDrillThrough': 1, 'navigation.openUrl': 1 });
    const [opened] = context.calls.filter(({ name }) => name === 'navigation.openUrl');
    expect(opened?.arguments[0]).toBe('https://example.com/?from=2026-03-02&intent=727000001');
  });

  it('of an agent leads to the agent’s tickets of the period; without ratings enough there is no rank', async () => {
    const { control } = await started();
    expect(screen.getByRole('row', { name: /Anna/ })).toHaveTextContent('1Anna140–5.0028 ratings');
    await user.click(screen.getByRole('button', { name: 'Anna' }));
    expect(JSON.parse(control.outputs[0]?.drillThrough ?? '')).toMatchObject({ agent: ANNA, from: '2026-02-03' });
    await user.click(screen.getByRole('button', { name: '7 days' }));
    expect(screen.getByRole('row', { name: /Anna/ })).toHaveTextContent('7 of 20 ratings needed: not ranked');
  });
});

describe('what can go wrong', () => {
  it('is shown as loading at first', async () => {
    const dataset = createDataset({ entity: 'rcc_dailymetric', columns, rows });
    const context = createContext({
      parameters: { metrics: dataset } as unknown as IInputs,
      resx: readResx(__dirname),
    });
    renderControl(TicketAnalytics, context);
    expect(screen.getByRole('status', { name: 'Loading' })).toBeInTheDocument();
    await act(() => dataset.settled());
  });

  it('nothing was counted yet', async () => {
    await started({ dataset: { rows: [] } });
    expect(screen.getByRole('status')).toHaveTextContent('Nothing has been counted yet.');
  });

  it('the server fails: the reason is told, and it can be tried again', async () => {
    const { dataset } = await started({ dataset: { failure: 'The server is busy.' } });
    expect(screen.getByRole('alert')).toHaveTextContent('This could not be shown: The server is busy.');
    dataset.failure = undefined;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await act(() => dataset.settled());
    expect(screen.queryByRole('alert')).toBeNull();
    expect(tile('E-mail response')).toHaveTextContent('Met');
  });

  it('the user may not read the rows', async () => {
    await started({ dataset: { failure: 'Forbidden' }, host: { privileges: { rcc_dailymetric: [] } } });
    expect(screen.getByRole('status')).toHaveTextContent('You have no right to read the daily metrics.');
  });

  it('there is no connection', async () => {
    const { context } = await started();
    act(() => context.change({ offline: true }));
    expect(screen.getByText(/You are offline/)).toBeVisible();
    expect(tile('E-mail response')).toHaveTextContent('Met');
  });

  it('nothing is published any more', async () => {
    await started({ dataset: { rows: rows.slice(4 * 4) } });
    expect(screen.getByText(/The newest counts are of Thursday, February 26, 2026/)).toBeVisible();
  });

  it('the date or the scope is not mapped', async () => {
    await started({ dataset: { columns: columns.filter(({ alias }) => alias !== 'date') } });
    expect(screen.getByText('To show this, map these columns: Date.')).toBeVisible();
  });

  it('a property cannot be read', async () => {
    await started({ properties: { minimumRatings: -1 } });
    expect(screen.getByRole('alert')).toHaveTextContent('minimumRatings: -1 must be more than 0');
  });
});

it('a view in which nothing has changed is the same, and asks the host nothing', async () => {
  const { dataset, context, control } = await started();
  const calls = dataset.calls.length + context.calls.length;
  const before = control.control.updateView(context);
  for (let times = 0; times < 100; times += 1) expect(control.control.updateView(context)).toBe(before);
  expect(dataset.calls.length + context.calls.length).toBe(calls);
});

it('everything is said in Spanish to whoever reads Spanish', async () => {
  await started({ host: { languageId: 3082 } });
  expect(screen.getByRole('heading', { name: 'Analítica de soporte' })).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Volumen de correos por intención' })).toBeVisible();
  expect(document.body).not.toHaveTextContent('TicketAnalytics_');
});
