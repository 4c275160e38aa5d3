import type { AutoAssignTicketsRequest } from '../../contract/assignment';
import { autoAssignment } from './auto-assign-tickets';
import { agent, berlinHours, ticket, timesOf, TUESDAY_MORNING } from './sample-desk.fixture';

const times = timesOf(berlinHours);

const decide = (request: Partial<AutoAssignTicketsRequest>) =>
  autoAssignment({ tickets: [ticket()], agents: [agent()], ...request }, times, TUESDAY_MORNING);

/** Who gets the one ticket, or why nobody does. */
const outcome = (request: Partial<AutoAssignTicketsRequest>): string | undefined => {
  const { assignments, left } = decide(request).answer;
  return assignments[0]?.agent_id ?? left[0]?.reason;
};

it('gives the ticket the next version of its status, says why, and records only counts', () => {
  const { answer, events } = decide({ workload: ['ada', 'somebody else'] });
  expect(answer).toEqual({
    open: true,
    assignments: [
      {
        ticket_id: 'ticket-1',
        agent_id: 'ada',
        status_version: 4,
        reasons: ['works in team delivery', 'speaks en', 'has 1 of 10 tickets'],
      },
    ],
    left: [],
    problems: [],
    new_problems: [],
  });
  expect(events.map(({ type, payload, occurredAt }) => ({ type, payload, occurredAt }))).toEqual([
    {
      type: 'tickets.auto_assigned',
      payload: { open: true, assigned: 1, left: 0, agents: 1, problems: [] },
      occurredAt: TUESDAY_MORNING.toISOString(),
    },
  ]);
});

it('gives nothing to anybody while the desk is closed, also to agents on shift', () => {
  const always = JSON.stringify({ friday: [{ from: '00:00', to: '24:00' }] });
  const agents = [agent({ shift: always })];
  expect(outcome({ agents, at: '2026-03-06T10:00:00Z' })).toBe('desk_closed');
  expect(outcome({ agents, at: '2026-03-13T10:00:00Z' })).toBe('ada');
  expect(decide({ at: '2026-03-06T10:00:00Z' }).answer.open).toBe(false);
});

it('leaves the tickets of a team that is served by hand', () => {
  expect(outcome({ teams: [{ team: 'delivery', auto_assign: false }] })).toBe('team_by_hand');
  expect(outcome({ teams: [{ team: 'delivery', auto_assign: null }] })).toBe('ada');
  expect(outcome({ teams: [{ team: 'orders', auto_assign: false }] })).toBe('ada');
});

it('sends a ticket without a team to the team of its intent, and one without either to customer care', () => {
  const agents = [agent({ agent_id: 'payer', teams: ['payments'] }), agent({ agent_id: 'carer', teams: ['care'] })];
  expect(outcome({ agents, tickets: [ticket({ team: null, intent: 'payment_issue' })] })).toBe('payer');
  expect(outcome({ agents, tickets: [ticket({ team: null, intent: null })] })).toBe('carer');
});

it.each([
  ['no_agent_in_team', { teams: [] }],
  ['no_agent_speaks_language', { languages: 'de, fr' }],
  ['no_agent_speaks_language', { languages: null }],
  ['nobody_on_shift', { available: false }],
  ['nobody_on_shift', { shift: '{"tuesday":[{"from":"09:00","to":"11:00"}]}' }],
  ['nobody_on_shift', { shift: '{"tuesday":[{"from":"09:00","to":"14:00"}]}', time_zone: 'America/New_York' }],
  ['no_capacity', { capacity: 0 }],
  ['ada', { shift: '{"tuesday":[{"from":"11:00","to":"12:00"}]}' }],
  ['ada', { shift: '{"tuesday":[{"from":"05:00","to":"06:00"}]}', time_zone: 'America/New_York' }],
  ['ada', { languages: 'es; EN-gb' }],
  ['ada', { available: null, shift: ' ', skills: null, experience: null, last_assigned_at: null }],
] as const)('answers %s for an agent with %j', (expected, columns) => {
  expect(outcome({ agents: [agent({ ...columns, teams: 'teams' in columns ? [] : ['delivery'] })] })).toBe(expected);
});

it.each([null, '', 'und'])('asks for no language when it is %j', (language) => {
  expect(outcome({ tickets: [ticket({ language })], agents: [agent({ languages: 'de' })] })).toBe('ada');
});

it('names what the last agents in question were lacking', () => {
  const agents = [
    agent({ agent_id: 'elsewhere', teams: ['orders'] }),
    agent({ agent_id: 'speaks german', languages: 'de' }),
    agent({ agent_id: 'is off', available: false }),
    agent({ agent_id: 'is full', capacity: 1 }),
  ];
  const workload = ['is full'];
  const reason = (count: number) => outcome({ agents: agents.slice(0, count), workload });
  expect([1, 2, 3, 4].map(reason)).toEqual([
    'no_agent_in_team',
    'no_agent_speaks_language',
    'nobody_on_shift',
    'no_capacity',
  ]);
});

