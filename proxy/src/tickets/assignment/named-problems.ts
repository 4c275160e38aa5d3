import type { EventPayload } from '../../events/event-kinds';
import type { Store } from '../../events/store';

/** The targets of unusable rows that were named earlier on the day (UTC) of an instant: nobody needs to hear of them twice. */
export async function namedProblems(store: Pick<Store, 'latestEvent'>, at: Date): Promise<ReadonlySet<string>> {
  const last = await store.latestEvent('tickets.auto_assigned');
  const isOfTheDay = last?.occurredAt.slice(0, 10) === at.toISOString().slice(0, 10);
  const { problems = [] } = (isOfTheDay ? last.payload : {}) as Partial<EventPayload<'tickets.auto_assigned'>>;
  return new Set(problems);
}
