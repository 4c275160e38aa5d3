import { sampleOrderContext, splitShipment } from '../replies/sample-order-context';
import { start } from './started-chat.fixture';

const twoOnTheWay = () =>
  sampleOrderContext({
    parcels: [{ line_titles: ['Trail Shoe 42'] }, { tracking_number: '1Z999AA10123456793', line_titles: ['Wool Cap'] }],
  });
const from = { requester_email: 'lou@example.com' };

it('asks which of two parcels is meant, and hands over with the answer', async () => {
  const chat = start({ context: twoOnTheWay() });
  const asked = await chat.say('My parcel never arrived, order 12345', from);
  expect(asked).toMatchObject({ action: 'ask', triage: { intent: 'delivery_issue' } });
  expect(asked.reply).toContain('Which of the parcels is it about?');
  const answer = await chat.say('the second one', from);
  expect(answer).toMatchObject({ action: 'handoff', handoff: { intent: 'delivery_issue', order_id: 'ORD-12345' } });
  expect(answer.handoff?.transcript.map(({ text }) => text)).toContain('the second one');
});

it('asks it once; who does not say it gets a person', async () => {
  const chat = start({ context: twoOnTheWay() });
  await chat.say('My parcel never arrived, order 12345', from);
  const answer = await chat.say('hm well', from);
  expect(answer).toMatchObject({ action: 'handoff', handoff: { reasons: ['parcel_or_item_not_given'] } });
});

it('answers another question instead when one is asked', async () => {
  const chat = start({ context: twoOnTheWay() });
  await chat.say('My parcel never arrived, order 12345', from);
  const answer = await chat.say('Do you accept PayPal?', from);
  expect(answer).toMatchObject({ action: 'answer', triage: { intent: 'payment_issue' } });
});

it('does not ask which when only one can be meant', async () => {
  const chat = start({ context: splitShipment() });
  expect(await chat.say('My parcel never arrived, order 12346', from)).toMatchObject({ action: 'handoff' });
});

it('asks for the order of something faulty before a person takes over', async () => {
  const chat = start();
  const asked = await chat.say('The lamp is broken, I want to return it!');
  expect(asked).toMatchObject({ action: 'ask', triage: { intent: 'returns' } });
  expect(asked.reply).toContain('Which order is it about?');
  expect(await chat.say('12345 lou@example.com')).toMatchObject({
    action: 'handoff',
    triage: { intent: 'returns' },
    handoff: { order_id: 'ORD-12345' },
  });
});
