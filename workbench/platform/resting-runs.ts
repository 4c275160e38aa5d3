import type { RunObserver } from '../flow-engine/types';
import type { Place } from './delivery-queue';

/** Actions that wait for time or for people, maybe for days: meanwhile a run does no work. */
const RESTING = new Set(['Wait', 'OpenApiConnectionWebhook']);

/** Lets a run, and the child flows it calls, leave its place in the queue while one of its actions only waits. */
export function observeRests(place: Place, observer: RunObserver): RunObserver {
  const returns = new Map<string, () => void>();
  const keyOf = (runId: string, name: string, repetition: readonly number[]) => `${runId}/${name}/${repetition.join()}`;
  return {
    runStarted: (run) => observer.runStarted?.(run),
    actionStarted(run, action) {
      observer.actionStarted?.(run, action);
      if (RESTING.has(action.type)) returns.set(keyOf(run.runId, action.name, action.repetition), place.leave());
    },
    actionEnded(run, action) {
      const key = keyOf(run.runId, action.name, action.repetition);
      returns.get(key)?.();
      returns.delete(key);
      observer.actionEnded?.(run, action);
    },
    runEnded: (run) => observer.runEnded?.(run),
  };
}
