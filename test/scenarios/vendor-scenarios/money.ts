import { createMoneyActions } from '../../../proxy/src/commerce/actions/create-money-actions';
import { openMoneyPolicy } from '../../../proxy/src/commerce/actions/money-policy';
import { createShopifyClient } from '../../../proxy/src/commerce/shopify/shopify-client';
import { createHttpTransport } from '../../../proxy/src/commerce/transport';
import { createStripeClient } from '../../../proxy/src/commerce/stripe/stripe-client';
import type { RefundOrderRequest } from '../../../proxy/src/contract/money-action';
import { projectFile } from '../../../proxy/src/project-file';
import { SANDBOX_CREDENTIAL } from '../../../workbench/vendors/sandbox-credential';
import { sandboxSettings } from '../../../workbench/vendors/sandbox-settings';
import type { Fault } from '../../../workbench/vendors/scenarios/scenario-order';
import { orderByExactNumber } from '../../../workbench/vendors/scenarios/scenario-store';
import type { VendorSandboxes } from '../../../workbench/vendors/start-vendor-sandboxes';
import { createMemoryActionStore } from '../../money/memory-action-store';
import type { ScenarioCase, ScenarioRow } from './scenario-row';
import { CUSTOMER } from './tell';
import { inOwnWorld, NOW, PATIENCE, withinMs } from './world';

const ORDER = orderByExactNumber('12359')!;
const CHARGE = ORDER.charges[0]!;
const REQUEST: RefundOrderRequest = {
  requester_email: CUSTOMER,
  order_id: ORDER.number,
  reason: 'Arrived broken.',
  requested_by: 'agent@example.com',
  approvers: [{ address: 'lead@example.com', level: 'senior' }],
};
const APPROVED: RefundOrderRequest = {
  ...REQUEST,
  approval: { decided_by: 'lead@example.com', decided_at: NOW.toISOString(), outcome: 'Approve' },
};
const KEY = 'money-action-1';
const MINUTES_MS = 60_000;
/** How often the reconciler is let run, with five minutes between. */
const ROUNDS = 30;

/**
 * Refunds order 12359, lets the reconciler finish, asks again, and counts what the vendors have.
 * @param fault of the first write to a vendor
 */
const refunded =
  (vendor: 'stripe' | 'shopify' = 'stripe', fault?: Fault['kind']) =>
  () => {
    const clock = { now: NOW };
    return inOwnWorld(
      async ({ sandboxes }) => {
        const settings = sandboxSettings(sandboxes, PATIENCE);
        const options = { attemptTimeoutMs: PATIENCE.attemptTimeoutMs, now: () => clock.now };
        const shopify = createShopifyClient(settings.shopify!, options);
        // Whoever never answers is given up soon; the repetition is answered well before.
        const transport = withinMs(
          fault === 'silent_after_effect' ? 3000 : Infinity,
          createHttpTransport(sandboxes.stripe),
        );
        const stripe = createStripeClient(settings.stripe!, { ...options, transport });
        const policy = openMoneyPolicy(projectFile('proxy/policies/money.json'), (error) => {
          throw error;
        });
        const actions = createMoneyActions({
          shopify,
          stripe,
          store: createMemoryActionStore(),
          policy,
          now: () => clock.now,
          answerWithinMs: PATIENCE.deadlineMs,
        });
        try {
          const asked = await actions.refund(REQUEST, KEY);
          const before = moved(sandboxes);
          // With the approval the same is read again; the next call is the write.
          const reads = sandboxes.calls().filter((call) => call.vendor === vendor).length;
          if (fault) sandboxes.setFault(vendor, { kind: fault, after: reads, times: 1 });
          const first = await actions.refund(APPROVED, KEY);
          for (let round = 0; round < ROUNDS; round += 1) {
            clock.now = new Date(clock.now.getTime() + 5 * MINUTES_MS);
            await actions.reconcile();
          }
          const again = await actions.refund(APPROVED, KEY);
          return [
            `${asked.state} with ${before}`,
            `approved: ${first.state}${fault ? ` after ${statusOfWrite(sandboxes, vendor, 2 * reads)}` : ''}`,
            `again: ${again.state}, replayed ${again.replayed}`,
            moved(sandboxes),
          ].join('; ');
        } finally {
          await Promise.all([shopify.close(), stripe.close()]);
        }
      },
      () => clock.now,
    );
  };

/** How the write was answered. */
function statusOfWrite(sandboxes: VendorSandboxes, vendor: string, position: number): string {
  const call = sandboxes.calls().filter((one) => one.vendor === vendor)[position]!;
  return `${call.method} ${call.path.split('/').at(-1)} ${call.status === null ? 'unanswered' : `answered ${call.status}`}`;
}

