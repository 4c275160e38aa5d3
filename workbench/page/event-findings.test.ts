import type { StoredEvent } from './desk';
import { eventFindings } from './event-findings';

const events = (...kinds: [string, Record<string, unknown>][]): StoredEvent[] =>
  kinds.map(([type, payload], index) => ({ id: String(index), sequence: index, type, recordedAt: '', payload }));

it('takes the newest event of each kind', () => {
  const found = eventFindings(
    events(
      ['reply.drafted', { held_reasons: ['review_required'], check: { passed: true, statements: 1, unsupported: [] } }],
      ['reply.drafted', { held_reasons: [] }],
    ),
  );
  expect(found.heldReasons).toEqual(['review_required']);
  expect(found.check?.statements).toBe(1);
});

it('tells an answer from an acknowledgement by the reason the flow recorded', () => {
  expect(eventFindings(events(['message.replied', { reason: 'answered' }])).answerSent).toBe(true);
  expect(eventFindings(events(['message.replied', { reason: 'money; critical_priority' }])).answerSent).toBe(false);
});

it("reads a chat's answer, its facts and its ticket from the turn", () => {
  const fact = {
    id: 'policy.0',
    label: 'Returns',
    value: '30 days',
    kind: 'number',
    source: 'returns.md',
    as_of: null,
  };
  const found = eventFindings(
    events(['chat.turn', { reply: 'Yes.', action: 'answer', facts: [fact], ticket_id: 't' }]),
  );
  expect(found).toMatchObject({
    chat: { reply: 'Yes.', action: 'answer' },
    facts: [{ label: 'Returns', value: '30 days' }],
    ticketId: 't',
  });
});

it('knows nothing without events', () => {
  expect(eventFindings([])).toEqual({
    ignored: false,
    facts: [],
    check: null,
    heldReasons: [],
    draft: null,
    sources: [],
    degraded: [],
    chat: null,
    answerSent: false,
    ticketId: null,
  });
});
