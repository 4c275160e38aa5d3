/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, fireEvent, screen, within } from '@testing-library/react';
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

const NOW = Date.parse('2026-03-02T15:00:00Z');
const RESX = readResx(join(__dirname, '..'));
const [ME, BEN] = AGENTS as [(typeof AGENTS)[0], (typeof AGENTS)[0]];
/** The columns of a view without long texts. */
const FEW = TICKET_COLUMNS.filter(({ alias }) => !['draftReply', 'draftFacts', 'orderContext'].includes(alias));
const ago = (minutes: number) => new Date(NOW - minutes * 60_000);

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

const message = (index: number, values: Row = {}): Row => ({
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

async function open({ count = 8, change = () => ({}), latency, columns = TICKET_COLUMNS, settings }: Given = {}) {
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
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /reply/ });
const notices = () => screen.getByRole('region', { name: 'Actions on their way' });
const preview = () => screen.getByRole('complementary');

beforeEach(() => jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] }));
afterEach(() => {
  jest.useRealTimers();
  document.body.innerHTML = '';
});

describe('the preview', () => {
  it('shows the conversation, the suggested reply and what it rests on, also where a fact cannot be read', async () => {
    const { show } = await open();
    await show(1);
    expect(within(preview()).getByText('Where is parcel 1?')).toBeInTheDocument();
    expect(box()).toHaveValue('Dear Maria, it is on its way.');
    expect(screen.getByText('Rests on facts: 1')).toBeInTheDocument();
    expect(screen.getByText(/Facts that cannot be read: 1/)).toBeInTheDocument();
  });

  it('says why a person is to check the ticket, also by a reason it has no words for', async () => {
    const { show } = await open({
      change: () => ({ rcc_requireshumanreview: true, rcc_reviewreasons: 'money; moon_phase' }),
    });
    await show(1);
    expect(preview()).toHaveTextContent('To be checked by a person. About money · moon phase');
  });

  it('reads nothing for tickets that are only passed by', async () => {
    const { show, user, pass, calls } = await open();
    await show(0);
    expect(calls('retrieveMultipleRecords')).toHaveLength(1);
    await user.keyboard('jjjj');
    await pass(1000);
    expect(calls('retrieveMultipleRecords').map((call) => String(call.arguments[1]).includes(rowId(4)))).toEqual([
      false,
      true,
    ]);
  });

  it('drops the answer for a ticket that is not in view any more', async () => {
    const { show, pass } = await open({ latency: 2000 });
    await show(1);
    await show(2);
    await pass(1700);
    expect(preview()).not.toHaveTextContent('Where is parcel');
    expect(preview()).toHaveTextContent('Loading messages');
    await pass(1000);
    expect(preview()).toHaveTextContent('Where is parcel 2?');
  });

  it('says that messages cannot be read, and reads them when asked again; that there are none', async () => {
    const { show, webApi, user, pass } = await open();
    webApi.failure = 'The table is away.';
    await show(1);
    expect(within(preview()).getByRole('alert')).toHaveTextContent('The table is away.');
    webApi.failure = undefined;
    await user.click(within(preview()).getByRole('button', { name: 'Try again' }));
    await pass(0);
    expect(preview()).toHaveTextContent('Where is parcel 1?');
    await show(7);
    expect(preview()).toHaveTextContent('No messages yet');
  });

  it('shows what came of our messages, and folds what a message quotes', async () => {
    const { show, webApi } = await open();
    await webApi.createRecord('rcc_message', {
      ...message(1, { rcc_direction: 727000001, rcc_author: 727000001, rcc_status: 727000003 }),
      rcc_messageid: '5e1f0000-0000-4000-9000-000000000009',
      rcc_body: 'Sorry\n\n> Where is it',
      createdon: ago(30).toISOString(),
    });
    await show(1);
    const [, ours] = within(preview())
      .getAllByRole('listitem')
      .filter((item) => item.className.includes('tp-message'));
    expect(ours).toHaveTextContent('Agent');
    expect(ours).toHaveTextContent('Not delivered');
    expect(within(ours as HTMLElement).getByText('Earlier messages quoted here')).toBeInTheDocument();
  });

  it('marks the ticket as open at most once a minute, and tells who else has it open', async () => {
    const { show, calls, pass, user } = await open({
      change: (index) => (index === 1 ? { rcc_openedby: BEN, rcc_openedon: ago(1) } : {}),
    });
    await show(1);
    expect(within(preview()).getByText('Ben Okafor has it open')).toBeInTheDocument();
    await show(0);
    await show(1);
    expect(calls('updateRecord').map((call) => call.arguments.slice(1))).toEqual([
      [rowId(1), { 'rcc_OpenedBy@odata.bind': `/systemusers(${ME.id})`, rcc_openedon: expect.any(String) }],
      [rowId(0), expect.anything()],
    ]);
    await pass(70_000);
    expect(calls('updateRecord')).toHaveLength(3);
    await user.keyboard('{Escape}');
    await pass(600_000);
    expect(calls('updateRecord')).toHaveLength(3);
  });

  it('reads the long texts a view leaves out, once for the ticket that is open', async () => {
    const { show, calls } = await open({ columns: FEW });
    await show(1);
    expect(box()).toHaveValue('Dear Maria, it is on its way.');
    expect(screen.getByText('Rests on facts: 1')).toBeInTheDocument();
    expect(calls('retrieveRecord').map((call) => call.arguments)).toEqual([
      ['rcc_ticket', rowId(1), '?$select=rcc_draftreply,rcc_draftfacts,rcc_ordercontext'],
    ]);
  });

  it('works where there is nothing for the reply and the order, and says so', async () => {
    const { show, webApi } = await open({ columns: FEW });
    webApi.failure = ({ name }) => (name === 'retrieveRecord' ? 'Could not find a property.' : undefined);
    await show(1);
    expect(box()).toHaveValue('');
    expect(preview()).toHaveTextContent('No column is mapped for Draft reply');
    expect(preview()).toHaveTextContent('No column is mapped for Order context');
  });

  it('works without a Web API, as in canvas apps: what is missing is said', async () => {
    const { show, context } = await open({ columns: FEW, settings: { webApi: undefined } });
    await show(1);
    expect(within(preview()).getByRole('alert')).toHaveTextContent('The messages cannot be read');
    // Some hosts have nothing where others refuse.
    Object.defineProperty(context, 'webAPI', { value: undefined });
    await show(2);
    expect(within(preview()).getByRole('alert')).toHaveTextContent('The messages cannot be read');
    expect(preview()).toHaveTextContent('No column is mapped for Draft reply');
  });
});

