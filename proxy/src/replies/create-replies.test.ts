import { projectFile } from '../project-file';
import { AiFailure } from '../ai/ai-failure';
import type { LanguageModel, ModelTask } from '../ai/language-model';
import { shippedPrompt } from '../ai/prompt-file';
import type { WrittenReply } from '../ai/write-reply';
import type { DraftReplyRequest } from '../contract/reply';
import { createReplies } from './create-replies';
import { outForDelivery, sampleOrderContext } from './sample-order-context';
import { createTemplateReplies } from './template-replies';

const policyFolder = projectFile('proxy/policies');
const templates = createTemplateReplies({ policyFolder });
const REQUEST: DraftReplyRequest = {
  ...{ channel: 'email', intent: 'order_tracking', language: 'en', text: 'Where is order 12345?' },
  ...{
    order_id: 'ORD-12345',
    customer_name: 'Lou Reyes',
    ticket_number: 'TKT-000123',
    order_context: outForDelivery(),
  },
};
/** The template's sentences, one of them with its words moved, between two courtesies. */
const ORIGINAL = templates.compose(REQUEST).paragraphs.join('\n\n');
const STATE = 'With FedEx your order ORD-12345 is now out for delivery.';
const GOOD = [
  'Thank you for your message. We are sorry for the wait.',
  ORIGINAL.replace('Your order ORD-12345 is out for delivery with FedEx.', STATE),
];

const tasks: ModelTask<unknown>[] = [];
const modelThat = (answer: () => unknown): LanguageModel => ({
  ask<T>(task: ModelTask<T>) {
    tasks.push(task);
    const value = task.read(JSON.stringify(answer()));
    if (value === null) return Promise.reject(new AiFailure('bad_answer'));
    const usage = { prompt_tokens: 1, completion_tokens: 1, cost: 0 };
    return Promise.resolve({ value, model: 'a-model', promptVersion: '1', usage });
  },
});
const saying = (reply_paragraphs: string[], more: Partial<WrittenReply> = {}) =>
  modelThat(() => ({ reply_paragraphs, asks_for: 'nothing', uses_facts: ['parcels.0.status'], ...more }));
const draftBy = (model: LanguageModel, request = REQUEST) =>
  createReplies({ policyFolder, writer: { model, prompt: shippedPrompt('reply') } }).draft(request);

afterEach(() => tasks.splice(0));

it('takes the words of the model when they say what the template says', async () => {
  const draft = await draftBy(saying(GOOD));
  expect(draft).toMatchObject({ can_send: true, held_reasons: [], template: 'ai:order_tracking.state' });
  expect(draft.reply_text).toBe(['Hello Lou Reyes,', ...GOOD, 'Kind regards,\nCustomer Care'].join('\n\n'));
  expect(draft.facts.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['parcels.0.status', 'parcels.0.carrier', 'parcels.0.estimated_delivery']),
  );
  expect(draft.check).toMatchObject({ passed: true, unsupported: [] });
});

describe('the template is sent', () => {
  const original = templates.draft(REQUEST);
  const changed = (from: string, to: string) => GOOD.map((paragraph) => paragraph.replace(from, to));
  it.each<[string, LanguageModel]>([
    ['for another day', saying(changed('1 March', '2 March'))],
    ['for another carrier', saying(changed('FedEx', 'DHL'))],
    ['for a promise', saying([...GOOD, 'We will refund you if it is late.'])],
    ['for a promise in disguise', saying([...GOOD, 'Consider it done.'])],
    ['for a name', saying([...GOOD, 'Please ask for Miriam Okafor.'])],
    ['for a link nobody gave', saying(changed('www.fedex.com', 'fedex.example'))],
    ['when a state is left out', saying(changed(STATE, ''))],
    ['when a day is left out', saying(changed('Expected delivery: 1 March 2026.', ''))],
    ['for another language', saying(['Gracias por su mensaje.', ORIGINAL])],
    ['for a question it does not ask', saying([...GOOD, 'Which order is it about?'], { asks_for: 'order_number' })],
    ['for something it does not ask for', saying(GOOD, { asks_for: 'order_number' })],
    ['for sentences in another order', saying(ORIGINAL.split(/(?<=\.) /).reverse())],
    ['for one that repeats itself', saying([...GOOD, ORIGINAL])],
    ['for more courtesies than sense', saying([...GOOD, 'You are welcome.', 'We are happy to help.'])],
    ['for HTML', saying(changed(STATE, `<b>${STATE}</b>`))],
    ['for Markdown', saying(changed(STATE, `**${STATE}**`))],
    ['for what the eye does not see', saying(changed('FedEx', 'Fed\u200bEx'))],
    ['for a placeholder', saying([...GOOD, 'Your e-mail is [e-mail 1].'])],
    ['for facts nobody gave', saying(GOOD, { uses_facts: ['order.discount'] })],
    ['for an empty reply', saying([' '])],
    ['for something else than a reply', modelThat(() => ({ can_send: true }))],
    ['when nothing comes in time', { ask: () => Promise.reject(new AiFailure('timeout')) }],
    ['when the budget is spent', { ask: () => Promise.reject(new AiFailure('budget')) }],
    ['after a refusal', { ask: () => Promise.reject(new AiFailure('refusal')) }],
  ])('%s', async (_, model) => expect(await draftBy(model)).toEqual(original));
});

