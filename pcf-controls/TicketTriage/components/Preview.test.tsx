/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { screen, within } from '@testing-library/react';
import { rowId } from '../../mocks';
import { STATUS } from '../../mocks/samples/choices';
import {
  BEN,
  FEW,
  ME,
  ago,
  box,
  holdTheClock,
  message,
  notices,
  onFirstTicket,
  open,
  preview,
} from './open-queue.fixture';

holdTheClock();

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
    onFirstTicket();
    await user.keyboard('r');
    expect(box()).toHaveFocus();
    await user.keyboard('j{Escape}');
    expect(box().value).toContain('j');
    expect(document.activeElement).toHaveAttribute('data-line', '0');
  });
});
