const person = (table: string, ids: number) => (name: string, index: number) => ({
  id: `5e1f0000-0000-4000-${ids.toString(16)}-${(index + 1).toString(16).padStart(12, '0')}`,
  name,
  entityType: table,
});

/** The agents of the desk; the first one is the person who looks at the controls. Nobody of them exists. */
export const AGENTS = [
  'Ana Torres',
  'Ben Okafor',
  'Chloé Martin',
  'Dmitri Petrov',
  'Elif Kaya',
  'Farah Haddad',
  'George Lindqvist',
  'Hana Suzuki',
].map(person('systemuser', 0xb000));

const FIRST_NAMES = [
  'Maria',
  'James',
  'Sofía',
  'Noah',
  'Aisha',
  'Lukas',
  'Mei',
  'Oliver',
  'Priya',
  'Carlos',
  'Emma',
  'Yusuf',
];
const LAST_NAMES = [
  'García',
  'Miller',
  'Rossi',
  'Nguyen',
  'Schmidt',
  'Johansson',
  'Patel',
  'O’Brien',
  'Silva',
  'Kowalski',
  'Dubois',
  'Fernández-Montalbán',
];

/** A customer, with an address that belongs to nobody. */
export function customerAt(index: number): { name: string; email: string } {
  const first = FIRST_NAMES[index % FIRST_NAMES.length] ?? '';
  const last = LAST_NAMES[Math.floor(index / FIRST_NAMES.length) % LAST_NAMES.length] ?? '';
  const plain = `${first}.${last}`.normalize('NFD').replace(/[^A-Za-z.]/g, '');
  return { name: `${first} ${last}`, email: `${plain.toLowerCase()}@example.com` };
}
