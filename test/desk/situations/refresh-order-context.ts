import type { OrderContext } from '../../../proxy/src/contract/order-context';
import type { TestProduct } from '../../product/open-product';
import { ticketNow } from '../desk-ticket';
import { CHANNEL, TICKET_STATUS } from '../desk-words';
import type { Played, Situation } from '../situation';

const FLOW = 'Refresh Order Context';
const REQUESTED = '2026-03-01T09:30:00Z';

async function play(
  product: TestProduct,
  begin: () => void,
  values: Record<string, unknown>,
  verification: OrderContext['verification'],
): Promise<Played> {
  const { rcc_ticketid } = await product.create('rcc_tickets', {
    rcc_channel: CHANNEL.chat,
    rcc_title: 'Parcel',
    rcc_ordernumber: '12345',
    statuscode: TICKET_STATUS.inProgress,
    rcc_statusversion: 3,
    ...values,
  });
  const ticketId = String(rcc_ticketid);
  begin();
  const row = await product.update('rcc_tickets', ticketId, { rcc_contextrequestedon: REQUESTED });
  await product.idle();
  let cameAgain = false;
  return {
    async again() {
      cameAgain = true;
      product.product.platform.raise(FLOW, { headers: {}, body: row });
      await product.idle();
    },
    broken(struck) {
      const ticket = ticketNow(product, { rcc_ticketid: ticketId });
      // Without its last resort the ticket says nothing, but the error log does.
      if (struck?.isLasting && struck.action === 'Save_failed_context' && ticket.rcc_ordercontext === null) return [];
      const context = JSON.parse(String(ticket.rcc_ordercontext ?? '{}')) as Partial<OrderContext> & {
        requested_at?: string;
      };
      return [
        ...(context.requested_at === REQUESTED ? [] : ['the agent waits for ever']),
        ...([verification, ...(cameAgain ? [] : ['unavailable'])].includes(String(context.verification))
          ? []
          : [`verification ${String(context.verification)}`]),
        ...(context.verification === 'unavailable' && context.degraded?.length !== 1 ? ['nothing named missing'] : []),
        ...(context.found === true && ticket.rcc_trackingstate !== 'out_for_delivery' ? ['no tracking state'] : []),
        ...(ticket.statuscode === TICKET_STATUS.inProgress && ticket.rcc_statusversion === 3 ? [] : ['moved']),
      ];
    },
  };
}

const OWN = { rcc_customeremail: 'customer@example.com' };

export const situations: Situation[] = [
  { name: 'an own order', play: (product, begin) => play(product, begin, OWN, 'verified') },
  { name: 'a customer without an address', play: (product, begin) => play(product, begin, {}, 'needed') },
  {
    name: 'an order the service fails on',
    always: ['Get_order_context'],
    play: (product, begin) => play(product, begin, OWN, 'verified'),
  },
];
