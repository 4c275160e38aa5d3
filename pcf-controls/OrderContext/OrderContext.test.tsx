/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { type Given, NOW, card, lookUpAgain, sample, started, texts } from './start-control.fixture';

let user: ReturnType<typeof userEvent.setup>;
beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  user = userEvent.setup({ advanceTimers: (time) => jest.advanceTimersByTime(time) });
});
afterEach(() => jest.useRealTimers());

describe('an order', () => {
  it('is shown with its number, states, lines, money, parcels and payments', () => {
    started({ column: sample('two_parcels') });
    expect(screen.getByRole('heading', { name: 'ORD-12346' })).toBeVisible();
    expect(screen.getByText('Partly shipped', { selector: '.OrderContext-badge' })).toBeVisible();
    expect(card('Items (3)').getByRole('row', { name: /Wool throw SKU-102 1 none yet/ })).toBeVisible();
    expect(card('Items (3)').getByRole('row', { name: /Trail shoes, 42 SKU-101 2 all/ })).toBeVisible();
    expect(card('Money').getByText('Total').closest('div')).toHaveTextContent('Total$106.00');
    const scans = within(card('Parcel 2 of 2').getByRole('list', { name: 'Scans, newest first' }));
    expect(scans.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Delay: severe weather3/2/26 10:00 AM · Memphis, US',
      'Arrived at facility3/1/26 7:00 PM · Nashville, US',
      'Picked up2/28/26 3:00 PM · Atlanta, US',
    ]);
    expect(card('Payments').getByText('Visa 4242 · 2/27/26 3:00 PM')).toBeVisible();
  });

  it('says of each parcel when it is expected, and whether it is late', () => {
    started({ column: sample('two_parcels') });
    expect(card('Parcel 1 of 2').getByText(/^Expected/)).toHaveTextContent(/^Expected Tue, Mar 3 ?$/);
    expect(card('Parcel 2 of 2').getByText(/^Expected/)).toHaveTextContent('Expected Sun, Mar 1 Late');
    expect(card('Parcel 2 of 2').getByText('Severe weather on the way')).toBeVisible();
  });

  it('tells when and where a parcel was delivered, with the proof, and that the shop named another carrier', () => {
    const whole = sample('on_its_way');
    const delivered = {
      ...whole.parcels[0],
      status: 'delivered',
      delivered_at: '2026-03-02T09:30:00Z',
      delivered_to: 'Front desk',
      proof: ['signed by GARCIA', 'photo'],
      carrier_mismatch: true,
      events: [],
      last_event: null,
    };
    started({ column: { ...whole, parcels: [delivered] } });
    const parcel = card('Parcel 1 of 1');
    expect(parcel.getByText('Delivered 3/2/26 9:30 AM · Front desk')).toBeVisible();
    expect(parcel.getByText('Proof: signed by GARCIA · photo')).toBeVisible();
    expect(parcel.getByText(/another carrier/)).toBeVisible();
    expect(parcel.getByText('The carrier has not scanned it yet.')).toBeVisible();
  });

  it('that was cancelled says when and why', () => {
    const whole = sample('on_its_way');
    const order = { ...whole.order, cancelled_at: '2026-03-01T10:00:00Z', cancel_reason: 'customer' };
    started({ column: { ...whole, order, parcels: [] } });
    expect(screen.getByText('Cancelled')).toBeVisible();
    expect(screen.getByText(/cancelled 3\/1\/26: the customer's wish/)).toBeVisible();
    expect(card('Money').getByText('Taken too much').closest('div')).toHaveTextContent('$72.50');
    expect(screen.getByText('Nothing has been shipped yet.')).toBeVisible();
  });

  it('charged twice is warned about, with what was taken too much', () => {
    started({ column: sample('charged_twice') });
    const remarks = within(screen.getByRole('list', { name: 'What the facts say' }));
    expect(remarks.getByText('Charged twice')).toBeVisible();
    expect(remarks.getByText('Two charges of 72.50 USD 40 seconds apart.')).toBeVisible();
    expect(card('Money').getByText('Paid').closest('div')).toHaveTextContent('Paid$145.00');
    expect(card('Money').getByText('Taken too much').closest('div')).toHaveTextContent('$72.50');
  });

  it('with a disputed, a reserved and a failed charge says so at each of them', () => {
    const whole = sample('on_its_way');
    const [charge] = whole.payments;
    const payments = [
      { ...charge, disputed: true, refunded: { amount: '2.50', currency: 'USD' } },
      { ...charge, charge_id: 'ch_2', captured: false },
      { ...charge, charge_id: 'ch_3', status: 'failed', total: null },
    ];
    started({ column: { ...whole, payments } });
    const items = card('Payments')
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(items[0]).toContain('$72.50SucceededDisputed at the bank');
    expect(items[0]).toContain('$2.50 refunded');
    expect(items[1]).toContain('Only reserved');
    expect(items[2]).toContain('Amount not knownFailed');
    expect(card('Money').getByText('Not paid yet').closest('div')).toHaveTextContent('$2.50');
  });

  it('has the worst first, and says how sure it is', () => {
    const findings = [
      { code: 'return_window', confidence: 'high', evidence: ['Until March 20.'] },
      { code: 'lost_suspected', confidence: 'medium', evidence: ['No scan for 8 days.', 'Expected last week.'] },
      { code: 'a_new_one', confidence: 'low', evidence: [] },
    ];
    started({ column: { ...sample('on_its_way'), findings } });
    const remarks = within(screen.getByRole('list', { name: 'What the facts say' })).getAllByRole('listitem');
    expect(remarks.map(({ textContent }) => textContent)).toEqual([
      'Possibly lost (probable)No scan for 8 days.Expected last week.',
      'Return periodUntil March 20.',
      'a new one (possible)',
    ]);
  });

  it('says what is missing and why; what is there is shown', () => {
    started({ column: sample('carrier_away') });
    const gaps = screen.getByRole('list', { name: 'What is missing' });
    expect(gaps).toHaveTextContent('Parcel facts are missingFedEx does not answer at the moment.');
    expect(screen.queryByText('Nothing has been shipped yet.')).toBeNull();
    expect(screen.getByRole('heading', { name: 'Payments' })).toBeVisible();
  });

  it('that could not be looked up again is still shown as it was known', () => {
    const degraded = [{ part: 'order', vendor: 'shopify', code: 'X', message: 'The order could not be looked up.' }];
    started({ column: { ...sample('on_its_way'), degraded } });
    const gaps = screen.getByRole('list', { name: 'What is missing' });
    expect(gaps).toHaveTextContent(/^Looking it up again failed; .*The order could not be looked up\.$/);
    expect(screen.getByRole('heading', { name: 'Items (2)' })).toBeVisible();
  });

  it('that is partly older than the rest says so, and from when', () => {
    const message = 'fedex did not answer in time. Shown is what it said at 2026-03-09T08:00:00.000Z.';
    const old = { part: 'parcel', vendor: 'fedex', code: 'X', message, shown_as_of: '2026-03-09T08:00:00.000Z' };
    started({ column: { ...sample('on_its_way'), degraded: [old] } });
    const gaps = screen.getByRole('list', { name: 'What is missing' });
    expect(gaps).toHaveTextContent(
      /^Looking it up again failed; .*Shown is what it said at 2026-03-09T08:00:00.000Z\.$/,
    );
  });

  it('with 200 lines shows eight of them, and all on request', async () => {
    started({ column: sample('many_lines') });
    const rows = () => card('Items (200)').getAllByRole('row').length - 1;
    expect(rows()).toBe(8);
    const more = screen.getByRole('button', { name: 'Show all 200 items' });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await user.click(more);
    expect(rows()).toBe(200);
    await user.click(screen.getByRole('button', { name: 'Show fewer items' }));
    expect(rows()).toBe(8);
  });

  it('in a dozen parcels shows the last scan of each, and all on request', async () => {
    const whole = sample('late');
    const parcels = Array.from({ length: 12 }, (_, index) => ({ ...whole.parcels[0], tracking_number: `T${index}` }));
    started({ column: { ...whole, parcels } });
    const fifth = card('Parcel 5 of 12');
    const scans = () => within(fifth.getByRole('list')).getAllByRole('listitem').length;
    expect(scans()).toBe(1);
    await user.click(fifth.getByRole('button', { name: 'Show all 3 scans' }));
    expect(scans()).toBe(3);
    expect(screen.getAllByRole('button', { name: 'Show all 3 scans' })).toHaveLength(11);
  });
});

describe('numbers and pages', () => {
  it('open at the vendor, by the host: order, parcel, charge', async () => {
    const orderAddress = 'https://admin.shop.example/orders/{id}';
    const { context } = started({ column: sample('on_its_way'), properties: { orderAddress } });
    await user.click(screen.getByRole('button', { name: 'Open in the shop' }));
    await user.click(screen.getByRole('button', { name: 'Track: 794265781784' }));
    await user.click(screen.getByRole('button', { name: 'Open the charge: ch_123461' }));
    expect(context.calls.filter(({ name }) => name === 'navigation.openUrl').map((call) => call.arguments[0])).toEqual([
      'https://admin.shop.example/orders/12346',
      'https://example.com/track/1',
      'https://bank.example/payments/ch_123461',
    ]);
  });

  it('an address that cannot be used is named with its remedy; the rest is shown', () => {
    started({
      column: sample('on_its_way'),
      properties: { orderAddress: 'http://admin.example/{id}', waitMinutes: -1 },
    });
    expect(texts()).toContain(
      'orderAddress is no address to open: give one that begins with https:// and has {id} where the number belongs.',
    );
    expect(texts()).toContain('waitMinutes has to be more than 0.');
    expect(screen.queryByRole('button', { name: 'Open in the shop' })).toBeNull();
    expect(screen.getByRole('button', { name: /^Open the charge/ })).toBeVisible();
  });

  it('are copied, which is said for two seconds; a refusal is said as well', async () => {
    started({ column: sample('on_its_way') });
    const copy = screen.getByRole('button', { name: 'Copy tracking number: 794265781784' });
    await user.click(copy);
    expect(await navigator.clipboard.readText()).toBe('794265781784');
    expect(texts()).toContain('Copied');
    act(() => void jest.advanceTimersByTime(2000));
    expect(texts()).not.toContain('Copied');
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('no'));
    await user.click(copy);
    expect(texts()).toContain('Could not be copied');
  });

  it('have no copy button where a host allows no clipboard', () => {
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    started({ column: sample('on_its_way') });
    expect(screen.queryByRole('button', { name: /^Copy/ })).toBeNull();
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });
});

