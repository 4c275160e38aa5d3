import { CORRECTED_FIELDS, type RecordCorrectionAnswer, type RecordCorrectionRequest } from '../../contract/feedback';
import { newEvent } from '../../events/event';
import type { Effect } from '../../idempotency';
import { statedInstant } from '../../stated-instant';

/**
 * Records what an agent says about the reading of a message. A field was wrong when the agent says another value than
 * the model did; where the model said nothing, or the agent, nothing was wrong.
 */
export function correction(
  { corrected_at, ...request }: RecordCorrectionRequest,
  now: Date,
): Effect<Omit<RecordCorrectionAnswer, 'replayed'>> {
  const corrected = CORRECTED_FIELDS.filter((field) => {
    const [said, read] = [request[field], request[`model_${field}`]];
    return said != null && read != null && said !== read;
  });
  const event = newEvent('triage.corrected', { ...request, corrected }, statedInstant(corrected_at, now));
  return { answer: { event_id: event.id, corrected, recorded_at: now.toISOString() }, events: [event] };
}