describe('a reply', () => {
  it('is changed, sent after ten seconds as a queued message, and the list is read again once', async () => {
    const { show, user, pass, webApi, row, refreshes, outputs, context, calls } = await open();
    await show(1);
    await user.clear(box());
    await user.type(box(), 'It arrives today.');
    const before = refreshes();
    await user.keyboard('{Control>}{Enter}{/Control}');
    // The next ticket is shown, this one is on its way.
    expect(preview()).toHaveTextContent('TKT-000002');
    expect(notices()).toHaveTextContent('Reply being sent: TKT-000001');
    await pass(9000);
    expect(webApi.rows('rcc_message')).toHaveLength(3);
    await pass(1500);
    expect(webApi.rows('rcc_message')[3]).toMatchObject({
      rcc_body: 'It arrives today.',
      rcc_subject: 'Question 1',
      rcc_status: 727000001,
      rcc_author: 727000001,
      _rcc_ticket_value: rowId(1),
    });
    expect(row(1)).toMatchObject({ statuscode: 727000004, rcc_statusversion: 3 });
    expect(refreshes() - before).toBe(1);
    expect(outputs.slice(-1)).toEqual([expect.objectContaining({ lastAction: 'reply' })]);
    expect(context.calls.map(({ name }) => name)).toContain('events.OnAction');
    // It is in the conversation now, and the suggestion does not stand there to be sent again.
    await show(1);
    expect(within(preview()).getByText('It arrives today.')).toBeInTheDocument();
    expect(box()).toHaveValue('');
    // Letting go of the notice reads nothing again.
    const reads = calls('retrieveMultipleRecords').length;
    await pass(10_000);
    expect(screen.queryByRole('region', { name: 'Actions on their way' })).not.toBeInTheDocument();
    expect(calls('retrieveMultipleRecords')).toHaveLength(reads);
  });

  it('that is undone in time stays in the box and is never written', async () => {
    const { show, user, pass, webApi } = await open();
    await show(1);
    await user.type(box(), ' Soon.');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await user.click(within(notices()).getByRole('button', { name: 'Undo' }));
    await pass(20_000);
    expect(webApi.rows('rcc_message')).toHaveLength(3);
    await show(1);
    expect(box()).toHaveValue('Dear Maria, it is on its way. Soon.');
  });

  it('half written stays with its ticket while others are looked at', async () => {
    const { show, user } = await open();
    await show(1);
    await user.type(box(), ' Soon.');
    await show(2);
    expect(box()).toHaveValue('Dear Maria, it is on its way.');
    await show(1);
    expect(box()).toHaveValue('Dear Maria, it is on its way. Soon.');
    await user.click(screen.getByRole('button', { name: 'Use the suggestion' }));
    expect(box()).toHaveValue('Dear Maria, it is on its way.');
  });

  it('is not suggested where the last word was ours, and not possible where the ticket is over', async () => {
    const { show } = await open({
      change: (index) => ({ statuscode: index === 1 ? STATUS.waiting : STATUS.resolved }),
    });
    await show(1);
    expect(box()).toHaveValue('');
    await show(2);
    expect(preview()).toHaveTextContent('Already resolved');
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
  });

  it('is not sent to a customer who has written again meanwhile', async () => {
    const { show, user, pass, webApi } = await open();
    await show(1);
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await webApi.updateRecord('rcc_ticket', rowId(1), { rcc_lastcustomeractivityon: ago(0).toISOString() });
    await pass(10_500);
    expect(notices()).toHaveTextContent('TKT-000001 Somebody else changed it meanwhile');
    expect(webApi.rows('rcc_message')).toHaveLength(3);
  });

  it('to a customer without an address says that it will not arrive', async () => {
    const { show } = await open({ change: () => ({ rcc_customeremail: null }) });
    await show(1);
    expect(preview()).toHaveTextContent('No e-mail address is known');
  });

  it('is reached by a key from the list, and left by another', async () => {
    const { user } = await open();
    act(() =>
      screen
        .getAllByRole('row')
        .find((row) => row.hasAttribute('data-line'))
        ?.focus(),
    );
    await user.keyboard('r');
    expect(box()).toHaveFocus();
    await user.keyboard('j{Escape}');
    expect(box().value).toContain('j');
    expect(document.activeElement).toHaveAttribute('data-line', '0');
  });
});

