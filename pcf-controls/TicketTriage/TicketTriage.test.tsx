/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { countsOf, createContext, createDataset, createProperty, readResx, renderControl, rowId } from '../mocks';
import type { ContextSettings, DatasetOptions } from '../mocks';
import { AGENTS } from '../mocks/samples/people';
import { TICKET_COLUMNS, ticketAt } from '../mocks/samples/tickets';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { TicketTriage } from './index';

const NOW = Date.parse('2026-03-02T15:00:00Z');
const RESX = readResx(__dirname);
const [ME] = AGENTS;

async function open(
  options: Partial<DatasetOptions> = {},
  settings: Partial<ContextSettings<IInputs>> = {},
  inputs = {},
) {
  const dataset = createDataset({
    entity: 'rcc_ticket',
    columns: TICKET_COLUMNS,
    rows: (index) => ticketAt(index, NOW),
    count: 600,
    pageSize: 250,
    ...options,
  });
  const context = createContext<IInputs>({
    parameters: { ...inputs, tickets: dataset } as unknown as IInputs,
    resx: RESX,
    user: { id: ME?.id ?? '', name: ME?.name ?? '', roles: [] },
    ...settings,
  });
  const shown = renderControl<IInputs, IOutputs>(TicketTriage, context);
  await act(() => dataset.settled());
  const settled = () => act(() => dataset.settled());
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  /** The calls that go to the server. */
  const loads = () => {
    const counts = countsOf(dataset.calls);
    return (counts.refresh ?? 0) + (counts['paging.loadNextPage'] ?? 0) + (counts['paging.reset'] ?? 0);
  };
  return { ...shown, dataset, context, settled, user, loads };
}
const rows = () => screen.getAllByRole('row').filter((row) => row.hasAttribute('data-line'));
const status = () => screen.getAllByRole('status').map((one) => one.textContent);

beforeEach(() => jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] }));
afterEach(() => {
  jest.useRealTimers();
  document.body.innerHTML = '';
});

describe('the queue', () => {
  it('shows placeholders while it loads, then the tickets with all an agent needs', async () => {
    const dataset = createDataset({
      entity: 'rcc_ticket',
      columns: TICKET_COLUMNS,
      rows: [ticketAt(1, NOW)],
      pageSize: 250,
    });
    const context = createContext<IInputs>({ parameters: { tickets: dataset } as unknown as IInputs, resx: RESX });
    renderControl<IInputs, IOutputs>(TicketTriage, context);
    expect(screen.getByRole('status', { name: 'Loading tickets' })).toBeInTheDocument();
    await act(() => dataset.settled());
    const [row] = rows();
    for (const text of [
      'TKT-000002',
      'Order tracking',
      'High',
      'First response',
      'Send AI draft',
      'Medium, 80%',
      'In transit',
    ])
      expect(row).toHaveTextContent(text);
  });

  it('reads columns that are not mapped by the names of our own table', async () => {
    await open({ columns: TICKET_COLUMNS.map((column) => ({ ...column, alias: '' })), count: 1 });
    expect(rows()[0]).toHaveTextContent('TKT-000001');
  });

  it('works on a table of another name, and says which columns are missing', async () => {
    await open({
      entity: 'contoso_case',
      columns: [{ name: 'contoso_subject', alias: 'title', dataType: 'SingleLine.Text' }],
      rows: [{ contoso_subject: 'Broken lamp' }],
    });
    expect(rows()[0]).toHaveTextContent('Broken lamp');
    expect(screen.getByRole('columnheader', { name: /Priority/ })).toHaveTextContent('not mapped');
  });

  it('puts no more rows into the page than are in sight, whatever the number of tickets', async () => {
    await open({ count: 10_000, firstLoad: 10_000 });
    expect(rows().length).toBeLessThan(30);
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '10001');
    expect(rows()[0]).toHaveAttribute('aria-rowindex', '2');
  });

  it('tells a maker which property cannot be read, and how it should look', async () => {
    await open({}, {}, { statusValues: createProperty('new:1') });
    expect(screen.getByRole('alert')).toHaveTextContent('statusValues: "new:1" is not name=value');
  });

  it('says that tickets may not be read, that there are none, that none was found, that loading failed', async () => {
    const first = await open({}, { privileges: { rcc_ticket: [] } });
    expect(status().join()).toContain('You may not read these tickets');
    first.destroy();
    const second = await open({ count: 0 });
    expect(status().join()).toContain('No tickets here');
    await second.user.click(screen.getByRole('button', { name: 'Mine' }));
    await second.settled();
    expect(status().join()).toContain('No ticket matches');
    second.destroy();
    const third = await open({ failure: 'The service did not answer.' });
    expect(screen.getByRole('alert')).toHaveTextContent('The service did not answer.');
    third.dataset.failure = undefined;
    await third.user.click(screen.getByRole('button', { name: 'Try again' }));
    await third.settled();
    expect(rows().length).toBeGreaterThan(0);
  });

  it('keeps the tickets when they cannot be read again, and says that they may be old', async () => {
    const { dataset, user, settled } = await open({ count: 5 });
    dataset.failure = 'No answer.';
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    await settled();
    expect(rows()).toHaveLength(5);
    expect(screen.getByText(/may be out of date\. No answer\./)).toBeInTheDocument();
  });

  it('speaks Spanish', async () => {
    await open({ count: 2 }, { languageId: 3082 });
    expect(rows()[1]).toHaveTextContent('Seguimiento de pedido');
    expect(screen.getByRole('columnheader', { name: 'Tiempo restante' })).toBeInTheDocument();
  });
});

