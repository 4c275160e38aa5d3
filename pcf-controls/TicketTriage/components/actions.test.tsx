/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { rowId } from '../../mocks';
import { INTENT, STATUS } from '../../mocks/samples/choices';
import { BEN, ME, holdTheClock, notices, onFirstTicket, open, preview } from './open-queue.fixture';

holdTheClock();

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

  it('give tickets back, each with its own result, and come to the next one', async () => {
    const { user, pass, row, show, outputs } = await open({
      change: (index) => (index === 1 ? { statuscode: STATUS.escalated } : {}),
    });
    onFirstTicket();
    await user.keyboard('{Control>}a{/Control}b');
    const dialog = screen.getByRole('alertdialog');
    expect(dialog).toHaveTextContent('Give 7 tickets back to the desk?');
    expect(dialog).toHaveTextContent('TKT-000001 · Parcel 1: It is escalated');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await user.keyboard('{Escape}');
    await show(0);
    await user.click(within(preview()).getByRole('button', { name: 'Give back' }));
    expect(within(preview()).getByRole('heading', { level: 2 })).toHaveTextContent('Parcel 1');
    expect(notices()).toHaveTextContent('Being given back: TKT-000000');
    await pass(11_000);
    expect(row(0)).toMatchObject({ statuscode: STATUS.unassigned.value, rcc_statusversion: 3 });
    expect(outputs.at(-1)).toMatchObject({ lastAction: 'give_back' });
  });

  it('take up what was escalated, unless that is undone', async () => {
    const { user, pass, row, calls } = await open({ change: () => ({ statuscode: STATUS.escalated }) });
    onFirstTicket();
    await user.keyboard('t');
    expect(notices()).toHaveTextContent('Being taken up: TKT-000000');
    await user.keyboard('{Control>}z{/Control}');
    await pass(11_000);
    expect(calls('updateRecord')).toEqual([]);
    await user.keyboard('t');
    await pass(11_000);
    expect(row(0)).toMatchObject({
      statuscode: STATUS.in_progress.value,
      rcc_statusversion: 3,
      rcc_lastagentactivityon: expect.any(String),
    });
    expect(notices()).toHaveTextContent('In progress: TKT-000000');
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
    expect(names()).toEqual(Array(7).fill('Your role does not allow it'));
    act(() => context.change({ offline: true }));
    await pass(0);
    expect(names()).toEqual(Array(7).fill('You are offline'));
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