describe('actions', () => {
  it('on many tickets are listed and confirmed first, and each ticket has its own result', async () => {
    const { user, pass, webApi, row, refreshes } = await open({
      change: (index) => (index === 7 ? { statuscode: STATUS.closed } : {}),
    });
    act(() =>
      screen
        .getAllByRole('row')
        .find((one) => one.hasAttribute('data-line'))
        ?.focus(),
    );
    await user.keyboard('{Control>}a{/Control}d');
    const dialog = screen.getByRole('alertdialog');
    expect(dialog).toHaveTextContent('Resolve 7 tickets?');
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      ...[0, 1, 2, 3, 4, 5, 6].map((index) => `TKT-00000${index} · Parcel ${index}`),
      'TKT-000007 · Parcel 7: Closed',
    ]);
    await user.click(within(dialog).getByRole('button', { name: 'Yes, 7 tickets' }));
    webApi.failure = ({ name, arguments: [, id] }) =>
      name === 'updateRecord' && id === rowId(3) ? 'The row is locked.' : undefined;
    await webApi.updateRecord('rcc_ticket', rowId(5), { rcc_statusversion: 3 });
    const before = refreshes();
    await pass(11_000);
    expect(notices()).toHaveTextContent('Done for 5 of 8');
    expect(
      within(notices())
        .getAllByRole('listitem')
        .map((item) => item.textContent)
        .sort(),
    ).toEqual([
      'TKT-000003 Not written: The row is locked.',
      expect.stringMatching(/^TKT-000005 Somebody else changed it/),
      'TKT-000007 Closed',
    ]);
    expect([0, 1, 2, 3, 4, 5, 6].map((index) => row(index).statuscode === 727000007)).toEqual([
      true,
      true,
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(refreshes() - before).toBe(1);

    webApi.failure = undefined;
    await user.click(within(notices()).getByRole('button', { name: 'Try again' }));
    await pass(0);
    expect(row(3).statuscode).toBe(727000007);
    expect(notices()).toHaveTextContent('Done for 6 of 8');
  });

  it('are not started when the list is not confirmed, and need no confirmation for five', async () => {
    const { user, pass, calls } = await open({ count: 6 });
    act(() =>
      screen
        .getAllByRole('row')
        .find((one) => one.hasAttribute('data-line'))
        ?.focus(),
    );
    await user.keyboard('{Control>}a{/Control}e');
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Cancel' }));
    await pass(11_000);
    expect(calls('updateRecord')).toEqual([]);
    await user.keyboard('xe');
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    await pass(11_000);
    expect(calls('updateRecord')).toHaveLength(5);
  });

  it('are undone by Ctrl+Z; the time that is left is shown', async () => {
    const { user, pass, calls } = await open();
    act(() =>
      screen
        .getAllByRole('row')
        .find((one) => one.hasAttribute('data-line'))
        ?.focus(),
    );
    await user.keyboard('d');
    expect(screen.getAllByRole('status').some((one) => /10 seconds to undo it/.test(one.textContent ?? ''))).toBe(true);
    await pass(4000);
    expect(notices()).toHaveTextContent('6 s');
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.queryByRole('region', { name: 'Actions on their way' })).not.toBeInTheDocument();
    await pass(11_000);
    expect(calls('updateRecord')).toEqual([]);
  });

  it('are written at once when the page is hidden or the control is closed', async () => {
    for (const goAway of ['hidden', 'pagehide', 'destroy'] as const) {
      const { user, pass, row, destroy } = await open();
      act(() =>
        screen
          .getAllByRole('row')
          .find((one) => one.hasAttribute('data-line'))
          ?.focus(),
      );
      await user.keyboard('d');
      expect(row(0).statuscode).toBe(727000003);
      if (goAway === 'destroy') destroy();
      else if (goAway === 'pagehide') fireEvent(window, new Event('pagehide'));
      else {
        const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
        fireEvent(document, new Event('visibilitychange'));
        hidden.mockRestore();
      }
      await pass(0);
      expect([goAway, row(0).statuscode]).toEqual([goAway, 727000007]);
      if (goAway !== 'destroy') destroy();
      document.body.innerHTML = '';
    }
  });

  it('that are not possible can be found, and say why', async () => {
    const { show, user, pass, calls } = await open({ change: () => ({ statuscode: STATUS.waiting }) });
    await show(1);
    const escalate = within(preview()).getByRole('button', { name: 'Escalate: It is the customer’s turn' });
    expect(escalate).toHaveAttribute('aria-disabled', 'true');
    const before = calls('updateRecord').length;
    await user.click(escalate);
    await pass(11_000);
    expect(calls('updateRecord')).toHaveLength(before);
  });

  it('are none while offline, and none without the right to them', async () => {
    const { show, context, pass } = await open({ settings: { privileges: { rcc_ticket: ['Read'] } } });
    await show(1);
    const names = () =>
      within(within(preview()).getByRole('group', { name: 'Actions' }))
        .getAllByRole('button')
        .map((one) => one.getAttribute('aria-label')?.split(': ')[1]);
    expect(names()).toEqual(Array(5).fill('Your role does not allow it'));
    act(() => context.change({ offline: true }));
    await pass(0);
    expect(names()).toEqual(Array(5).fill('You are offline'));
  });

  it('that begin before the network is lost are tried when they are due', async () => {
    const { user, pass, row, context } = await open();
    act(() =>
      screen
        .getAllByRole('row')
        .find((one) => one.hasAttribute('data-line'))
        ?.focus(),
    );
    await user.keyboard('d');
    act(() => context.change({ offline: true }));
    await pass(11_000);
    expect(row(0).statuscode).toBe(727000007);
  });

  it('ask whom and until when', async () => {
    const { show, user, pass, row, context } = await open({ settings: { answers: { lookup: [BEN] } } });
    await show(1);
    await user.click(within(preview()).getByRole('button', { name: 'Assign…' }));
    await pass(11_000);
    expect(row(1)._rcc_assignedagent_value).toBe(BEN.id);
    expect(context.calls.find(({ name }) => name === 'utils.lookupObjects')?.arguments).toEqual([
      expect.objectContaining({ entityTypes: ['systemuser'], allowMultiSelect: false }),
    ]);
    await user.keyboard('s');
    await user.click(screen.getByRole('button', { name: /^Tomorrow morning/ }));
    await pass(11_000);
    expect(row(2).rcc_snoozeduntil).toBe('2026-03-03T08:00:00.000Z');
  });

  it('say where agents cannot be looked up', async () => {
    const { show, user, pass, context } = await open();
    context.utils.lookupObjects = () => Promise.reject(new Error('Not available.'));
    await show(1);
    await user.click(within(preview()).getByRole('button', { name: 'Assign…' }));
    await pass(0);
    expect(screen.getByRole('alert')).toHaveTextContent('Agents cannot be looked up');
  });

  it('correct what the AI read in place; it is shown at once and can be undone', async () => {
    const { show, user, pass, row } = await open();
    await show(1);
    const intent = () => within(preview()).getByRole('combobox', { name: /^Intent/ });
    expect(intent()).toHaveDisplayValue('Order tracking');
    await user.selectOptions(intent(), 'Returns');
    expect(intent()).toHaveDisplayValue('Returns');
    await user.click(within(notices()).getByRole('button', { name: 'Undo' }));
    expect(intent()).toHaveDisplayValue('Order tracking');
    await user.selectOptions(intent(), 'Payment issue');
    await pass(11_000);
    expect(row(1)).toMatchObject({
      rcc_intent: INTENT.payment_issue.value,
      _rcc_correctedby_value: ME.id,
      rcc_correctedon: expect.any(String),
    });
  });
});
