import type { Fact } from '../../contract/order-context';
import { examineReply } from '../check-reply';
import { outForDelivery, sampleOrderContext, splitShipment } from '../sample-order-context';

const policy = (value: string): Fact => ({
  ...{ id: 'policy.returns', label: 'Returns', kind: 'text', value },
  ...{ source: 'policies/en/returns.md', as_of: null },
});
const RETURNS = policy(
  'You can return an item within 30 days. Sale items can be returned. Underwear cannot be returned.',
);
const order = outForDelivery().facts;
const soon = sampleOrderContext({ parcels: [{ status: 'in_transit', estimated_delivery: '2026-03-09' }] }).facts;
const unsupported = (text: string, facts: readonly Fact[], today = '2026-03-01') =>
  examineReply(text, facts, { today }).unsupported.map((one) => `${one.text} (${one.kind})`);

describe('words no fact, no policy and no courtesy has', () => {
  it.each([
    ['Consider it done.', 'Consider (wording)'],
    ["You won't be out of pocket.", 'pocket (wording)'],
    ['Your neighbour took it in.', 'neighbour (wording)'],
    ['Please tell us your password.', 'password (wording)'],
    ['Delo por hecho.', 'Delo (wording)'],
  ])('are found: %s', (text, words) => expect(unsupported(text, order)).toContain(words));

  it('may be used when a fact or a policy has them', () => {
    expect(unsupported('Your trail shoe travels with us.', order)).toEqual([]);
    expect(unsupported('Underwear is an item of its own.', order)).toContain('Underwear (wording)');
  });
});

describe('a word of a policy', () => {
  it('is not affirmed when the policy denies it, nor the other way round', () => {
    expect(unsupported('Sale items cannot be returned.', [RETURNS])).toContain('Sale (wording)');
    expect(unsupported('Underwear can be returned as well.', [RETURNS])).toContain('Underwear (wording)');
    expect(unsupported('Underwear cannot be returned.', [RETURNS])).toEqual([]);
  });
});

describe('what the shop is said to do for the customer', () => {
  it.each(['We are sending you the same item again.', 'I have asked the driver to call.', 'We collect it for you.'])(
    'is a promise: %s',
    (text) => expect(unsupported(text, order).join()).toMatch(/promise/),
  );
  it.each(['We understand your concern.', 'I checked the status of your order.', 'We could not find your order.'])(
    'is none when it is only looked at: %s',
    (text) => expect(unsupported(text, order)).toEqual([]),
  );
});

describe('an item', () => {
  it('is where its parcel is, and nowhere before it is sent', () => {
    const facts = splitShipment().facts;
    expect(unsupported('The Wool Cap should arrive on Tuesday.', facts)).toEqual([]);
    expect(unsupported('The Trail Shoe 42 should arrive on Tuesday.', facts)).not.toEqual([]);
    expect(unsupported('The Rain Jacket should arrive on Tuesday.', facts)).not.toEqual([]);
    expect(unsupported('The Rain Jacket has not been shipped yet.', facts)).toEqual([]);
  });
});

describe('days as people name them', () => {
  const WEDNESDAY = '2026-03-04';
  it.each([
    ['It should arrive next Monday.', WEDNESDAY],
    ['It should arrive this coming Monday.', WEDNESDAY],
    ['It should arrive early next week.', WEDNESDAY],
    ['It should arrive on Monday of next week.', WEDNESDAY],
    ['It should arrive a week from tomorrow.', '2026-03-01'],
    ['It should arrive on Monday week.', '2026-03-01'],
    ['It should arrive by Monday evening.', WEDNESDAY],
    ['Debería llegar el lunes que viene.', WEDNESDAY],
  ])('are understood: %s (on %s)', (text, today) => expect(unsupported(text, soon, today)).toEqual([]));

  it.each([
    ['It should arrive this week.', WEDNESDAY],
    ['It should arrive at the end of next week.', WEDNESDAY],
    ['It should arrive at the weekend.', WEDNESDAY],
    ['It should arrive next month.', WEDNESDAY],
    ['It should arrive a week from Monday.', WEDNESDAY],
    ['It should arrive on Monday morning.', WEDNESDAY],
    // A Sunday is the last day of a week in Europe and the first one in America.
    ['It should arrive next week.', '2026-03-01'],
  ])('are found when they are others, or may be: %s (on %s)', (text, today) =>
    expect(unsupported(text, soon, today)).not.toEqual([]),
  );
});

it.each(['by ', 'on the ', 'in a week ', 'we have ', 'next week ', 'a, ', 'un par de '])(
  'does not read sentences nobody can read: 200,000 characters of "%s"',
  (piece) => expect(unsupported(piece.repeat(200_000 / piece.length), order)).toHaveLength(1),
);

it('reads many sentences', () => {
  const facts = unsupported('Your parcel is on its way. '.repeat(2000), order);
  expect(facts).toEqual([]);
});