it('the model is not asked about what a person must look at', async () => {
  for (const more of [{ requires_human_review: true }, { intent: 'general_complaint' as const }]) {
    const request = { ...REQUEST, ...more };
    const held = await draftBy(saying(GOOD), request);
    expect(held).toEqual(templates.draft(request));
    expect(held.can_send).toBe(false);
  }
  expect(tasks).toEqual([]);
});

it('gives the model nothing personal: no name, no address, no card', async () => {
  const text = 'I am Lou Reyes, lou@example.com, +1 202 555 0143, card 4111 1111 1111 1111. Where is order 12345?';
  await draftBy(saying(GOOD), { ...REQUEST, text, subject: 'From Lou Reyes' });
  const sent = JSON.stringify(tasks[0]?.data);
  expect(sent).toContain('12345');
  expect(sent).not.toMatch(/Lou|Reyes|lou@|555 0143|4111/);
});

it('gives the model all it may state, and the words of the template', async () => {
  const data = (await draftBy(saying(GOOD)), tasks[0]?.data) as { facts: { id: string }[]; template: string[] };
  expect(data.facts.map(({ id }) => id)).toContain('parcels.0.estimated_delivery');
  expect(data.template.join()).toContain('is out for delivery with FedEx');
});

it('asks nothing of the model where there is nothing to word, or no language of ours', async () => {
  await draftBy(saying(GOOD), { ...REQUEST, language: 'fr' });
  await draftBy(saying(GOOD), { channel: 'email', intent: 'other', language: 'en', text: 'zzz' });
  expect(tasks).toEqual([]);
});

it('keeps the one question of a template', async () => {
  const request: DraftReplyRequest = {
    channel: 'chat',
    intent: 'order_tracking',
    language: 'en',
    text: 'Where is it?',
  };
  const { draft, paragraphs } = templates.compose(request);
  const thanks = 'Thank you for your message.';
  const by = (body: string[], asks_for: WrittenReply['asks_for']) =>
    draftBy(saying(body, { asks_for, uses_facts: [] }), request);
  const asked = await by([thanks, ...paragraphs], 'order_number');
  expect(asked).toMatchObject({ template: 'ai:order_tracking.ask_order', can_send: true });
  expect(asked.reply_text).toBe([thanks, ...paragraphs].join('\n\n'));
  const own = paragraphs.map((one) => one.replace('Which order is it about?', 'What is your address and e-mail?'));
  expect(own).not.toEqual(paragraphs);
  expect(await by(own, 'order_number')).toEqual(draft);
  expect(await by([...paragraphs, 'What is your address?'], 'order_number')).toEqual(draft);
  expect(await by([thanks, ...paragraphs], 'item')).toEqual(draft);
  expect(await by([thanks], 'nothing')).toEqual(draft);
});

it('needs no model', async () => {
  const request = { ...REQUEST, order_context: sampleOrderContext() };
  expect(await createReplies({ policyFolder }).draft(request)).toEqual(templates.draft(request));
});
