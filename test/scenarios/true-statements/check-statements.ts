import { createCommerce } from '../../../proxy/src/commerce/create-commerce';
import type { OrderContext } from '../../../proxy/src/contract/order-context';
import { projectFile } from '../../../proxy/src/project-file';
import { createTemplateReplies, type TemplateReplies } from '../../../proxy/src/replies/template-replies';
import { createFedexStandIn } from '../../../workbench/vendors/fedex/fedex-stand-in';
import { sandboxSettings } from '../../../workbench/vendors/sandbox-settings';
import type { ScenarioOrder } from '../../../workbench/vendors/scenarios/scenario-order';
import { createShopifyStandIn } from '../../../workbench/vendors/shopify/shopify-stand-in';
import { createVendorState } from '../../../workbench/vendors/state/vendor-state';
import { createStripeStandIn } from '../../../workbench/vendors/stripe/stripe-stand-in';
import { createUpsStandIn } from '../../../workbench/vendors/ups/ups-stand-in';
import { createVendorLine } from '../../money/vendor-line';
import { createVirtualTime } from '../../money/virtual-time';
import { claimsOf, type Claim, type Language } from './reply-claims';
import { truthOf } from './scenario-truth';

/** The stand-ins are in memory: nobody is asked at an address. */
const NOWHERE = 'http://127.0.0.1';
const ADDRESSES = { shopify: NOWHERE, ups: NOWHERE, fedex: NOWHERE, stripe: NOWHERE };
const SHOP_ZONE = 'Europe/Berlin';
const LIMITS = { deadlineMs: 60_000, attemptTimeoutMs: 20_000 };
const AT_ONCE = 24;

type Intent = 'order_tracking' | 'delivery_issue' | 'payment_issue';
/** Messages that draw every kind of statement about an order. */
export const MESSAGES: Record<Language, Record<Intent, string>> = {
  en: {
    order_tracking: 'Where is my order?',
    delivery_issue: 'My parcel has not arrived.',
    payment_issue: 'I was charged twice.',
  },
  es: {
    order_tracking: '¿Dónde está mi pedido?',
    delivery_issue: 'Mi paquete no ha llegado.',
    payment_issue: 'Me han cobrado dos veces.',
  },
};

/** One order asked about at one moment, and the replies to draw. */
export interface Question {
  order: ScenarioOrder;
  at: Date;
  replies: [language: Language, intent: Intent][];
}

/** What replies stated, and what of it is not so by the scenarios. */
export interface CheckedStatements {
  answers: number;
  replies: number;
  checked: number;
  untrue: (Claim & { order: string; at: string })[];
  /** Sentences nobody could hold against anything. */
  unread: string[];
}

/**
 * Asks the service about orders, whose moments come one after the other, draws replies, and holds every statement in them against
 * the scenario itself.
 * @param falsify changes what the service found out before replies are drawn from it
 */
export async function checkStatements(
  questions: readonly Question[],
  falsify: (context: OrderContext) => void = () => undefined,
): Promise<CheckedStatements> {
  const time = createVirtualTime(questions[0]!.at);
  const { now } = time;
  const state = createVendorState(now);
  const standIns = {
    shopify: createShopifyStandIn(state),
    ups: createUpsStandIn(now),
    fedex: createFedexStandIn(now),
    stripe: createStripeStandIn(state),
  };
  const transport = (vendor: keyof typeof standIns) =>
    createVendorLine({ standIn: standIns[vendor], time, next: () => null });
  const settings = { ...sandboxSettings(ADDRESSES, LIMITS), timeZone: SHOP_ZONE };
  const commerce = createCommerce(settings, { now, transport });
  const replies = createTemplateReplies({ policyFolder: projectFile('proxy/policies') });
  const found: CheckedStatements = { answers: 0, replies: 0, checked: 0, untrue: [], unread: [] };
  const ask = async (question: Question) => {
    const { customer, number } = question.order;
    const context = await commerce.orderContext({ requester_email: customer.email, order_id: number });
    if (!context.found) return;
    falsify(context);
    found.answers += 1;
    judge(question, context, replies, found);
  };
  try {
    for (const moment of new Set(questions.map(({ at }) => at))) {
      time.pass(moment.getTime() - now().getTime());
      const waiting = questions.filter(({ at }) => at === moment);
      const work = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await ask(next);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    }
  } finally {
    await commerce.close();
  }
  return found;
}

function judge(
  { order, at, replies }: Question,
  context: OrderContext,
  service: TemplateReplies,
  found: CheckedStatements,
) {
  const truth = truthOf(order, at, dayInShop);
  for (const [language, intent] of replies) {
    const draft = service.draft({
      channel: 'chat',
      intent,
      language,
      text: MESSAGES[language][intent],
      order_id: order.number,
      order_context: context,
    });
    const policies = draft.facts.filter(({ source }) => source.startsWith('policies')).map(({ value }) => value);
    const today = at.toISOString().slice(0, 10);
    const { claims, unread } = claimsOf(draft.reply_text, language, truth, today, policies);
    found.replies += 1;
    found.checked += claims.length;
    for (const claim of claims)
      if (!claim.isTrue) found.untrue.push({ ...claim, order: order.number, at: at.toISOString() });
    if (unread) found.unread.push(`${order.number}: ${unread}`);
  }
}

const inShop = new Intl.DateTimeFormat('en-GB', {
  timeZone: SHOP_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** The day of an instant where the shop is, `2026-03-01`. */
const dayInShop = (instant: Date) => inShop.format(instant).split('/').reverse().join('-');
