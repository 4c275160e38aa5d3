import type { OrderContext, Parcel } from '../../../proxy/src/contract/order-context';
import type { World } from './world';

export const CUSTOMER = 'customer@example.com';

/** Parts of an order context that can be told. */
type Part = 'order' | 'parcels' | 'payments' | 'refunds' | 'disputes' | 'findings' | 'missing';

/** The parts of an order context in one line, without what differs from run to run. */
export function tell(context: OrderContext, ...parts: Part[]): string {
  const missing = parts.includes('missing') || !context.found ? tellMissing(context) : [];
  if (!context.found) return [context.verification, context.summary, ...missing].join('; ');
  return [
    ...(parts.includes('order') ? [tellOrder(context)] : []),
    ...(parts.includes('parcels') ? tellParcels(context.parcels) : []),
    ...(parts.includes('payments') ? tellPayments(context) : []),
    ...(parts.includes('refunds') ? tellRefunds(context) : []),
    ...(parts.includes('disputes') ? tellDisputes(context) : []),
    ...(parts.includes('findings') ? [tellFindings(context)] : []),
    ...(parts.includes('missing') ? missing : []),
  ].join('; ');
}

/** Asks for an order of the demonstration's customer and tells the parts. */
export const looked =
  (order: string, ...parts: Part[]) =>
  async ({ commerce }: World): Promise<string> =>
    tell(await commerce.orderContext({ requester_email: CUSTOMER, order_id: order }), ...parts);

function tellOrder({ order, facts }: OrderContext): string {
  const status = facts.find(({ id }) => id === 'order.status')?.value;
  const { total, refunded, financial_status: paid } = order!;
  const back = Number(refunded.amount) > 0 ? `, ${refunded.amount} ${refunded.currency} back` : '';
  return `${status}, ${paid} ${total.amount} ${total.currency}${back}`;
}

function tellParcels(parcels: readonly Parcel[]): string[] {
  if (parcels.length === 0) return ['no parcels'];
  return parcels.map((parcel) => {
    const { carrier, status, source, estimated_delivery: day, line_titles: titles, exception } = parcel;
    const by = source === carrier ? '' : ` (says ${source})`;
    const expected = day === null ? '' : ` expected ${day}`;
    const why = exception === null ? '' : `: ${exception}`;
    return `${carrier} ${status}${by}${expected}${why}${parcels.length > 1 ? ` [${titles.join(', ')}]` : ''}`;
  });
}

const tellPayments = ({ payments }: OrderContext): string[] =>
  payments.length === 0
    ? ['no charges']
    : payments.map(({ total, refunded, status, disputed }) => {
        const back = Number(refunded.amount) > 0 ? `, ${refunded.amount} back` : '';
        return `${total.amount} ${total.currency} ${status}${back}${disputed ? ', disputed' : ''}`;
      });

const tellRefunds = ({ refunds = [] }: OrderContext): string[] =>
  refunds.map(({ total, status, failure_reason: why, source }) => {
    const reason = why === null ? '' : ` (${why})`;
    return `refund of ${total.amount} ${status}${reason} by ${source}`;
  });

const tellDisputes = ({ disputes = [] }: OrderContext): string[] =>
  disputes.map(({ kind, status, due_by: due, source }) => {
    const until = due === null ? '' : ` until ${due.slice(0, 10)}`;
    return `${kind} ${status}${until} at ${source}`;
  });

const tellFindings = ({ findings }: OrderContext): string =>
  findings.length === 0
    ? 'finds nothing'
    : `finds ${findings.map(({ code, confidence }) => `${code} ${confidence}`).join(', ')}`;

const tellMissing = ({ degraded }: OrderContext): string[] =>
  degraded.length === 0
    ? ['nothing missing']
    : degraded.map(({ part, vendor, code }) => `${part} missing (${vendor} ${code.replace('RCC_UPSTREAM_', '')})`);
