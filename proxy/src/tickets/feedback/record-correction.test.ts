import { eventProblems } from '../../events/event-problems';
import { correction } from './record-correction';

const now = new Date('2026-03-06T14:00:00Z');
const read = { model_intent: 'returns', model_sentiment: 'neutral', model_priority: 'normal' } as const;

it.each([
  ['another intent', { intent: 'payment_issue' }, ['intent']],
  ['everything', { intent: 'other', sentiment: 'negative', priority: 'high' }, ['intent', 'sentiment', 'priority']],
  ['another tone beside the same intent', { intent: 'returns', sentiment: 'negative' }, ['sentiment']],
  ['the same', { intent: 'returns', sentiment: 'neutral', priority: 'normal' }, []],
  ['nothing', { intent: null }, []],
] as const)('of an agent who says %s the wrong fields are named', (_name, said, corrected) => {
  const { answer, events } = correction({ ticket_id: 'ticket-1', ...read, ...said }, now);
  expect(answer).toEqual({ event_id: events[0]?.id, corrected, recorded_at: now.toISOString() });
  expect(events).toMatchObject([{ type: 'triage.corrected', payload: { ticket_id: 'ticket-1', corrected } }]);
  expect(events.flatMap(eventProblems)).toEqual([]);
});

it('calls nothing wrong where the model said nothing', () => {
  expect(correction({ ticket_id: 'ticket-1', intent: 'returns', model_intent: null }, now).answer.corrected).toEqual(
    [],
  );
});

it('is recorded for the instant of the correction', () => {
  const { events } = correction({ ticket_id: 'ticket-1', corrected_at: '2026-03-06T12:00:00+01:00' }, now);
  expect(events[0]?.occurredAt).toBe('2026-03-06T11:00:00.000Z');
  const empty = correction(
    { ticket_id: 'ticket-1', corrected_at: null, corrected_by: null, channel: null },
    now,
  ).events;
  expect(empty[0]?.occurredAt).toBe(now.toISOString());
  expect(empty.flatMap(eventProblems)).toEqual([]);
});