/** What the vendors have really done to the order. */
function moved({ state }: VendorSandboxes): string {
  const { chargeRefunds, shopRefunds } = state.historyOf(ORDER);
  const sum = chargeRefunds.reduce((total, { minor }) => total + minor, 0);
  return `Stripe ${chargeRefunds.length} refund of ${(sum / 100).toFixed(2)}, shop ${shopRefunds.length}`;
}

const form = (fields: Record<string, string>, key: string, more: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: {
    authorization: `Bearer ${SANDBOX_CREDENTIAL}`,
    'content-type': 'application/x-www-form-urlencoded',
    'idempotency-key': key,
    ...more,
  },
  body: new URLSearchParams(fields).toString(),
});

const ONCE = 'One refund at each, the same key again says so.';

const done = (first: string) =>
  `approval_needed with Stripe 0 refund of 0.00, shop 0; approved: ${first}; again: done, replayed true; Stripe 1 refund of 39.90, shop 1`;

const failing = (sandbox: string, vendor: 'stripe' | 'shopify', fault: Fault['kind'], first: string): ScenarioCase => ({
  sandbox,
  expected: ONCE,
  result: done(first),
  answer: refunded(vendor, fault),
});

/** Writes that must happen once. */
export const moneyRows: ScenarioRow[] = [
  {
    number: 29,
    title: 'Idempotency',
    cases: [
      {
        sandbox: 'The shop is sent a refund without the directive @idempotent (not by the service).',
        expected: 'An error, and nothing is refunded.',
        result: '200: The @idempotent directive is required for the refundCreate mutation but was not provided.',
        answer: () =>
          inOwnWorld(async ({ sandboxes }) => {
            const query = `mutation { refundCreate(input: { orderId: "gid://shopify/Order/1" }) { refund { id } } }`;
            const response = await fetch(`${sandboxes.shopify}/admin/api/2026-07/graphql.json`, {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'x-shopify-access-token': SANDBOX_CREDENTIAL },
              body: JSON.stringify({ query }),
            });
            const { errors } = (await response.json()) as { errors: { message: string }[] };
            return `${response.status}: ${errors[0]?.message}`;
          }),
      },
      {
        sandbox: 'Stripe is sent one key twice, then with another amount, then twice at once (not by the service).',
        expected: 'Replayed and marked; refused as another request; locked.',
        result: '200 re_, 200 replayed re_, 400 idempotency_error, 409 idempotency_key_in_use, 200 re_',
        answer: () =>
          inOwnWorld(async ({ sandboxes }) => {
            const post = (init: RequestInit) => fetch(`${sandboxes.stripe}/v1/refunds`, init);
            const said = async (response: Response) => {
              const { id, error } = (await response.json()) as { id?: string; error?: { type: string; code?: string } };
              const replayed = response.headers.get('idempotent-replayed');
              return `${response.status}${replayed ? ' replayed' : ''} ${error ? (error.code ?? error.type) : id?.slice(0, 3)}`;
            };
            const one = { charge: CHARGE.id, amount: '100' };
            const answers = [await said(await post(form(one, 'a'))), await said(await post(form(one, 'a')))];
            answers.push(await said(await post(form({ ...one, amount: '200' }, 'a'))));
            const slow = { 'x-sandbox-fault': JSON.stringify({ kind: 'slow', delayMs: 500 }) };
            const waiting = post(form(one, 'b', slow));
            // The second must not overtake the first.
            while (sandboxes.calls().length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
            answers.push(await said(await post(form(one, 'b'))), await said(await waiting));
            return answers.join(', ');
          }),
      },
      {
        sandbox: 'All vendors work.',
        expected: `Nothing before the approval; then done. ${ONCE}`,
        result: done('done'),
        answer: refunded(),
      },
      failing(
        'Stripe refunds, and the connection is cut before its answer.',
        'stripe',
        'lost_after_effect',
        'done after POST refunds unanswered',
      ),
      failing(
        'Stripe refunds and never answers.',
        'stripe',
        'silent_after_effect',
        'done after POST refunds unanswered',
      ),
      failing(
        'Stripe answers 500 before it refunds, and keeps that answer under the key.',
        'stripe',
        'saved_error',
        'running after POST refunds answered 500',
      ),
      failing(
        'The same after it has refunded.',
        'stripe',
        'saved_error_after_effect',
        'running after POST refunds answered 500',
      ),
      failing('Stripe refuses the connection.', 'stripe', 'down', 'done after POST refunds unanswered'),
      failing(
        'The shop takes the refund down, and the connection is cut before its answer.',
        'shopify',
        'lost_after_effect',
        'done after POST graphql.json unanswered',
      ),
    ],
  },
];