describe('of several who could take it', () => {
  const expert = agent({ agent_id: 'expert', experience: 'expert' });
  const experienced = agent({ agent_id: 'experienced', experience: 'experienced' });
  const beginner = agent({ agent_id: 'beginner', experience: 'beginner' });
  const calm = [ticket()];
  const upset = [ticket({ sentiment: 'negative' })];
  const critical = [ticket({ priority: 'critical' })];

  it('prefers who is skilled in it', () => {
    const skilled = agent({ agent_id: 'skilled', skills: ['delivery_issue'] });
    expect(outcome({ agents: [expert, skilled], workload: ['skilled'] })).toBe('skilled');
  });

  it('gives upset customers and critical tickets to the most experienced, others to whoever has least to do', () => {
    const request = { agents: [beginner, experienced, expert], workload: ['expert', 'expert', 'experienced'] };
    const who = (tickets: typeof calm) => outcome({ ...request, tickets });
    expect([who(calm), who(upset), who(critical)]).toEqual(['beginner', 'expert', 'expert']);
  });

  it('gives an upset customer to a beginner, however skilled, only when nobody else can', () => {
    const skilled = { ...beginner, skills: ['delivery_issue' as const] };
    expect(outcome({ agents: [skilled, experienced], tickets: upset, workload: ['experienced'] })).toBe('experienced');
    expect(outcome({ agents: [{ ...skilled, experience: null }, experienced], tickets: upset })).toBe('experienced');
    expect(outcome({ agents: [skilled, { ...experienced, capacity: 0 }], tickets: upset })).toBe('beginner');
  });

  it('gives a ticket back to who gave it back only when nobody else may have it', () => {
    const tickets = [ticket({ sentiment: 'negative', given_back_by: 'expert' })];
    expect(outcome({ agents: [expert, beginner], tickets })).toBe('beginner');
    expect(outcome({ agents: [expert, { ...beginner, available: false }], tickets })).toBe('expert');
  });

  it('compares what they have with what they can have', () => {
    const agents = [agent({ agent_id: 'small', capacity: 2 }), agent({ agent_id: 'large', capacity: 9 })];
    expect(outcome({ agents, workload: ['small', 'large', 'large', 'large', 'large'] })).toBe('large');
    expect(outcome({ agents, workload: ['small', 'large', 'large', 'large', 'large', 'large'] })).toBe('small');
  });

  it('then prefers who has waited longest for a ticket, first who never had one', () => {
    const since = (id: string, last_assigned_at: string | null) => agent({ agent_id: id, last_assigned_at });
    const [never, long, just] = [
      since('never', null),
      since('long', '2026-03-02T09:00:00Z'),
      since('just', '2026-03-03T09:59:00Z'),
    ];
    expect(outcome({ agents: [just, long, never] })).toBe('never');
    expect(outcome({ agents: [just, long] })).toBe('long');
    const tickets = [...'abcdefghijkl'].map((ticket_id) => ticket({ ticket_id }));
    expect(decide({ agents: [just, long, never], tickets }).answer.assignments.map((one) => one.agent_id)).toEqual([
      ...['never', 'long', 'just'],
      ...['never', 'long', 'just'],
      ...['never', 'long', 'just'],
      ...['never', 'long', 'just'],
    ]);
  });
});

describe('a profile that cannot be used', () => {
  const profile = { agent_id: 'bob', profile_id: 'p1' };
  it.each([
    ['time_zone', { time_zone: 'Europe/Atlantis' }, 'must be an IANA time zone such as Europe/Berlin'],
    ['shift', { shift: 'nine to five' }, 'must be JSON, written like {"monday"'],
    ['shift', { shift: '{"monday":[{"from":"17:00","to":"09:00"}]}', available: false }, 'monday'],
    ['teams', { teams: null }, 'is empty. Choose the teams'],
    ['teams', { teams: [''] }, 'is empty. Choose the teams'],
    ['capacity', { capacity: null }, 'must say how many open tickets'],
    ['capacity', { capacity: -1 }, 'must say how many open tickets'],
    ['agent_id', { agent_id: null }, 'is empty. Choose the user'],
  ])('is passed over and named with its %s and the remedy: %j', (field, columns, remedy) => {
    const agents = [agent({ ...profile, ...columns }), agent()];
    const { assignments, problems, new_problems } = decide({ agents }).answer;
    expect(assignments.map((one) => one.agent_id)).toEqual(['ada']);
    const target = `rcc_agentprofiles(p1)/${field}`;
    expect(problems).toEqual([{ target, message: expect.stringContaining(`${target} `) as string }]);
    expect(problems[0]!.message).toContain(remedy);
    expect(new_problems).toEqual(problems);
  });

  it('is named by its place in the request when its id is not told', () => {
    const { problems } = decide({ agents: [agent(), agent({ agent_id: 'bob', capacity: null })] }).answer;
    expect(problems.map(({ target }) => target)).toEqual(['body/agents/1/capacity']);
  });

  it('is each of those of an agent who has several', () => {
    const agents = [agent({ profile_id: 'p1' }), agent({ agent_id: 'bob' }), agent({ profile_id: 'p2', capacity: 3 })];
    const { assignments, problems } = decide({ agents }).answer;
    expect(assignments.map((one) => one.agent_id)).toEqual(['bob']);
    expect(problems.map(({ target }) => target)).toEqual([
      'rcc_agentprofiles(p1)/agent_id',
      'rcc_agentprofiles(p2)/agent_id',
    ]);
  });

  it('is no agent who works in a team or has a skill of another version too', () => {
    expect(outcome({ agents: [agent({ teams: ['727000009', 'delivery'], skills: ['727000019'] })] })).toBe('ada');
  });
});

it('names every problem, and once a day as a new one, also that of the hours', () => {
  const hours = { target: 'body/business_hours/time_zone', message: 'is wrong' };
  const request = { tickets: [], agents: [agent({ profile_id: 'p1', capacity: null })] };
  const profile = 'rcc_agentprofiles(p1)/capacity';
  const { answer, events } = autoAssignment(request, times, TUESDAY_MORNING, hours, new Set([profile, 'mended']));
  expect(answer.problems.map(({ target }) => target)).toEqual([hours.target, profile]);
  expect(answer.new_problems).toEqual([hours]);
  expect(events[0]!.payload.problems).toEqual([profile, 'mended', hours.target]);
});
