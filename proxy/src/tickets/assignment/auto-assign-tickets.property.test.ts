import fc from 'fast-check';
import type { AutoAssignTicketsRequest, UnassignedTicket } from '../../contract/assignment';
import type { AgentRow, TicketRow } from '../../contract/desk';
import { EXPERIENCES, INTENTS, PRIORITIES, SENTIMENTS, TICKET_STATUSES } from '../../contract/vocabulary';
import { autoAssignment } from './auto-assign-tickets';
import { agent, berlinHours, ticket, timesOf, TUESDAY_MORNING } from './sample-desk.fixture';

const AROUND_THE_CLOCK = { time_zone: 'UTC' };
const WEEK = 7 * 86_400_000;

// Few words, so that agents and tickets often meet, and often nearly.
const teams = ['delivery', 'care'] as const;
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const moment = fc
  .integer({ min: 0, max: 2 * WEEK })
  .map((later) => new Date(TUESDAY_MORNING.getTime() + later).toISOString());

const hour = fc.integer({ min: 0, max: 24 });
const interval = fc
  .tuple(hour, hour)
  .filter(([from, to]) => from < to)
  .map((hours) => hours.map((one) => `${String(one).padStart(2, '0')}:00`))
  .map(([from, to]) => ({ from, to }));
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const shift = fc
  .uniqueArray(fc.constantFrom(...days), { minLength: 4 })
  .chain((worked) => fc.tuple(...worked.map((day) => interval.map((open) => [day, [open]] as const))))
  .map((week) => JSON.stringify(Object.fromEntries(week)));

/** Mostly what can be used. */
const often = <T, B>(good: fc.Arbitrary<T>, ...bad: B[]) =>
  fc.oneof({ weight: 19, arbitrary: good }, { weight: 1, arbitrary: fc.constantFrom(...bad) });

const agentRow = fc.record({
  profile_id: fc.uuid(),
  agent_id: often(fc.constantFrom('ada', 'bob', 'cleo', 'dan', 'eve', 'flo'), null),
  teams: often<string[], string[] | null>(fc.subarray([...teams], { minLength: 1 }), [], [''], null),
  skills: maybe(fc.subarray(INTENTS.slice(0, 3))),
  languages: maybe(fc.constantFrom('en', 'es', 'en,es', 'de, EN-us')),
  experience: maybe(fc.constantFrom(...EXPERIENCES)),
  capacity: often(fc.integer({ min: 0, max: 4 }), null, -1),
  shift: often(maybe(shift), 'nine to five', '{"monday":[{"from":"9","to":"17"}]}', '{}'),
  time_zone: often(maybe(fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/Los_Angeles')), 'Europe/Atlantis'),
  available: fc.constantFrom(true, true, true, null, false),
  last_assigned_at: maybe(moment),
});

const ticketRow = fc.record({
  ticket_id: fc.integer({ min: 1, max: 99 }).map((number) => `ticket-${number}`),
  status: fc.constantFrom('unassigned', 'unassigned', 'unassigned', 'new', ...TICKET_STATUSES),
  status_version: maybe(fc.integer({ min: 0, max: 5 })),
  intent: fc.constantFrom(...INTENTS.slice(0, 3)),
  sentiment: maybe(fc.constantFrom(...SENTIMENTS)),
  priority: maybe(fc.constantFrom(...PRIORITIES)),
  team: fc.constantFrom(...teams),
  language: maybe(fc.constantFrom('en', 'en', 'es', 'de', 'und')),
  created_at: maybe(moment),
  first_response_due: maybe(moment),
  first_responded_at: maybe(moment),
  resolution_due: maybe(moment),
  given_back_by: maybe(fc.constantFrom('ada', 'bob')),
});

const request: fc.Arbitrary<AutoAssignTicketsRequest> = fc.record({
  agents: fc.oneof(
    { weight: 9, arbitrary: fc.uniqueArray(agentRow, { maxLength: 6, selector: (row) => row.agent_id }) },
    { weight: 1, arbitrary: fc.array(agentRow, { maxLength: 6 }) },
  ),
  tickets: fc.uniqueArray(ticketRow, { maxLength: 15, selector: (row) => row.ticket_id }),
  workload: fc.array(fc.constantFrom('ada', 'bob', 'cleo', 'nobody'), { maxLength: 6 }),
  teams: fc.array(fc.record({ team: fc.constantFrom(...teams), auto_assign: fc.constantFrom(true, null, false) }), {
    maxLength: 1,
  }),
  business_hours: fc.constantFrom(AROUND_THE_CLOCK, AROUND_THE_CLOCK, berlinHours),
  at: moment,
});

const decide = (body: AutoAssignTicketsRequest) =>
  autoAssignment(body, timesOf(body.business_hours), new Date(body.at!)).answer;

/** Whether a clock in the zone shows a time of the hours, as a person would read both. */
function clockIsWithin(hours: string, zone: string, at: string): boolean {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(at));
  const show = (type: string) => clock.find((part) => part.type === type)!.value;
  const time = `${show('hour')}:${show('minute')}`;
  const open = (JSON.parse(hours) as Record<string, { from: string; to: string }[]>)[show('weekday').toLowerCase()];
  return (open ?? []).some(({ from, to }) => from <= time && time < to);
}

function deskIsOpen({ business_hours, at }: AutoAssignTicketsRequest): boolean {
  const { weekly_intervals, holidays, time_zone } = business_hours!;
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: time_zone! }).format(new Date(at!));
  return !weekly_intervals || (!holidays?.includes(date) && clockIsWithin(weekly_intervals, time_zone!, at!));
}

