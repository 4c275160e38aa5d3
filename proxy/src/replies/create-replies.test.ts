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
const GOOD = [
  'Your parcel with FedEx is out for delivery and should be with you today, 1 March 2026.',
  'You can follow it here: https://www.fedex.com/fedextrack/?trknbr=7942657890',
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

it('takes the words of the model when the same facts stand behind them', async () => {
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
  it.each<[string, LanguageModel]>([
    ['for another day', saying([GOOD[0]!.replace('today, 1 March', 'tomorrow, 2 March')])],
    ['for another carrier', saying([GOOD[0]!.replace('FedEx', 'DHL')])],
    ['for a promise', saying([...GOOD, 'We will refund you if it is late.'])],
    ['for a promise in disguise', saying([...GOOD, 'Consider it done.'])],
    ['for a name', saying([...GOOD, 'Please ask for Miriam Okafor.'])],
    ['for a link nobody gave', saying([GOOD[0]!, 'You can follow it here: https://fedex.example/7942657890'])],
    ['when a state or a day is left out', saying(['Your parcel is with FedEx.'])],
    [
      'for another language',
      saying(['Su paquete está en reparto con FedEx y se espera hoy, 1 de marzo de 2026. Gracias.']),
    ],
    ['for a question it does not ask', saying([...GOOD, 'Which order is it about?'], { asks_for: 'order_number' })],
    ['for one that is too long', saying([...GOOD, ...Array<string>(20).fill(GOOD[0]!)])],
    ['for HTML', saying([`<b>${GOOD[0]}</b>`])],
    ['for Markdown', saying([GOOD[0]!.replace('FedEx', '**FedEx**')])],
    ['for a placeholder', saying([...GOOD, 'Your e-mail is [e-mail 1].'])],
    ['for facts nobody gave', saying(GOOD, { uses_facts: ['order.discount'] })],
    ['for an empty reply', saying([' '])],
    ['for something else than a reply', modelThat(() => ({ can_send: true }))],
    ['when nothing comes in time', { ask: () => Promise.reject(new AiFailure('timeout')) }],
    ['when the budget is spent', { ask: () => Promise.reject(new AiFailure('budget')) }],
    ['after a refusal', { ask: () => Promise.reject(new AiFailure('refusal')) }],
  ])('%s', async (_, model) => expect(await draftBy(model)).toEqual(original));
});

it('a draft that is held stays held in whatever words', async () => {
  const held = await draftBy(saying(GOOD), { ...REQUEST, requires_human_review: true });
  expect(held).toMatchObject({ can_send: false, held_reasons: ['review_required'] });
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
  const question = 'Which order are you writing about? Please reply with its number.';
  const asked = await draftBy(saying([question], { asks_for: 'order_number', uses_facts: [] }), request);
  expect(asked).toMatchObject({ template: 'ai:order_tracking.ask_order', reply_text: question, can_send: true });
  const silent = await draftBy(saying(['Thank you for your message.'], { uses_facts: [] }), request);
  expect(silent.template).toBe('order_tracking.ask_order');
});

it('needs no model', async () => {
  const request = { ...REQUEST, order_context: sampleOrderContext() };
  expect(await createReplies({ policyFolder }).draft(request)).toEqual(templates.draft(request));
});
