import { join } from 'node:path';
import { readResx } from '../../mocks';
import { REFUSALS, type TicketAction } from '../model/ticket-actions';
import type { Ticket } from '../model/ticket';
import { DELIVERIES } from '../model/vocabulary';
import { actionText, outcomeText, ticketName } from './action-texts';

const RESX = readResx(join(__dirname, '..'));
const formats = { dateTime: () => 'WHEN' };
const ticket = (number: string): Ticket => ({ id: 'id', number, title: 'Parcel', reviewReasons: [], labels: {} });
const ACTIONS: readonly TicketAction[] = [
  { kind: 'assign_to_me' },
  { kind: 'assign', agentId: 'b', agentName: 'Ben' },
  { kind: 'escalate' },
  { kind: 'snooze', until: new Date() },
  { kind: 'resolve' },
  { kind: 'correct' },
  { kind: 'reply', text: '' },
];

describe.each([1033, 3082])('in the language %i', (language) => {
  /** Fails for a text there is none of; what a text says of its values stays to be seen. */
  const words = (key: string, ...values: readonly (string | number)[]) => {
    const text = RESX[language]?.[key];
    if (text === undefined) throw new Error(`There is no text ${key}.`);
    return text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
  };
  const speaker = { words, formats } as unknown as Parameters<typeof actionText>[0];

  it.each(['Ask', 'Undo', 'Done'] as const)('each action says what it is about: %s', (tense) => {
    for (const action of ACTIONS) {
      const text = actionText(speaker, tense, action, [ticket('TKT-1')]);
      expect(text).toContain('TKT-1');
      expect(text.includes('Ben')).toBe(action.kind === 'assign');
      expect(text.includes('WHEN')).toBe(action.kind === 'snooze');
      expect(actionText(speaker, tense, action, [ticket('1'), ticket('2')])).toContain('2 tickets');
    }
  });

  it('each outcome, and each state of a message that has to be seen, has its own words', () => {
    const outcomes = [
      { kind: 'written' } as const,
      { kind: 'changed' } as const,
      { kind: 'failed', reason: 'Away' } as const,
      ...REFUSALS.map((refusal) => ({ kind: 'refused', refusal }) as const),
    ];
    const texts = outcomes.map((outcome) => outcomeText(speaker, outcome));
    expect(new Set(texts).size).toBe(outcomes.length);
    expect(texts[2]).toContain('Away');
    for (const delivery of DELIVERIES.filter((one) => one !== 'received' && one !== 'sent'))
      words(`delivery_${delivery}`);
  });
});

it('A ticket is called by its number, with its title where there is room, else by what there is', () => {
  expect(ticketName(ticket('TKT-1'))).toBe('TKT-1');
  expect(ticketName(ticket('TKT-1'), ' · ')).toBe('TKT-1 · Parcel');
  expect(ticketName({ ...ticket(''), number: undefined })).toBe('Parcel');
  expect(ticketName({ id: 'id', reviewReasons: [], labels: {} })).toBe('id');
});
