import type { ScenarioOrder } from '../scenarios/scenario-order';
import { serialOf } from '../scenarios/scenario-store';

/** Ids as the shop writes them, made from the order and a position in it. */
export const shopIds = {
  order: (order: ScenarioOrder) => `gid://shopify/Order/${serialOf(order)}`,
  line: (order: ScenarioOrder, position: number) => `gid://shopify/LineItem/${serialOf(order)}${position}`,
  fulfillment: (order: ScenarioOrder, position: number) => `gid://shopify/Fulfillment/${serialOf(order)}${position}`,
  payment: (order: ScenarioOrder, position: number) => `gid://shopify/OrderTransaction/${serialOf(order)}1${position}`,
  repayment: (order: ScenarioOrder, refund: number, position: number) =>
    `gid://shopify/OrderTransaction/${serialOf(order)}2${refund * 10 + position}`,
  refund: (order: ScenarioOrder, position: number) => `gid://shopify/Refund/${serialOf(order)}${position}`,
  job: (order: ScenarioOrder) => `gid://shopify/Job/${serialOf(order)}`,
};

/** The number behind an id, as `legacyResourceId` gives it. */
export const legacyId = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** The serial number in an order's id, or undefined. */
export function serialOfId(id: string): number | undefined {
  const serial = /^gid:\/\/shopify\/Order\/(\d+)$/.exec(id)?.[1];
  return serial === undefined ? undefined : Number(serial);
}

/** The number on the customer's confirmation page: the serial number in letters and digits. */
export const confirmationNumber = (order: ScenarioOrder): string => `RC${serialOf(order).toString(36).toUpperCase()}`;

export function serialOfConfirmation(text: string): number | undefined {
  const serial = /^RC([0-9A-Z]{7})$/.exec(text.toUpperCase())?.[1];
  return serial === undefined ? undefined : parseInt(serial, 36);
}
