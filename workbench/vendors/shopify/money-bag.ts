import { amountText, decimalsOf } from '../scenarios/currency';
import type { ScenarioOrder } from '../scenarios/scenario-order';

export const currencyOf = (order: ScenarioOrder): string => order.currency ?? 'EUR';

/** An amount of an order in the customer's currency and in the shop's. */
export function moneyBag(order: ScenarioOrder, minor: number) {
  const currencyCode = currencyOf(order);
  const presentmentMoney = { amount: amountText(minor, currencyCode), currencyCode };
  if (!order.shopMoney) return { presentmentMoney, shopMoney: presentmentMoney };
  const { currency, rate } = order.shopMoney;
  const converted = Math.round((minor / 10 ** decimalsOf(currencyCode)) * rate * 10 ** decimalsOf(currency));
  return { presentmentMoney, shopMoney: { amount: amountText(converted, currency), currencyCode: currency } };
}