describe('a column', () => {
  it.each<[string, Given, string]>([
    ['without anything', {}, 'No order has been looked up for this ticket.'],
    ['of another kind', { column: '{"subject":"Hello"}' }, 'The column holds something that is no order.'],
    ['that was cut off', { column: '{"found":true,"order":{"or' }, 'What was looked up cannot be read;'],
    ['that may not be read', { readable: false }, 'You have no right to see this column.'],
    ['of a stranger', { column: { found: false, verification: 'needed' } }, 'It has not been shown that this order'],
    ['without an order', { column: { found: false, verification: 'not_found' } }, 'The shop has no such order'],
    ['of a bad moment', { column: { found: false, verification: 'unavailable' } }, 'The shop did not answer.'],
    ['that says nothing', { column: { found: true } }, 'Nothing is known about an order.'],
  ])('%s is explained', (_, given, text) => {
    started(given);
    expect(screen.getByText(text, { exact: false })).toBeVisible();
    expect(screen.queryByText('Something here cannot be shown.')).toBeNull();
  });

  it('may hold anything: something is always shown', () => {
    const whole = sample('two_parcels');
    const { change } = started();
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom('', 'x', '2026-13-99', -1, 1e300));
    /** The same shape with some of its values replaced. */
    const damaged = (value: unknown, odds: () => boolean, instead: () => unknown): unknown => {
      if (odds()) return instead();
      if (Array.isArray(value)) return value.map((item) => damaged(item, odds, instead));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, damaged(part, odds, instead)]));
    };
    fc.assert(
      fc.property(fc.gen(), (next) => {
        const odds = () => next(fc.nat, { max: 9 }) === 0;
        change({ column: JSON.stringify(damaged(whole, odds, () => next(() => anything))) });
        expect(screen.queryByText('Something here cannot be shown.')).toBeNull();
        expect(document.body.textContent).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });

  it('that nobody may read offers no look-up; any other does', () => {
    started({ readable: false });
    expect(lookUpAgain()).toBeNull();
  });

  it('that was cut off shows its beginning, claims nothing of the rest, and can be looked up again', () => {
    const whole = JSON.stringify(sample('two_parcels'));
    const { change } = started({ column: whole.slice(0, whole.indexOf('"parcels"')) });
    expect(screen.getByRole('alert')).toHaveTextContent('The end is missing;');
    expect(screen.getByRole('heading', { name: 'Items (3)' })).toBeVisible();
    expect(screen.queryByText('Nothing has been shipped yet.')).toBeNull();
    expect(lookUpAgain()).toBeVisible();
    change({ column: whole.slice(0, whole.indexOf('"findings"')) });
    expect(card('Money').queryByText('Paid')).toBeNull();
    expect(screen.getByRole('heading', { name: 'Payments' })).toBeVisible();
  });
});

it('a view in which nothing has changed is the same, and asks the host nothing', () => {
  const { context, control } = started({ column: sample('many_lines'), requestedOn: new Date(NOW) });
  const before = control.control.updateView(context);
  const { length } = context.calls;
  for (let round = 0; round < 100; round += 1) expect(control.control.updateView(context)).toBe(before);
  expect(context.calls).toHaveLength(length);
  act(() => context.change({ theme: 'dark' }));
  expect(control.control.updateView(context)).not.toBe(before);
});

it('parcels stand beside the order where there is room', () => {
  const { context } = started({ column: sample('on_its_way'), host: { width: 639 } });
  expect(document.querySelector('.OrderContext.is-wide')).toBeNull();
  act(() => context.change({ width: 640 }));
  expect(document.querySelector('.OrderContext.is-wide')).not.toBeNull();
});

it('everything is said in Spanish to whoever reads Spanish', () => {
  started({ column: sample('two_parcels'), host: { languageId: 3082 } });
  expect(screen.getByRole('heading', { name: 'Paquete 2 de 2' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Consultar de nuevo' })).toBeVisible();
  expect(document.body).not.toHaveTextContent('OrderContext_');
});
