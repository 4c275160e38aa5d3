import type { RowProblem } from '../../contract/assignment';
import type { AgentRow } from '../../contract/desk';
import type { Experience } from '../../contract/vocabulary';
import { RccError } from '../../errors/rcc-error';
import type { DeskTimes } from '../desk/desk-times';
import { createBusinessCalendar, isOpen } from '../sla/business-calendar';
import { readShift } from '../sla/business-hours';

/** An agent at the instant of the decision; `open` and `lastTicket` change with every ticket the agent is given. */
export interface DeskAgent {
  readonly id: string;
  /** Words beside the known ones mean nothing. */
  readonly teams: ReadonlySet<string>;
  readonly skills: ReadonlySet<string>;
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

const refuse = (target: string, message: string): never => {
  throw new RccError('RCC_INVALID_REQUEST', `${target} ${message}`, target);
};

/** @param profiles how many profiles the agent has */
function readAgent(
  row: AgentRow,
  target: string,
  profiles: number,
  times: DeskTimes,
  at: Date,
): Omit<DeskAgent, 'open'> {
  const id =
    row.agent_id || refuse(`${target}/agent_id`, 'is empty. Choose the user of the profile, or deactivate it.');
  if (profiles > 1) refuse(`${target}/agent_id`, 'is the same as in another profile. Keep one profile for each agent.');
  const teams = new Set(row.teams?.filter(Boolean));
  if (teams.size === 0) refuse(`${target}/teams`, 'is empty. Choose the teams the agent works in.');
  const { capacity } = row;
  if (typeof capacity !== 'number' || capacity < 0)
    return refuse(`${target}/capacity`, 'must say how many open tickets the agent can have, 0 or more.');
  const working = onShift(row, target, times, at);
  return {
    id,
    teams,
    skills: new Set(row.skills),
    languages: listed(row.languages ?? ''),
    // Who has not been said to be experienced is taken for a beginner.
    experience: row.experience ?? 'beginner',
    capacity,
    present: row.available !== false && working,
    lastTicket: row.last_assigned_at ? Date.parse(row.last_assigned_at) : -Infinity,
  };
}

const counted = (ids: readonly (string | null | undefined)[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const id of ids) if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/**
 * Reads the agents of a request as they are at an instant. A profile that cannot be used is passed over: an unknown zone, a
 * broken shift, no user, team or capacity; and all of an agent who has several, because nobody can say which one counts.
 * @param workload the agent of every open ticket
 * @returns the agents in the order of their ids, so that nothing depends on the order of the rows; and for each profile that
 *   was passed over its first field that is wrong, with the remedy
 */
export function readAgents(
  rows: readonly AgentRow[],
  workload: readonly string[],
  times: DeskTimes,
  at: Date,
): { agents: DeskAgent[]; problems: RowProblem[] } {
  const open = counted(workload);
  const profiles = counted(rows.map((row) => row.agent_id));
  const agents: DeskAgent[] = [];
  const problems: RowProblem[] = [];
  rows.forEach((row, index) => {
    const target = row.profile_id ? `rcc_agentprofiles(${row.profile_id})` : `body/agents/${index}`;
    const id = row.agent_id ?? '';
    try {
      const agent = readAgent(row, target, profiles.get(id) ?? 0, times, at);
      agents.push({ ...agent, open: open.get(id) ?? 0 });
    } catch (error) {
      if (!(error instanceof RccError)) throw error;
      problems.push({ target: error.target ?? target, message: error.message });
    }
  });
  return {
    agents: agents.sort((one, other) => (one.id < other.id ? -1 : 1)),
    problems: problems.sort((one, other) => (one.target < other.target ? -1 : 1)),
  };
}

/** @param turn counts the tickets given in this decision, from 1 */
export function giveTicket(agent: DeskAgent, turn: number): void {
  agent.open += 1;
  agent.lastTicket = LATEST_DATE + turn;
}
