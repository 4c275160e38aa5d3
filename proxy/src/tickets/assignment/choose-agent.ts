import { createHash } from 'node:crypto';
import type { UnassignedTicket } from '../../contract/assignment';
import type { TicketRow } from '../../contract/desk';
import { EXPERIENCES, type Intent, type Team } from '../../contract/vocabulary';
import { TEAM_BY_INTENT } from '../../triage/team-by-intent';
import { type DeskAgent, languageOf } from './desk-agent';

/** What a ticket asks of its agent. */
export interface Demand {
  ticketId: string;
  team: Team;
  intent: Intent;
  /** Nothing when the customer's language is not known: anybody will do. */
  language?: string;
  upset: boolean;
  critical: boolean;
  /** The agent who gave it back last, and gets it again only when nobody else may have it. */
  givenBackBy?: string | null;
}

export type Choice =
  { agent: DeskAgent; reasons: string[] } | { agent?: undefined; reason: UnassignedTicket['reason'] };

/** Languages that triage could not tell, or that have none. */
const UNKNOWN_LANGUAGES = new Set(['', 'und', 'unknown', 'mul', 'zxx']);

export function demandOf(ticket: TicketRow): Demand {
  const intent = ticket.intent ?? 'other';
  const language = languageOf(ticket.language ?? '');
  return {
    ticketId: ticket.ticket_id,
    team: ticket.team ?? TEAM_BY_INTENT[intent],
    intent,
    language: UNKNOWN_LANGUAGES.has(language) ? undefined : language,
    upset: ticket.sentiment === 'negative',
    critical: ticket.priority === 'critical',
    givenBackBy: ticket.given_back_by,
  };
}

/** One after the other; whoever a ticket passes over at one of them is out. */
const CONDITIONS: readonly [UnassignedTicket['reason'], (agent: DeskAgent, demand: Demand) => boolean][] = [
  ['no_agent_in_team', (agent, { team }) => agent.teams.has(team)],
  ['no_agent_speaks_language', (agent, { language }) => language === undefined || agent.languages.has(language)],
  ['nobody_on_shift', (agent) => agent.present],
  ['no_capacity', (agent) => agent.open < agent.capacity],
];

type Preference = (one: DeskAgent, other: DeskAgent, demand: Demand) => number;

const first = (one: boolean, other: boolean): number => Number(other) - Number(one);

const rank = (agent: DeskAgent): number => EXPERIENCES.indexOf(agent.experience);

/** Negative when the first agent is the better choice; the first that tells two agents apart decides. */
const PREFERENCES: readonly Preference[] = [
  (one, other, { givenBackBy }) => first(one.id !== givenBackBy, other.id !== givenBackBy),
  (one, other, { upset }) => (upset ? first(rank(one) > 0, rank(other) > 0) : 0),
  (one, other, { intent }) => first(one.skills.has(intent), other.skills.has(intent)),
  (one, other, { upset, critical }) => (upset || critical ? rank(other) - rank(one) : 0),
  // Shares of the capacity, multiplied out to stay whole.
  (one, other) => one.open * other.capacity - other.open * one.capacity,
  (one, other) => Math.sign(one.lastTicket - other.lastTicket) || 0,
];

/** A number for each ticket, evenly spread and always the same: who comes first among equals, so that no name always does. */
const lot = (ticketId: string): number => createHash('sha256').update(ticketId).digest().readUInt32BE();

function compare(one: DeskAgent, other: DeskAgent, demand: Demand): number {
  for (const by of PREFERENCES) {
    const order = by(one, other, demand);
    if (order !== 0) return order;
  }
  return 0;
}

function best(agents: readonly DeskAgent[], demand: Demand): DeskAgent {
  let equals: DeskAgent[] = [];
  for (const agent of agents) {
    const [rival] = equals;
    const better = rival ? compare(agent, rival, demand) : -1;
    if (better < 0) equals = [agent];
    else if (better === 0) equals.push(agent);
  }
  return equals[lot(demand.ticketId) % equals.length]!;
}

const reasonsFor = (agent: DeskAgent, demand: Demand): string[] =>
  [
    `works in team ${demand.team}`,
    demand.language && `speaks ${demand.language}`,
    agent.skills.has(demand.intent) && `skilled in ${demand.intent}`,
    (demand.upset || demand.critical) &&
      `${agent.experience} for ${demand.upset ? 'an upset customer' : 'a critical ticket'}`,
    `has ${agent.open} of ${agent.capacity} tickets`,
  ].filter((reason) => typeof reason === 'string');

/**
 * The agent who should get a ticket, or the first condition that nobody met.
 * @param agents always in the same order, which decides among equals
 */
export function chooseAgent(demand: Demand, agents: readonly DeskAgent[]): Choice {
  let eligible = agents;
  for (const [reason, meets] of CONDITIONS) {
    eligible = eligible.filter((agent) => meets(agent, demand));
    if (eligible.length === 0) return { reason };
  }
  const agent = best(eligible, demand);
  return { agent, reasons: reasonsFor(agent, demand) };
}
