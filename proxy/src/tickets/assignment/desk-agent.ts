import type { AgentRow } from '../../contract/desk';
import type { Experience, Intent, Team } from '../../contract/vocabulary';
import { RccError } from '../../errors/rcc-error';
import type { DeskTimes } from '../desk/desk-times';
import { createBusinessCalendar, isOpen } from '../sla/business-calendar';
import { readShift } from '../sla/business-hours';

/** An agent at the instant of the decision; `open` and `lastTicket` change with every ticket the agent is given. */
export interface DeskAgent {
  readonly id: string;
  readonly teams: ReadonlySet<Team>;
  readonly skills: ReadonlySet<Intent>;
  /** ISO 639-1 codes. */
  readonly languages: ReadonlySet<string>;
  readonly experience: Experience;
  readonly capacity: number;
  /** Takes tickets and is on shift. */
  readonly present: boolean;
  /** How many open tickets the agent has. */
  open: number;
  /** When the agent last got a ticket, for comparing only. */
  lastTicket: number;
}

/** Later than every date: whoever is given a ticket now had one last. */
const LATEST_DATE = 8.64e15;

/** The language of a code, without region or script: `es` of `es-MX`. */
export const languageOf = (code: string): string => code.trim().toLowerCase().split(/[-_]/)[0] ?? '';

const listed = (codes: string): ReadonlySet<string> => new Set(codes.split(/[\s,;]+/).map(languageOf));

/** Whether the agent works at an instant. Without a shift of their own, agents work the desk's hours. */
function onShift(row: AgentRow, target: string, times: DeskTimes, at: Date): boolean {
  const shift = readShift(row, times.timeZone, target);
  return isOpen(shift ? createBusinessCalendar(shift) : times.calendar, at);
}

/**
 * Reads the agents of a request as they are at an instant.
 * @param workload the agent of every open ticket
 * @returns in the order of their ids, so that nothing depends on the order of the rows
 * @throws {RccError} `RCC_INVALID_REQUEST` naming the row and the field: an unknown zone, a broken shift, an agent listed twice
 */
export function readAgents(
  rows: readonly AgentRow[],
  workload: readonly string[],
  times: DeskTimes,
  at: Date,
): DeskAgent[] {
  const open = new Map<string, number>();
  for (const id of workload) open.set(id, (open.get(id) ?? 0) + 1);
  const seen = new Set<string>();
  const agents = rows.map((row, index) => {
    const target = `body/agents/${index}`;
    if (seen.has(row.agent_id)) {
      const twice = `${target}/agent_id`;
      const remedy = 'Keep one profile for each agent.';
      throw new RccError('RCC_INVALID_REQUEST', `${twice} is the same as in another row. ${remedy}`, twice);
    }
    seen.add(row.agent_id);
    const working = onShift(row, target, times, at);
    return {
      id: row.agent_id,
      teams: new Set(row.teams),
      skills: new Set(row.skills),
      languages: listed(row.languages ?? ''),
      // Who has not been said to be experienced is taken for a beginner.
      experience: row.experience ?? 'beginner',
      capacity: row.capacity,
      present: row.available !== false && working,
      open: open.get(row.agent_id) ?? 0,
      lastTicket: row.last_assigned_at ? Date.parse(row.last_assigned_at) : -Infinity,
    };
  });
  return agents.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** @param turn counts the tickets given in this decision, from 1 */
export function giveTicket(agent: DeskAgent, turn: number): void {
  agent.open += 1;
  agent.lastTicket = LATEST_DATE + turn;
}
