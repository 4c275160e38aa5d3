import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { agent as assignTo, onTicket, queueReply } from '../desk/desk-ticket';
import { TICKET_STATUS } from '../desk/desk-words';
import type { TestProduct } from '../product/open-product';
import type { Fate } from './fate';
import type { SeenTicket } from './ticket-watch';

const AGENTS: readonly string[] = [DEMO_USERS.anna, DEMO_USERS.ben, DEMO_USERS.carla];
const TURNS_OF_A_WEEK = 336;

/** How likely an agent does what with a ticket in half an hour; the rest of the time nothing happens. */
const HABITS = [
  { deed: 'reply', share: 0.05 },
  { deed: 'resolve', share: 0.05 },
  { deed: 'escalate', share: 0.003 },
  { deed: 'give back', share: 0.003 },
  { deed: 'correct', share: 0.01 },
  { deed: 'ask for context', share: 0.01 },
  { deed: 'start', share: 0.1 },
] as const;
type Deed = (typeof HABITS)[number]['deed'];

const chosen = (chance: number): Deed | undefined => {
  let left = chance;
  return HABITS.find(({ share }) => (left -= share) < 0)?.deed;
};

/** One ticket's half hour. Changes of status are written as the app writes them. */
async function work(product: TestProduct, fate: Fate, ticket: SeenTicket, turn: number): Promise<void> {
  const { ticketId, status, version, agent } = ticket;
  const now = product.clock.now().toISOString();
  const change = (item: Record<string, unknown>) => product.update('rcc_tickets', ticketId, item);
  const move = (to: keyof typeof TICKET_STATUS, more: Record<string, unknown> = {}) =>
    change({ statuscode: TICKET_STATUS[to], rcc_statusversion: version + 1, rcc_lastagentactivityon: now, ...more });
  switch (chosen(fate.of('habit', ticketId, turn))) {
    case 'start':
      if (status !== 'inProgress') await move('inProgress');
      return;
    case 'reply':
      await queueReply(product, {
        rcc_body: `We are looking into it. (${fate.of('reply', ticketId, turn)})`,
        ...onTicket(ticketId),
      });
      await change({ rcc_lastagentactivityon: now });
      return;
    case 'resolve':
      await move('resolved', { rcc_resolutionkind: 727000000, rcc_resolvedon: now });
      return;
    case 'escalate':
      if (status !== 'escalated') await move('escalated');
      return;
    case 'give back':
      if (status !== 'escalated') await move('unassigned', { 'rcc_AssignedAgent@odata.bind': null });
      return;
    case 'correct':
      await change({
        rcc_intent: 727000003,
        rcc_correctedon: now,
        'rcc_CorrectedBy@odata.bind': `/systemusers(${agent})`,
        rcc_lastagentactivityon: now,
      });
      return;
    case 'ask for context':
      await change({ rcc_contextrequestedon: now });
      return;
    case undefined:
  }
}

/**
 * What the agents do in half an hour: each does something about some of the own tickets, and now and then takes one that
 * nobody has. One of them is away every other week, so that tickets grow late.
 */
export async function agentsWork(
  product: TestProduct,
  tickets: Iterable<SeenTicket>,
  fate: Fate,
  turn: number,
): Promise<void> {
  const isBenAway = Math.floor(turn / TURNS_OF_A_WEEK) % 2 === 0;
  for (const ticket of [...tickets]) {
    const { ticketId, status, version, agent } = ticket;
    if (status === 'unassigned' && fate.of('take', ticketId, turn) < 0.01) {
      await product.update('rcc_tickets', ticketId, {
        statuscode: TICKET_STATUS.assigned,
        rcc_statusversion: version + 1,
        ...assignTo(fate.pick(AGENTS, 'taker', ticketId, turn)),
      });
    } else if (agent !== null && ['assigned', 'inProgress', 'escalated'].includes(status)) {
      if (!(agent === DEMO_USERS.ben && isBenAway)) await work(product, fate, ticket, turn);
    }
  }
}
