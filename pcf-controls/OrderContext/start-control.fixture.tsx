import { act, screen, within } from '@testing-library/react';
import { type ContextSettings, createContext, createProperty, readResx, renderControl } from '../mocks';
import { type OrderSituation, orderContext } from '../mocks/samples/order-contexts';
import { OrderContext } from '.';
import type { IInputs } from './generated/ManifestTypes';

/** When it is in these tests. */
export const NOW = new Date('2026-03-02T15:00:00Z');
export const MINUTE = 60_000;
const resx = readResx(__dirname);
export const sample = (situation: OrderSituation, at = NOW.getTime()) =>
  orderContext(situation, 'ORD-12346', 'Sofía García', at);

export interface Given {
  /** The column's text, or what is in it. */
  readonly column?: unknown;
  readonly readable?: boolean;
  /** False in canvas apps and where a maker left the column out. */
  readonly isMapped?: boolean;
  readonly isInForm?: boolean;
  readonly requestedOn?: Date | null;
  readonly properties?: Partial<Record<'orderAddress' | 'chargeAddress' | 'staleHours' | 'waitMinutes', unknown>>;
  readonly host?: Partial<ContextSettings<IInputs>>;
}

function parametersOf({ column, readable = true, isMapped = true, isInForm = true, ...given }: Given): IInputs {
  const text = column === undefined || typeof column === 'string' ? (column ?? null) : JSON.stringify(column);
  const security = { readable, editable: readable, secured: !readable };
  return {
    orderContext: createProperty(readable ? text : null, { security, attributes: isInForm ? {} : undefined }),
    requestedOn: createProperty(given.requestedOn ?? null, { attributes: isMapped ? {} : undefined }),
    orderAddress: createProperty(given.properties?.orderAddress ?? null),
    chargeAddress: createProperty(given.properties?.chargeAddress ?? 'https://bank.example/payments/{id}'),
    staleHours: createProperty(given.properties?.staleHours ?? 12),
    waitMinutes: createProperty(given.properties?.waitMinutes ?? 5),
  } as unknown as IInputs;
}

/** Shows the control with what it is given. */
export function started(given: Given = {}) {
  const context = createContext<IInputs>({ parameters: parametersOf(given), resx, ...given.host });
  const control = renderControl(OrderContext, context);
  const change = (changed: Given) =>
    act(() => context.change({ parameters: parametersOf({ ...given, ...changed }), ...changed.host }));
  return { context, control, change };
}
export const card = (title: string) => {
  const place = screen.getByRole('heading', { name: title }).closest('section');
  if (!place) throw new Error(`${title} has no card`);
  return within(place);
};
export const lookUpAgain = () => screen.queryByRole('button', { name: 'Look up again' });
export const texts = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
