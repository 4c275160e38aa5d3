import type { Drill } from '../drill';
import { ratio } from '../measures';
import { rowsWithin, totalsBy } from '../metrics';
import { type Basis, type Chart, missingOf, rounded } from './chart';

/** What an agent did in the period. */
export interface AgentLine {
  readonly key: string;
  readonly name: string;
  readonly resolved: number | undefined;
  /** Part of the first answers that was in time. */
  readonly inTime: number | undefined;
  readonly rating: number | undefined;
  readonly ratings: number;
  /** Place by rating; nothing below the least number of ratings. Equal ratings share a place. */
  readonly place: number | undefined;
}

export interface Leaderboard extends Chart {
  readonly kind: 'leaderboard';
  readonly agents: readonly AgentLine[];
  readonly minimum: number;
  drill(agent: AgentLine): Drill;
}

export type Order = 'quality' | 'volume';

/** By quality those who are not ranked come last, the busier first. */
export function inOrder(agents: readonly AgentLine[], order: Order): AgentLine[] {
  const place = (agent: AgentLine) => (order === 'quality' ? (agent.place ?? Infinity) : 0);
  return [...agents].sort((a, b) => {
    const [one, other] = [place(a), place(b)];
    if (one !== other) return one < other ? -1 : 1;
    return (b.resolved ?? 0) - (a.resolved ?? 0) || a.name.localeCompare(b.name);
  });
}

/** @param minimum of ratings an agent's quality is ranked with */
export function leaderboard({ metrics, columns, period, speech }: Basis, minimum: number): Leaderboard {
  const { say, formats } = speech;
  const rows = rowsWithin(metrics.rows.agent, period);
  const names = new Map(rows.map(({ key, agentName }) => [key, agentName]));
  const lines = [...totalsBy(rows, ({ key }) => key)].map(([key, counts]) => ({
    key,
    name: names.get(key) || say('Leaderboard_unknown'),
    resolved: counts.resolved,
    inTime: ratio(counts.responsesInTime, (counts.responsesInTime ?? 0) + (counts.responsesLate ?? 0)),
    rating: ratio(counts.ratingSum, counts.ratingCount),
    ratings: counts.ratingCount ?? 0,
  }));
  const ranked = lines.filter(({ ratings, rating }) => rating !== undefined && ratings >= minimum);
  const agents = lines.map((line) => ({
    ...line,
    place: ranked.includes(line)
      ? 1 + ranked.filter(({ rating }) => (rating ?? 0) > (line.rating ?? 0)).length
      : undefined,
  }));
  const [busiest] = inOrder(agents, 'volume');
  const [best] = inOrder(agents, 'quality').filter(({ place }) => place !== undefined);
  return {
    kind: 'leaderboard',
    id: 'leaderboard',
    title: say('Leaderboard_title'),
    summary:
      busiest === undefined
        ? say('NoData')
        : [
            say('Leaderboard_busiest', busiest.name, formats.number(busiest.resolved ?? 0)),
            best === undefined
              ? say('Leaderboard_nobody', minimum)
              : say('Leaderboard_best', best.name, speech.score(best.rating ?? 0), formats.number(best.ratings)),
          ].join(' '),
    missing: missingOf(columns, ['date', 'scope', 'agent', 'resolved', 'ratingCount', 'ratingSum']),
    hasData: agents.length > 0,
    table: {
      columns: [
        say('Leaderboard_place'),
        say('Column_agent'),
        say('Column_resolved'),
        say('Leaderboard_inTime'),
        say('Satisfaction_line'),
        say('Column_ratingCount'),
      ],
      rows: inOrder(agents, 'quality').map(({ place, name, resolved, inTime, rating, ratings }) => [
        place ?? say('Leaderboard_unranked', minimum),
        name,
        resolved,
        rounded(inTime, 4),
        rounded(rating, 3),
        ratings,
      ]),
    },
    agents,
    minimum,
    drill: ({ key }) => ({ chart: 'leaderboard', ...period, agent: key }),
  };
}
