import type { RecordFeedbackAnswer, RecordFeedbackRequest } from '../../contract/feedback';
import { newEvent } from '../../events/event';
import type { Effect } from '../../idempotency';
import { referenceToken } from '../../replies/reference-token';
import { statedInstant } from '../../stated-instant';
import type { DeskTimes } from '../desk/desk-times';
import { nameBasedId } from '../name-based-id';
import { addBusinessMinutes } from '../sla/business-calendar';
import { thankYou } from './thank-you';

/** Chosen once; changing it would give every feedback a second row. */
const FEEDBACK_NAMESPACE = '7f1d2a64-0f1c-4b7e-9a55-1c2f3be0a003';

/** So many stars and fewer call for a supervisor. */
const LOW_RATING = 2;
const FOLLOW_UP_MINUTES = 8 * 60;

/**
 * Records feedback. One or two stars call for a supervisor within eight business hours; the customer is thanked.
 * @param key the idempotency key; the same one always leads to the same feedback id
 */
export function feedback(
  { submitted_at, customer_name, ...recorded }: RecordFeedbackRequest,
  key: string,
  times: DeskTimes,
  now: Date,
): Effect<Omit<RecordFeedbackAnswer, 'replayed'>> {
  const { rating, ticket_number } = recorded;
  const submitted = statedInstant(submitted_at, now);
  const follow_up = rating <= LOW_RATING;
  const stars = `${rating} of 5 stars`;
  return {
    answer: {
      feedback_id: nameBasedId(FEEDBACK_NAMESPACE, key),
      follow_up,
      follow_up_subject: ['Follow up on feedback:', stars, referenceToken(ticket_number ?? undefined)]
        .filter(Boolean)
        .join(' '),
      follow_up_due: addBusinessMinutes(times.calendar, submitted, FOLLOW_UP_MINUTES).toISOString(),
      notice: thankYou({ ...recorded, customer_name }, follow_up),
    },
    events: [newEvent('feedback.received', recorded, submitted)],
  };
}