describe('the dataset', () => {
  it('gets its page size once, and is asked again only when it was loading with another', async () => {
    const { dataset, update } = await open({ pageSize: 50 });
    for (let round = 0; round < 5; round += 1) update();
    expect(countsOf(dataset.calls)).toEqual({ 'paging.setPageSize': 1, refresh: 1 });
    expect(dataset.sortedRecordIds).toHaveLength(250);
    const other = await open({ pageSize: 250 });
    expect(other.dataset.calls).toEqual([]);
  });

  it('is not asked again and again by a host that keeps to a page size of its own', async () => {
    const dataset = createDataset({ entity: 'rcc_ticket', columns: TICKET_COLUMNS, rows: [ticketAt(0, NOW)] });
    Object.defineProperty(dataset.paging, 'pageSize', { get: () => 50, set: () => undefined });
    const context = createContext<IInputs>({ parameters: { tickets: dataset } as unknown as IInputs, resx: RESX });
    const { update } = renderControl<IInputs, IOutputs>(TicketTriage, context);
    for (let round = 0; round < 5; round += 1) update();
    await act(() => dataset.settled());
    expect(countsOf(dataset.calls)).toEqual({ 'paging.setPageSize': 1, refresh: 1 });
  });

  it('is asked once for each thing an agent does: a filter, a sort, a search, everything again', async () => {
    const { user, settled, loads, dataset } = await open();
    await user.click(screen.getByRole('button', { name: 'To review' }));
    await settled();
    expect(loads()).toBe(1);
    expect(dataset.sortedRecordIds.every((id) => dataset.records[id]?.getValue('rcc_requireshumanreview'))).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Customer' }));
    await settled();
    expect([loads(), dataset.sorting]).toEqual([2, [{ name: 'rcc_customername', sortDirection: 0 }]]);
    expect(screen.getByRole('columnheader', { name: 'Customer' })).toHaveAttribute('aria-sort', 'ascending');
    await user.type(screen.getByRole('searchbox'), '[[TKT-000009]{Enter}');
    await settled();
    expect([loads(), dataset.sortedRecordIds]).toEqual([3, [rowId(8)]]);
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    await settled();
    expect([loads(), dataset.sortedRecordIds.length]).toEqual([4, 250]);
  });

  it('is asked for what was ticked in a filter, beside what the host filters by', async () => {
    const { user, settled, dataset } = await open();
    dataset.filtering.setFilter({
      filterOperator: 0,
      conditions: [{ attributeName: 'rcc_language', conditionOperator: 0, value: 'es' }],
    });
    await user.click(within(screen.getByRole('group')).getByRole('button', { name: 'Intent' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Returns' }));
    await settled();
    const found = dataset.sortedRecordIds.map((id) => [
      dataset.records[id]?.getFormattedValue('rcc_intent'),
      dataset.records[id]?.getValue('rcc_language'),
    ]);
    expect(new Set(found.map(String))).toEqual(new Set(['Returns,es']));
  });

  it('is not asked by updates that change nothing, which cost nothing either', async () => {
    const { control, context, dataset } = await open();
    const first = control.updateView(context);
    const calls = dataset.calls.length;
    expect(control.updateView(context)).toBe(first);
    expect(dataset.calls).toHaveLength(calls);
  });

  it('is read again after some minutes while nobody scrolls, and what arrived is told', async () => {
    const { dataset, settled, loads } = await open({ rows: [ticketAt(0, NOW)], count: undefined });
    dataset.setRows([ticketAt(0, NOW), ticketAt(1, NOW)]);
    act(() => void jest.advanceTimersByTime(110_000));
    expect(loads()).toBe(0);
    act(() => void jest.advanceTimersByTime(10_000));
    await settled();
    expect([loads(), rows().length]).toEqual([1, 2]);
    expect(status()).toContain('New tickets: 1');
  });

  it('is left alone while the control is hidden, and when it is gone', async () => {
    const { context, settled, loads, destroy } = await open({ count: 3 });
    act(() => context.change({ isVisible: false }));
    act(() => void jest.advanceTimersByTime(600_000));
    await settled();
    expect(loads()).toBe(0);
    destroy();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('pages', () => {
  it('add up, and the next one is asked for once, near the end', async () => {
    const { user, settled, loads, dataset } = await open();
    act(() => rows()[0]?.focus());
    expect(loads()).toBe(0);
    await user.keyboard('{End}');
    await settled();
    expect([loads(), dataset.sortedRecordIds.length]).toEqual([1, 500]);
    expect(screen.getByText('500 of 600 tickets loaded')).toBeInTheDocument();
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '601');
  });

  it('are not asked for twice by a host that is slow to say that it is loading', async () => {
    const { user, dataset } = await open();
    Object.defineProperty(dataset, 'loading', { get: () => false });
    const load = jest.spyOn(dataset.paging, 'loadNextPage').mockImplementation(() => undefined);
    act(() => rows()[0]?.focus());
    await user.keyboard('{End}{Home}{End}');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('that replace each other, as in canvas apps, are turned by buttons from then on', async () => {
    const { user, settled, loads, dataset } = await open({ accumulate: false, forgetsSelection: true });
    act(() => rows()[0]?.focus());
    await user.keyboard('x{End}');
    await settled();
    expect([loads(), dataset.sortedRecordIds[0]]).toEqual([1, rowId(250)]);
    expect(document.activeElement).toHaveAttribute('data-line', '0');
    expect(screen.getByText('Page 2')).toBeInTheDocument();
    // The chosen ticket is not here any more, and can still be acted on.
    expect(screen.getByRole('region', { name: 'Chosen tickets' })).toHaveTextContent('Chosen: 1');
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    await settled();
    expect([loads(), dataset.sortedRecordIds[0]]).toEqual([2, rowId(500)]);
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    await settled();
    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    await settled();
    const chosen = rows().filter((row) => row.getAttribute('aria-selected') === 'true');
    expect(chosen).toHaveLength(1);
    expect(chosen[0]).toHaveTextContent('TKT-000001');
  });
});

describe('keyboard and selection', () => {
  it('walk the list, open the preview and come back to the same row', async () => {
    const { user, outputs, context } = await open();
    act(() => rows()[0]?.focus());
    await user.keyboard('jjk{Enter}');
    expect(document.activeElement).toHaveAttribute('data-line', '1');
    expect(outputs.at(-1)).toMatchObject({ selectedTicketId: rowId(1) });
    expect(countsOf(context.calls)['events.OnTicketOpened']).toBe(1);
    await user.keyboard('{Escape}');
    expect(outputs.at(-1)?.selectedTicketId).toBeUndefined();
    expect(document.activeElement).toHaveAttribute('data-line', '1');
  });

  it('choose tickets that stay chosen when the view is sorted and another page comes', async () => {
    const { user, dataset, settled, outputs } = await open({ count: 20 });
    act(() => rows()[2]?.focus());
    await user.keyboard('x{Shift>}{ArrowDown}{/Shift}');
    expect(dataset.getSelectedRecordIds()).toEqual([rowId(2), rowId(3)]);
    expect(outputs.at(-1)).toMatchObject({ selectedCount: 2 });
    await user.click(screen.getByRole('button', { name: 'Customer' }));
    await settled();
    const chosen = rows().filter((row) => row.getAttribute('aria-selected') === 'true');
    expect(chosen.map((row) => /TKT-\d+/.exec(row.textContent ?? '')?.[0]).sort()).toEqual([
      'TKT-000003',
      'TKT-000004',
    ]);
  });

  it('keep the focus on the ticket when the list is read again in another order', async () => {
    const { user, settled } = await open({ count: 10 });
    act(() => rows()[4]?.focus());
    const name = document.activeElement?.getAttribute('aria-label');
    await user.keyboard('g');
    await settled();
    expect(screen.getAllByRole('row').find((row) => row.tabIndex === 0)).toHaveAttribute('aria-label', name);
  });

  it('go to the next ticket when the one they stood on is gone', async () => {
    const { dataset, user, settled } = await open({
      rows: [0, 1, 2].map((index) => ticketAt(index, NOW)),
      count: undefined,
    });
    act(() => rows()[2]?.focus());
    dataset.setRows([ticketAt(0, NOW), ticketAt(1, NOW)]);
    act(() => dataset.refresh());
    await settled();
    expect(document.activeElement).toHaveAttribute('data-line', '1');
    await user.keyboard('k');
    expect(document.activeElement).toHaveAttribute('data-line', '0');
  });

  it('choose all that is loaded, saying how many, and none again', async () => {
    const { user, dataset } = await open();
    const box = screen.getByRole('checkbox', { name: 'Select the 250 loaded tickets' });
    await user.click(box);
    expect([dataset.getSelectedRecordIds().length, box.getAttribute('aria-checked')]).toEqual([250, 'true']);
    await user.click(box);
    expect(dataset.getSelectedRecordIds()).toEqual([]);
  });

  it('are text in the search box, and find it by a key', async () => {
    const { user, dataset } = await open();
    act(() => rows()[0]?.focus());
    await user.keyboard('/jxg');
    expect(screen.getByRole('searchbox')).toHaveValue('jxg');
    expect(dataset.getSelectedRecordIds()).toEqual([]);
  });

  it('open the form of a ticket, and the help', async () => {
    const { user, dataset } = await open();
    act(() => rows()[1]?.focus());
    await user.keyboard('o');
    expect(dataset.calls.at(-1)).toMatchObject({ name: 'openDatasetItem' });
    await user.keyboard('?');
    expect(within(screen.getByRole('dialog')).getByText('Assign to me')).toBeInTheDocument();
  });

  it('group what is loaded by intent, fold a group and open it again', async () => {
    const { user } = await open({ count: 30 });
    act(() => rows()[0]?.focus());
    await user.keyboard('g');
    const heading = () => rows().filter((row) => row.hasAttribute('aria-expanded'));
    expect(heading()[0]).toHaveTextContent(/^Order tracking · \d+ loaded$/);
    await user.click(heading()[0] as HTMLElement);
    expect(heading()[0]).toHaveAttribute('aria-expanded', 'false');
    expect(rows()[1]).toHaveTextContent(/^Returns · /);
  });
});

describe('time', () => {
  it('goes on in the rows, and a clock that runs out is told', async () => {
    const row = { ...ticketAt(1, NOW), rcc_firstresponsedue: new Date(NOW + 15_000) };
    await open({ rows: [row], count: undefined });
    expect(rows()[0]).toHaveTextContent('left');
    act(() => void jest.advanceTimersByTime(20_000));
    expect(rows()[0]).toHaveTextContent('late');
    expect(status()).toContain('TKT-000002 is late now');
  });
});