/** A list whose first difference decides; the smaller one comes first. */
type Rank = (number | string)[];
const ahead = (one: Rank, other: Rank): boolean => {
  const index = one.findIndex((value, place) => value !== other[place]);
  return index >= 0 && one[index]! < other[index]!;
};
const firstOf = <T>(all: T[], rank: (one: T) => Rank): T[] =>
  all.filter((one) => !all.some((other) => ahead(rank(other), rank(one))));

/** The field of a profile by which it cannot be used, as its generator made it; nothing when it can. */
function wrongField(row: AgentRow, agents: readonly AgentRow[]): string | undefined {
  if (row.agent_id === null || agents.filter((one) => one.agent_id === row.agent_id).length > 1) return 'agent_id';
  if (!row.teams?.some((team) => team !== '')) return 'teams';
  if (row.capacity === null || row.capacity === -1) return 'capacity';
  if (row.time_zone === 'Europe/Atlantis') return 'time_zone';
  return ['nine to five', '{"monday":[{"from":"9","to":"17"}]}', '{}'].includes(row.shift!) ? 'shift' : undefined;
}

/**
 * Plays a decision again the slow way, from the rows alone: at each turn looks for the most urgent ticket and for the agents
 * who may have it, and holds what was decided against them. The tie-break is the only thing it takes as decided.
 */
function playAgain(body: AutoAssignTicketsRequest): void {
  const answer = decide(body);
  expect(answer.open).toBe(deskIsOpen(body));
  const wrong = body.agents.flatMap((row) => {
    const field = wrongField(row, body.agents);
    return field ? [`rcc_agentprofiles(${row.profile_id})/${field}`] : [];
  });
  expect(answer.problems.map(({ target }) => target)).toEqual(wrong.sort());
  const usable = body.agents.filter((row) => wrongField(row, body.agents) === undefined);
  const given: { ticket_id: string; agent_id: string }[] = [];
  const left: UnassignedTicket[] = [];
  let queue = body.tickets.filter((row) => row.status === 'unassigned' || row.status === 'new');
  const time = (text: string | null | undefined) => (text ? new Date(text).getTime() : Infinity);
  const urgency = (row: TicketRow): Rank => {
    const due = row.first_responded_at ? row.resolution_due : (row.first_response_due ?? row.resolution_due);
    const priority = ['critical', 'high', 'normal', 'low'].indexOf(row.priority ?? 'normal');
    return [priority, time(due), time(row.created_at), row.ticket_id];
  };
  const open = (row: AgentRow): number =>
    [...body.workload!, ...given.map((one) => one.agent_id)].filter((id) => id === row.agent_id).length;
  const speaks = (row: AgentRow, language: string | null | undefined): boolean =>
    !language || language === 'und' || new RegExp(`\\b${language}\\b`, 'i').test(row.languages ?? '');
  const present = (row: AgentRow): boolean =>
    row.available !== false &&
    (!row.shift || clockIsWithin(row.shift, row.time_zone ?? body.business_hours!.time_zone!, body.at!));
  const preference = (row: AgentRow, { sentiment, priority, intent, given_back_by }: TicketRow): Rank => {
    const upset = sentiment === 'negative';
    const experience = ['expert', 'experienced', 'beginner'].indexOf(row.experience ?? 'beginner');
    const turn = given.map((one) => one.agent_id).lastIndexOf(row.agent_id!);
    return [
      row.agent_id === given_back_by ? 1 : 0,
      upset && experience === 2 ? 1 : 0,
      row.skills?.includes(intent!) ? 0 : 1,
      upset || priority === 'critical' ? experience : 0,
      open(row) / row.capacity!,
      turn,
      row.last_assigned_at ? new Date(row.last_assigned_at).getTime() : -Infinity,
    ];
  };
  while (queue.length > 0) {
    const next = firstOf(queue, urgency)[0]!;
    queue = queue.filter((row) => row !== next);
    const { ticket_id, team, language } = next;
    const leave = (reason: UnassignedTicket['reason']) => left.push({ ticket_id, reason });
    if (!answer.open) leave('desk_closed');
    else if (body.teams!.some((row) => row.team === team && row.auto_assign === false)) leave('team_by_hand');
    else {
      const inTeam = usable.filter((row) => row.teams!.includes(team!));
      const speaking = inTeam.filter((row) => speaks(row, language));
      const working = speaking.filter(present);
      const able = working.filter((row) => open(row) < row.capacity!);
      if (able.length === 0) {
        if (inTeam.length === 0) leave('no_agent_in_team');
        else if (speaking.length === 0) leave('no_agent_speaks_language');
        else if (working.length === 0) leave('nobody_on_shift');
        else leave('no_capacity');
      } else {
        const decided = answer.assignments[given.length];
        expect(decided).toMatchObject({ ticket_id, status_version: (next.status_version ?? 0) + 1 });
        const best = firstOf(able, (row) => preference(row, next)).map((row) => row.agent_id);
        expect(best).toContain(decided?.agent_id);
        given.push({ ticket_id, agent_id: decided!.agent_id });
      }
    }
  }
  expect(answer.assignments).toHaveLength(given.length);
  expect(answer.left).toEqual(left);
}

