import { createCommerce } from '../../../proxy/src/commerce/create-commerce';
import { projectFile } from '../../../proxy/src/project-file';
import { examineReply } from '../../../proxy/src/replies/check-reply';
import { REPLY_LANGUAGES } from '../../../proxy/src/replies/reply-language';
import { type ComposedReply, createTemplateReplies } from '../../../proxy/src/replies/template-replies';
import { sandboxSettings } from '../../../workbench/vendors/sandbox-settings';
import { namedOrders } from '../../../workbench/vendors/scenarios/scenario-store';
import { startVendorSandboxes } from '../../../workbench/vendors/start-vendor-sandboxes';
import type { EvaluationContext } from '../measure';

/** A reply of a template with one thing changed, and whether the check lets it through. */
export interface Altered {
  text: string;
  passed: boolean;
}

const now = () => new Date('2026-03-10T12:00:00Z');

/** Words that stand for another thing each; whichever stands in a reply becomes the next one. */
const EXCHANGED: readonly (readonly string[])[] = [
  ['UPS', 'FedEx', 'DHL'],
  ['EUR', 'USD', 'GBP'],
  'January February March April May June July August September October November December'.split(' '),
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  ['is out for delivery', 'is in transit', 'was delivered', 'was returned to us', 'is delayed', 'is ready for pickup'],
  [
    'está en reparto',
    'está en tránsito',
    'fue entregado',
    'ha sido devuelto',
    'está retrasado',
    'está listo para recoger',
  ],
];

const wordsOf = (words: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'gu');

/** The text with one thing changed, once for each thing there is to change. */
function* changesOf(text: string): Generator<string> {
  const put = (at: number, length: number, by: string) => text.slice(0, at) + by + text.slice(at + length);
  for (const { 0: digit, index } of text.matchAll(/(?<!\d)\d|\d(?!\d)/g))
    yield put(index, 1, String((Number(digit) + 3) % 10));
  for (const words of EXCHANGED)
    for (const { 0: word, index } of text.matchAll(wordsOf(words)))
      yield put(index, word.length, words[(words.indexOf(word) + 1) % words.length] ?? '');
}

function* alteredOf({ facts, options, paragraphs }: ComposedReply): Generator<Altered> {
  for (const text of changesOf(paragraphs.join('\n\n'))) {
    yield { text, passed: examineReply(text, facts, options).passed };
  }
}

/** Replies about every order the vendor stand-ins name, as far as the check passes them, each with one thing changed. */
export async function* alterations(progress: EvaluationContext['progress']): AsyncGenerator<Altered> {
  const sandboxes = await startVendorSandboxes({ now });
  const commerce = createCommerce(sandboxSettings(sandboxes), { now });
  const replies = createTemplateReplies({ policyFolder: projectFile('proxy/policies') });
  const orders = namedOrders();
  try {
    for (const [index, { number, customer }] of orders.entries()) {
      const order_context = await commerce.orderContext({ order_id: number, requester_email: customer.email });
      for (const language of REPLY_LANGUAGES) {
        const composed = replies.compose({
          ...{ channel: 'chat', intent: 'order_tracking', language, order_context },
          text: 'Where is it?',
        });
        if (composed.draft.check.passed) yield* alteredOf(composed);
      }
      progress('altered replies', index + 1, orders.length);
    }
  } finally {
    await commerce.close();
    await sandboxes.close();
  }
}
