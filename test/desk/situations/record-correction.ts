import type { TestProduct } from '../../product/open-product';
import { ticketNow } from '../desk-ticket';
import { CHANNEL, TICKET_STATUS } from '../desk-words';
import type { Played, Situation } from '../situation';

const FLOW = 'Record Correction';
const DELIVERY = 727000003;
const PAYMENTS = 727000004;

async function play(
  product: TestProduct,
  begin: () => void,
  correction: Record<string, unknown>,
  teamAfter: number,
): Promise<Played> {
  const { rcc_ticketid } = await product.create('rcc_tickets', {
    rcc_channel: CHANNEL.email,
    rcc_title: 'Parcel',
    statuscode: TICKET_STATUS.unassigned,
    rcc_statusversion: 3,
    rcc_intent: DELIVERY,
    rcc_sentiment: 727000001,
    rcc_priority: 727000001,
    rcc_team: DELIVERY,
    rcc_triagejson: '{"intent":"delivery_issue","sentiment":"neutral","priority":"normal","team":"delivery"}',
  });
  const ticketId = String(rcc_ticketid);
  begin();
  const row = await product.update('rcc_tickets', ticketId, {
    ...correction,
    rcc_correctedon: '2026-03-01T09:30:00Z',
  });
  await product.idle();
  let cameAgain = false;
  return {
    async again() {
      cameAgain = true;
      product.product.platform.raise(FLOW, { headers: {}, body: row });
      await product.idle();
    },
    async broken(struck) {
      const ticket = ticketNow(product, { rcc_ticketid: ticketId });
      const events = await product.product.proxy.store.eventsAbout({ ticketId });
      const recorded = events.filter(({ type }) => type === 'triage.corrected').length;
      const mayLack = struck?.isLasting === true && !cameAgain;
      return [
        ...(recorded === 1 || (recorded === 0 && mayLack && struck.action === 'Record_correction')
          ? []
          : [`recorded ${recorded} times`]),
        ...(ticket.rcc_team === teamAfter || (mayLack && ticket.rcc_team === DELIVERY)
          ? []
          : [`team ${String(ticket.rcc_team)}`]),
        ...(Object.entries(correction).every(([column, value]) => ticket[column] === value)
          ? []
          : ['what the agent said is gone']),
        ...(ticket.statuscode === TICKET_STATUS.unassigned && ticket.rcc_statusversion === 3 ? [] : ['moved']),
      ];
    },
  };
}

export const situations: Situation[] = [
  {
    name: 'another intent on a ticket nobody has',
    play: (product, begin) => play(product, begin, { rcc_intent: PAYMENTS }, PAYMENTS),
  },
  {
    name: 'another sentiment',
    play: (product, begin) => play(product, begin, { rcc_sentiment: 727000002 }, DELIVERY),
  },
];