it('gives each ticket at its turn to one of the best who may have it, and leaves it only when nobody may', () => {
  fc.assert(fc.property(request, playAgain), { numRuns: 1500 });
});

it('does not depend on the order of the rows, nor on anything but the request', () => {
  const shuffled = request.chain((body) =>
    fc.record({
      body: fc.constant(body),
      other: fc.record({
        ...Object.fromEntries(
          (['agents', 'tickets', 'workload', 'teams'] as const).map((rows) => [
            rows,
            fc.shuffledSubarray<unknown>(body[rows]!, { minLength: body[rows]!.length }),
          ]),
        ),
        business_hours: fc.constant(body.business_hours),
        at: fc.constant(body.at),
      }) as unknown as fc.Arbitrary<AutoAssignTicketsRequest>,
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ body, other }) => {
      expect(decide(other)).toEqual(decide(body));
    }),
    { numRuns: 300 },
  );
});

it('never fills anybody over capacity, and gives no ticket twice', () => {
  fc.assert(
    fc.property(request, fc.array(ticketRow, { maxLength: 10 }), (body, again) => {
      const rows = { ...body, tickets: [...body.tickets, ...again, ...body.tickets] };
      const { assignments, left } = decide(rows);
      const ids = [...assignments, ...left].map((one) => one.ticket_id);
      expect(ids).toHaveLength(new Set(ids).size);
      for (const { agent_id, capacity } of body.agents) {
        const before = body.workload!.filter((id) => id === agent_id).length;
        const got = assignments.filter((one) => one.agent_id === agent_id).length;
        expect(got === 0 || before + got <= capacity!).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

const equals = (capacities: number[]): AgentRow[] =>
  capacities.map((capacity, index) => agent({ agent_id: `agent-${index}`, capacity }));

const calmTickets = (count: number, name = 'ticket'): TicketRow[] =>
  Array.from({ length: count }, (_, index) => ticket({ ticket_id: `${name}-${index}` }));

it('keeps agents who differ only in capacity equally loaded, to within one ticket of the smallest', () => {
  const capacities = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(capacities, fc.integer({ min: 1, max: 60 }), (given, count) => {
      const { assignments } = autoAssignment(
        { agents: equals(given), tickets: calmTickets(count) },
        timesOf(AROUND_THE_CLOCK),
        TUESDAY_MORNING,
      ).answer;
      const got = given.map((_, index) => assignments.filter((one) => one.agent_id === `agent-${index}`).length);
      const loads = given.map((capacity, index) => got[index]! / capacity);
      expect(assignments).toHaveLength(
        Math.min(
          count,
          given.reduce((sum, one) => sum + one, 0),
        ),
      );
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1 / Math.min(...given) + 1e-9);
    }),
  );
});

it('lets no name come first: of five who are equal each is chosen for about a fifth of the tickets', () => {
  const agents = equals([9, 9, 9, 9, 9]);
  const chosen = calmTickets(1000, 'fair').map(
    (row) =>
      autoAssignment({ agents, tickets: [row] }, timesOf(AROUND_THE_CLOCK), TUESDAY_MORNING).answer.assignments[0]
        ?.agent_id,
  );
  for (const { agent_id } of agents) {
    const share = chosen.filter((id) => id === agent_id).length;
    expect(share).toBeGreaterThan(150);
    expect(share).toBeLessThan(250);
  }
});
