import type { Dataverse } from '../dataverse/dataverse';

/** The people of the desk a laptop begins with. */
export const DEMO_USERS = {
  supervisor: '00000000-0000-4000-8000-000000000101',
  anna: '00000000-0000-4000-8000-000000000102',
  ben: '00000000-0000-4000-8000-000000000103',
  carla: '00000000-0000-4000-8000-000000000104',
} as const;

const HOURS = '00000000-0000-4000-8000-000000000201';

/** When the desk is open, in the words of the business-hours table. */
export interface DemoHours {
  /** IANA name. */
  timeZone: string;
  /** Every day of the week. */
  from: string;
  to: string;
}

const TEAMS = ['Orders', 'Returns', 'Products', 'Delivery', 'Payments', 'Care'];
const choice = (index: number): number => 727000000 + index;
const choices = (...indexes: number[]): string => indexes.map(choice).join(',');
const BEGINNER = choice(0);
const EXPERIENCED = choice(1);
const EXPERT = choice(2);

/** First response and resolution in minutes, from low to critical. */
const POLICY = [
  ['Low', 1440, 4320],
  ['Normal', 480, 2880],
  ['High', 240, 1440],
  ['Critical', 60, 480],
] as const;

const PEOPLE = [
  { id: DEMO_USERS.supervisor, first: 'Sofia', last: 'Ruiz', address: 'sofia@shop.example' },
  { id: DEMO_USERS.anna, first: 'Anna', last: 'Weber', address: 'anna@shop.example' },
  { id: DEMO_USERS.ben, first: 'Ben', last: 'Carter', address: 'ben@shop.example' },
  { id: DEMO_USERS.carla, first: 'Carla', last: 'Gómez', address: 'carla@shop.example' },
];

const PROFILES = [
  { user: DEMO_USERS.anna, teams: choices(0, 3), languages: 'en,de', experience: EXPERIENCED, zone: 'Europe/Berlin' },
  { user: DEMO_USERS.ben, teams: choices(0, 1, 2), languages: 'en', experience: BEGINNER, zone: 'Europe/London' },
  { user: DEMO_USERS.carla, teams: choices(1, 4, 5), languages: 'en,es', experience: EXPERT, zone: 'Europe/Madrid' },
];

const nameOf = (user: string): string => {
  const person = PEOPLE.find(({ id }) => id === user);
  return `${person?.first} ${person?.last}`;
};

/**
 * Puts a small desk into empty tables: six teams, a supervisor, three agents, the times for each priority and when it is
 * open. Once: what somebody changed or removed afterwards stays so. Starts no flow.
 */
export function seedDemoDesk(dataverse: Dataverse, hours: DemoHours): void {
  const isThere = [...dataverse.rows('rcc_businesshours')].length > 0;
  if (isThere) return;
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const week = Object.fromEntries(days.map((day) => [day, [{ from: hours.from, to: hours.to }]]));
  dataverse.seed('rcc_businesshours', [
    {
      rcc_businesshoursid: HOURS,
      rcc_name: 'Desk',
      rcc_timezone: hours.timeZone,
      rcc_weeklyintervals: JSON.stringify(week),
      rcc_holidays: '[]',
      rcc_isdefault: true,
    },
  ]);
  dataverse.seed(
    'systemuser',
    PEOPLE.map(({ id, first, last, address }) => ({
      systemuserid: id,
      firstname: first,
      lastname: last,
      internalemailaddress: address,
    })),
  );
  dataverse.seed(
    'rcc_team',
    TEAMS.map((name, index) => ({
      rcc_name: name,
      rcc_teamcode: choice(index),
      rcc_mailbox: `${name.toLowerCase()}@shop.example`,
      rcc_autoassign: true,
      'rcc_Supervisor@odata.bind': `/systemusers(${DEMO_USERS.supervisor})`,
      'rcc_BusinessHours@odata.bind': `/rcc_businesshourses(${HOURS})`,
    })),
  );
  dataverse.seed(
    'rcc_slapolicy',
    POLICY.map(([name, first, resolution], index) => ({
      rcc_name: name,
      rcc_priority: choice(index),
      rcc_firstresponseminutes: first,
      rcc_resolutionminutes: resolution,
      rcc_businesshoursonly: true,
      'rcc_BusinessHours@odata.bind': `/rcc_businesshourses(${HOURS})`,
    })),
  );
  dataverse.seed(
    'rcc_agentprofile',
    PROFILES.map(({ user, teams, languages, experience, zone }) => ({
      rcc_name: nameOf(user),
      'rcc_User@odata.bind': `/systemusers(${user})`,
      rcc_teams: teams,
      rcc_languages: languages,
      rcc_experience: experience,
      rcc_capacity: 25,
      rcc_timezone: zone,
      rcc_available: true,
      'rcc_Supervisor@odata.bind': `/systemusers(${DEMO_USERS.supervisor})`,
    })),
  );
}
