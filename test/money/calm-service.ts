import type { MoneyActions } from '../../proxy/src/commerce/actions/money-actions';
import type { RefundOrderRequest } from '../../proxy/src/contract/money-action';
import type { ScenarioOrder } from '../../workbench/vendors/scenarios/scenario-order';
import { DEMO_CUSTOMER } from '../../workbench/vendors/scenarios/order-builder';
import { serialOf } from '../../workbench/vendors/scenarios/scenario-store';
import { createMemoryActionStore, type MemoryActionStore } from './memory-action-store';
import type { Call, CallFate } from './vendor-line';
import { createMoneyWorld, startProcess, type MoneyWorld } from './money-world';
import { createVirtualTime, type VirtualTime } from './virtual-time';

/** The service at the sandboxes when nothing goes wrong but what a test wants. */
export interface CalmService {
  actions: MoneyActions;
  stored: MemoryActionStore;
  world: MoneyWorld;
  time: VirtualTime;
}

/** @param next what happens to a call; null for nothing */
export function calmService(
  orders: readonly ScenarioOrder[],
  next: (call: Call) => CallFate | null = () => null,
  restSeconds?: number,
): CalmService {
  const time = createVirtualTime(new Date('2026-03-16T09:00:00Z'));
  const world = createMoneyWorld(orders, time);
  const stored = createMemoryActionStore();
  const weather = { toll: { calls: 0, writes: 0 }, call: next, write: () => null, restSeconds: () => restSeconds };
  const { actions } = startProcess(stored, world.linesIn(weather), weather, time);
  return { actions, stored, world, time };
}

export const APPROVERS: RefundOrderRequest['approvers'] = [
  { address: 'lead@example.com', level: 'standard' },
  { address: 'head@example.com', level: 'senior' },
];

/** A request of the demo customer for an order; everything that is left unless `more` says otherwise. */
export const wish = (number: string, more: Partial<RefundOrderRequest> = {}): RefundOrderRequest => ({
  requester_email: DEMO_CUSTOMER.email,
  order_id: number,
  reason: 'The parcel arrived damaged.',
  requested_by: 'agent@example.com',
  approvers: APPROVERS,
  ticket_number: 'TKT-000001',
  ...more,
});

/** Approved by the head of the desk, just now unless another instant is given. */
export const approved = (time: VirtualTime, more: Partial<NonNullable<RefundOrderRequest['approval']>> = {}) => ({
  approval: { decided_by: 'Head@Example.com', decided_at: time.now().toISOString(), outcome: 'Approve', ...more },
});

/** The shop's id of a line by its position. */
export const lineId = (order: ScenarioOrder, position: number): string =>
  `gid://shopify/LineItem/${serialOf(order)}${position}`;
